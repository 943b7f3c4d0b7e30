"""Room 1, *what did we get?* A file as found becomes a `Document`: untouched text and what each part of it is."""

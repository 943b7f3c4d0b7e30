"""Room 3, *what is named here?* Sentences become mentions: a span, its kind, its value, the rule that saw it."""

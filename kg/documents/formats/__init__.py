"""Files of every format as articles: one module a format, found by content and by name."""

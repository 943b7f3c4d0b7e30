"""Records as articles: objects of JSON, rows of a table, entries of a feed. Fields are told by their names."""

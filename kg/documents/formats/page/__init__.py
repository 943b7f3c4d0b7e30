"""Pages of the web: which part is the article, what the page tells of it, and its words and tables as blocks."""

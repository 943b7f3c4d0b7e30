"""Office files that are zip archives of XML, and what all office files are made of."""

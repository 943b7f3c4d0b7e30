"""One module a format: files are made by the tests themselves."""

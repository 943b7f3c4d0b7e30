"""Organisations: governments, councils, agencies, companies, universities, committees and centres by name."""

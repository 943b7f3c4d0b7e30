"""Direct speech and who speaks."""

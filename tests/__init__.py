"""The tests of regional-ai-kg."""

"""Events: gatherings and acts with their day, place and people."""

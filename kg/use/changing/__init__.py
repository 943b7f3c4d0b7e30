"""What changed between two graphs, told as text, as JSON and as feeds."""

"""The pages of README and docs: what they show is what the commands print."""

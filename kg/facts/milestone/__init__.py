"""Milestones: the days by which something of a program is begun, built or opened."""

"""Builds over time: histories, stops, differences."""

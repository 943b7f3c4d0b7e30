"""Drawings of what surrounds a name: SVG, PNG, and an HTML page in which every edge opens its sentence."""

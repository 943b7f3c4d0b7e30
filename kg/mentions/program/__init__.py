"""Programs: policies, projects, strategies, plans, funds and ordinances by name."""

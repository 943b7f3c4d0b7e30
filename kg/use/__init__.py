"""Room 8, *what can people do with it?* Questions, tables, explanations, drawings."""

"""Room 4, *what does the text claim?* The mentions of one document become typed facts with evidence."""

"""The accuracy gate: no kind of fact falls below the floor that was reached."""

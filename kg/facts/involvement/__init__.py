"""Involvements: who runs a program, and who announces, pledges, proposes or signs it."""

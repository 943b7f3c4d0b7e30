"""Judgements: the file, what there is to judge, the command."""

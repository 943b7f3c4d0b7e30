"""Judgements: the file in which people write them, what there is to judge, and which of them want another look."""

"""Room 2, *how is it said?* A `Document` becomes sentences of tokens, with the quotation spans.

Only this room imports Kiwi.
"""

"""The explorer as static files: the same pages, with search and graph in the browser, and Atom feeds.

Of a document's text only the sentences leave that bear facts out. Whoever wants more
follows the link, or runs `kg serve`.
"""

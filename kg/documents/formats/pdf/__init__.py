"""PDF files with text: its order, paragraphs and tables by where letters stand on the page."""

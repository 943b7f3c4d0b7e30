"""The web server: routes, headers, checks of what comes in; what stands on a page is made elsewhere."""

"""Files that are data, not code: the style sheet and its icons; `importlib.resources` finds them."""

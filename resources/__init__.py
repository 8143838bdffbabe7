"""Files that are data, not code: the style sheet, icons.  Find them with `importlib.resources.files("resources")`."""

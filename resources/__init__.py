"""Files that are data, not code: the style sheet and its icons, in the folder of this file."""

"""Files that are data to this program: the style sheet, its icons, and the examples, which learners run."""

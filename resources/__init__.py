"""Files that are data to this program: style sheet, icons, pictures, examples, lessons, glossary, translations."""

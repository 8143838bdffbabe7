"""Data of this program: style sheet, icons, pictures, examples, lessons, glossary, translations."""

"""Saves a file as different editors do."""

from pathlib import Path


class OtherEditor:
    """Somebody else's editor with one file in it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def save_in_place(self, text: str) -> None:
        self.path.write_text(text, encoding="utf-8")

    def save_by_rename(self, text: str) -> None:
        """Write a new file and give it the old one's name."""
        new = self.path.with_suffix(".new")
        new.write_text(text, encoding="utf-8")
        new.replace(self.path)

    def save_with_backup(self, text: str) -> None:
        """Keep the old file under another name, as if it were gone for a moment, and write a new one."""
        self.path.replace(self.path.with_suffix(".bak"))
        self.path.write_text(text, encoding="utf-8")

    def save_in_pieces(self, text: str) -> None:
        """Empty the file, and write it line by line."""
        with self.path.open("w", encoding="utf-8") as file:
            for line in text.splitlines(keepends=True):
                file.write(line)
                file.flush()

    def save_bytes(self, data: bytes) -> None:
        self.path.write_bytes(data)

    def delete(self) -> None:
        self.path.unlink()

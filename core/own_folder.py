"""Where a learner's program finds modules of its own: the folder that it was opened from.

Outside, that folder comes first, and a file beside the program that is named like a module of Python's hides
it, from everybody.  Here it comes last: the lab itself, and Python's library, import modules in this process
too, and what nobody has read must not run for that alone.  Where the two differ, the learner is told.
"""

import ast
import os
import sys
from importlib.machinery import SOURCE_SUFFIXES, FileFinder, SourceFileLoader
from types import CodeType

from core.neighbours import hidden
from core.spec import OwnCode


def import_from(folder: str) -> None:
    """Let this process import the modules in a folder, after all others."""
    inside = os.path.join(folder, "")

    def finder(path: str) -> FileFinder:
        if not os.path.join(path, "").startswith(inside):
            raise ImportError  # how a finder says that a path is not for it
        return FileFinder(path, (_FromSource, SOURCE_SUFFIXES))

    sys.path_hooks.insert(0, finder)
    sys.path.append(folder)


def not_taken(tree: ast.Module, code: OwnCode) -> list[str]:
    """Return a sentence for each file that the program would get outside, and does not get here."""
    return [
        f"{name}, beside {code.name}, is not imported here: Python has a module of that name itself. "
        "Elsewhere the file would hide it, even from Python's own modules. Give the file another name."
        for name in hidden(tree, code.folder)
    ]


class _FromSource(SourceFileLoader):
    """Loads a module from its text alone.

    What stands in `__pycache__` is passed over, for nobody has read it; and it may be older than the text by
    less than a second, which Python would not notice.
    """

    def get_code(self, fullname: str) -> CodeType:
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)

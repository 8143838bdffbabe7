"""A program's text → its tree, one at a time.

CPython up to 3.12 counts how deep a tree is nested once for the whole interpreter, not for each thread: when
two threads parse at once, one may meet "AST constructor recursion depth mismatch" (python/cpython, issue
106905).  And `warnings.catch_warnings`, which keeps quiet about a learner's text, is for one thread, too.
"""

import ast
import threading
import warnings

_ONE_AT_A_TIME = threading.Lock()


def parsed(text: str, name: str = "<program>") -> ast.Module:
    """Return the tree of a program; raises what `ast.parse` raises."""
    with _ONE_AT_A_TIME, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # "\d" in a text is the learner's affair, not this process's
        return ast.parse(text, name)


def compiled(text: str, name: str = "<program>") -> ast.Module:
    """Return the tree of a program that the compiler takes, too: it finds mistakes that no parser does."""
    tree = parsed(text, name)
    with _ONE_AT_A_TIME, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        compile(tree, name, "exec", dont_inherit=True)
    return tree

"""What is wrong with a message, as wordings.

`core.framing` and `core.json_document` say it in plain text: their code goes into the programs that a learner
takes home, where there are no wordings.  Here translators find the sentences, and `core.recognition` does.
"""

from core.wording import Wording, worded

FRAMING: tuple[Wording, ...] = (
    worded("The stream ended in the middle of a JSON document."),
    worded("This is not JSON: a string is not closed before the end of its line."),
    worded('This is not JSON: a document begins with { or [ or ", is a number, or is true, false or null.'),
    worded("The JSON document is nested too deep: at most {limit} levels are allowed."),
    worded("The JSON document is too long: at most {limit} bytes are allowed."),
    worded("The stream ended before the newline came."),
    worded("The line is too long: at most {limit} bytes are allowed."),
    worded("The stream ended before as many bytes came as the length says."),
    worded(
        "The length says {size} bytes: at most {limit} are allowed. "
        "Text sent without a length in front looks like this, too."
    ),
)
"""What `core.framing` says."""

JSON: tuple[Wording, ...] = (
    worded("Line {line}, column {column}: {sentence}"),
    worded("JSON has no way to write this value: {error}."),
    worded("Byte {number} is 0x{value}, which is not UTF-8 text here."),
    worded("{constant} is a number for Python, but not for JSON."),
    worded("A number is too large: Python's float ends at about 1.8e308."),
    worded("A number is too long: at most {limit} characters are allowed."),
    worded("The document is nested too deep: at most {limit} levels are allowed."),
    worded(
        "A value is expected here: a string in double quotes, a number, a list, an object, "
        "true, false or null."
    ),
    worded("A key in double quotes is expected here."),
    worded("A colon is expected here, between a key and its value."),
    worded("A comma is expected here, or a closing bracket."),
    worded("There is a comma too many before the closing bracket."),
    worded("The document has ended, but more follows."),
    worded("The string that begins here has no closing quote."),
    worded("A string must not contain a line break or a tab: write \\n or \\t."),
    worded('One of " \\ / b f n r t u must follow a backslash; write a backslash as \\\\.'),
    worded("After \\u come four hexadecimal digits."),
    worded("It begins with a byte order mark: leave it out."),
    worded("There is nothing here, not even null."),
)
"""What `core.json_document` says."""

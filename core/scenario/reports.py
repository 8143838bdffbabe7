"""What came of runs, for other programs: JUnit's XML, which CI systems read, and JSON."""

import json
import platform
import re
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from xml.etree import ElementTree

from core.scenario.running import Outcome, Result

# XML 1.0 has no way at all to write these.
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Report:
    """What came of one file; `lines` is what was told, `refusal` why it was not run at all."""

    path: str
    result: Result
    lines: tuple[str, ...] = ()
    refusal: str = ""


def junit(reports: Sequence[Report]) -> str:
    """Return the reports as JUnit's XML: a test suite for each file, a test case for each check."""
    root = ElementTree.Element("testsuites")
    for report in reports:
        root.append(_suite(report))
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def as_json(reports: Sequence[Report]) -> str:
    """Return the reports as JSON, with what was measured, the system and the version of Python."""
    facts = {
        "python": platform.python_version(),
        "platform": sys.platform,
        "system": platform.platform(),
        "passed": all(not report.refusal and report.result.passed for report in reports),
        "files": [_facts(report) for report in reports],
    }
    return json.dumps(facts, indent=2, ensure_ascii=False) + "\n"


def _facts(report: Report) -> dict[str, object]:
    result = report.result
    return {
        "file": report.path,
        "title": result.title,
        "passed": not report.refusal and result.passed,
        "refusal": report.refusal,
        "skipped": result.skipped,
        "seconds": round(result.seconds, 3),
        "checks": [{**asdict(outcome), "passed": outcome.passed} for outcome in result.outcomes],
        "measures": result.measures,
        "told": list(report.lines),
    }


def _suite(report: Report) -> ElementTree.Element:
    result = report.result
    outcomes = result.outcomes or [Outcome(_plain(result.title))]
    suite = ElementTree.Element(
        "testsuite",
        name=_plain(report.path),
        tests=str(len(outcomes)),
        failures=str(sum(not outcome.passed for outcome in outcomes)),
        errors=str(int(bool(report.refusal))),
        skipped=str(int(bool(result.skipped))),
        time=f"{result.seconds:.3f}",
    )
    properties = ElementTree.SubElement(suite, "properties")
    for name, value in (("python", platform.python_version()), ("platform", sys.platform)):
        ElementTree.SubElement(properties, "property", name=name, value=value)
    for outcome in outcomes:
        suite.append(_case(report, outcome))
    ElementTree.SubElement(suite, "system-out").text = _plain("\n".join(report.lines))
    return suite


def _case(report: Report, outcome: Outcome) -> ElementTree.Element:
    case = ElementTree.Element(
        "testcase",
        classname=_plain(report.result.title or report.path),
        name=_plain(outcome.name),
        time=f"{outcome.seconds:.3f}",
    )
    if report.refusal:
        ElementTree.SubElement(case, "error", message=_plain(report.refusal))
    elif report.result.skipped:
        ElementTree.SubElement(case, "skipped", message=_plain(report.result.skipped))
    elif outcome.problem:
        ElementTree.SubElement(case, "failure", message=_plain(outcome.problem)).text = _plain(
            outcome.problem
        )
    return case


def _plain(text: str) -> str:
    """Return a text that XML can hold: what it cannot is written as an escape such as "\\x1b"."""
    return _NOT_IN_XML.sub(lambda found: found[0].encode("unicode_escape").decode(), text)

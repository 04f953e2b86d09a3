"""Reports in, counts of documents, figures and findings out."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from figcheck.model import SEVERITIES, Report, Severity, Status

STATUSES: tuple[Status, ...] = get_args(Status)
"""In the order in which a report counts them."""


class Summary:
    """Counts over all documents so far."""

    def __init__(self) -> None:
        self.documents = 0
        self.unreadable = 0
        """Files that could not be read or judged."""
        self._found: Counter[Severity] = Counter()
        self._figures: Counter[Status] = Counter()

    def add(self, report: Report) -> None:
        """Counts one more document."""
        self.documents += 1
        self._found.update(finding.severity for finding in report.findings)
        self._figures.update(figure.status for figure in report.figures)

    @property
    def findings(self) -> dict[str, int]:
        """Findings by severity, the gravest first, zeros included."""
        return {severity: self._found[severity] for severity in SEVERITIES}

    @property
    def figures(self) -> dict[str, int]:
        """Figures by status, zeros included."""
        return {status: self._figures[status] for status in STATUSES}

    def reaches(self, threshold: Severity | None) -> bool:
        """Whether something was found at or above `threshold`; None is never reached."""
        if threshold is None:
            return False
        return any(self._found[severity] for severity in SEVERITIES[: SEVERITIES.index(threshold) + 1])


def summed(report: Report) -> Summary:
    """The counts of one document."""
    summary = Summary()
    summary.add(report)
    return summary

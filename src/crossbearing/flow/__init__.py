"""The pipeline: acquire → code each report → ledger → cross the bearings → events."""

from crossbearing.flow.coding import WARM, Coded, annotate, code
from crossbearing.flow.engines import Automatic, Engine, Outcome, Processes, Serial
from crossbearing.flow.pipeline import annotate_all, rebuild, run, up_to_date
from crossbearing.flow.progress import Progress, Summary
from crossbearing.flow.workers import Limits

__all__ = [
    "WARM",
    "Automatic",
    "Coded",
    "Engine",
    "Limits",
    "Outcome",
    "Processes",
    "Progress",
    "Serial",
    "Summary",
    "annotate",
    "annotate_all",
    "code",
    "rebuild",
    "run",
    "up_to_date",
]

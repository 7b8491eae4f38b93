"""The pipeline: acquire → code each report → ledger → cross the bearings → events."""

from crossbearing.flow.additions import Additions
from crossbearing.flow.coding import WARM, Coded, annotate, code
from crossbearing.flow.engines import Automatic, Engine, Outcome, Processes, Serial
from crossbearing.flow.languages import Coders, LanguageCoder, installed_coders
from crossbearing.flow.pipeline import annotate_all, rebuild, run, up_to_date
from crossbearing.flow.progress import Progress, Summary
from crossbearing.flow.translating import Aligned, PhraseBook, TranslatingCoder, Translation, Translator
from crossbearing.flow.workers import Limits

__all__ = [
    "WARM",
    "Additions",
    "Aligned",
    "Automatic",
    "Coded",
    "Coders",
    "Engine",
    "LanguageCoder",
    "Limits",
    "Outcome",
    "PhraseBook",
    "Processes",
    "Progress",
    "Serial",
    "Summary",
    "TranslatingCoder",
    "Translation",
    "Translator",
    "annotate",
    "annotate_all",
    "code",
    "installed_coders",
    "rebuild",
    "run",
    "up_to_date",
]

"""How well the coding agrees with a gold set, or with a second coder."""

from crossbearing.evaluate.agreement import Agreement, FieldAgreement, evaluate
from crossbearing.evaluate.chance import krippendorff_alpha

__all__ = ["Agreement", "FieldAgreement", "evaluate", "krippendorff_alpha"]

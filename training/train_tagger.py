"""Train the part-of-speech tagger that ships with crossbearing.

usage: python training/train_tagger.py DATA_DIR [-o src/crossbearing/language/weights/tagger.crfsuite]

DATA_DIR holds ewt-{train,dev,test}.conllu.gz and gum-{train,dev,test}.conllu.gz (UD English EWT, CC BY-SA
4.0; GUM, CC BY 4.0). Deterministic: L-BFGS from zero on data in file order. About 3 CPU minutes; prints
the accuracy on the test parts, which the closing figures of docs/decisions quote.
"""

from __future__ import annotations

import argparse
import gzip
import time
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite

from crossbearing.language.features import features

OUT = Path("src/crossbearing/language/weights/tagger.crfsuite")
L1, L2, ITERATIONS, MIN_FREQ = 0.4, 0.05, 70, 2  # L1 keeps the file small; more rounds gain under 0.1 points


def rows(path: Path) -> Iterator[list[tuple[str, str, bool]]]:
    """(word, Penn tag, no space after) of each sentence, as the treebank splits it."""
    sentence: list[tuple[str, str, bool]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line == "\n":
                if sentence:
                    yield sentence
                sentence = []
            elif not line.startswith("#"):
                column = line.split("\t")
                if column[0].isdigit():
                    sentence.append((column[1], column[4], "SpaceAfter=No" in column[9]))


def joined_tag(tags: list[str], following: str) -> str:
    """The tag of a hyphenated word by its parts': the treebank splits at hyphens, our tokens do not."""
    last = tags[-1]
    if last in {"VBN", "VBG", "VBD"}:
        return "JJ"  # U.S.-led, fast-moving
    if last == "NN" and following.startswith("NN") and tags[0] not in {"NNP", "NNPS"}:
        return "JJ"  # a six-hour fight
    return last


def read_conllu(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """(words, Penn tags) of each sentence, hyphenated words whole, number ranges ("3-4") in three."""
    for sentence in rows(path):
        words: list[str] = []
        tags: list[str] = []
        i = 0
        while i < len(sentence):
            j, parts = i, [sentence[i][1]]
            while (
                j + 2 < len(sentence)
                and sentence[j][2]
                and sentence[j + 1][1] == "HYPH"
                and sentence[j + 1][2]
            ):
                if sentence[j][0][-1:].isdigit() and sentence[j + 2][0][:1].isdigit():
                    break
                j += 2
                parts.append(sentence[j][1])
            words.append("".join(w for w, _, _ in sentence[i : j + 1]))
            tags.append(
                parts[0]
                if len(parts) == 1
                else joined_tag(parts, sentence[j + 1][1] if j + 1 < len(sentence) else "")
            )
            i = j + 1
        yield words, tags


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("-o", "--out", type=Path, default=OUT)
    options = parser.parse_args()
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(
        {
            "c1": L1,
            "c2": L2,
            "max_iterations": ITERATIONS,
            "feature.minfreq": MIN_FREQ,
            "feature.possible_transitions": True,
        }
    )
    start = time.time()
    for name in ("ewt-train", "gum-train"):
        for words, tags in read_conllu(options.data / f"{name}.conllu.gz"):
            trainer.append(features(words), tags)
            if words[0][:1].isupper() and len(words) > 3:  # headlines drop the case cue of the first word
                trainer.append(features([words[0].lower(), *words[1:]]), tags)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    trainer.train(str(options.out))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(options.out))
    for name in ("ewt-test", "gum-test"):
        right = total = 0
        for words, tags in read_conllu(options.data / f"{name}.conllu.gz"):
            right += sum(a == b for a, b in zip(tagger.tag(features(words)), tags, strict=True))
            total += len(tags)
        print(f"{name}: {100 * right / total:.2f} % of {total:,} tags")
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB, {time.time() - start:.0f} s")


if __name__ == "__main__":
    main()

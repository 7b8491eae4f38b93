"""Finds who says so: "the ministry said", "according to two medics", "…, said Amal Idris, a nurse"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossbearing.language.chunks import Chunk, ChunkKind, chunk
from crossbearing.model import Mention, MentionKind, Sentence, Span, Speaker
from crossbearing.vocab.speech import stances
from crossbearing.vocab.words import words

_PRONOUNS = frozenset(
    {"he", "she", "they", "it", "i", "we", "you", "who", "that", "which", "this", "there", "these", "those"}
)
_NOT_SPEAKERS = words("not_speakers")
_OPENS_APPOSITION = frozenset({"a", "an", "the", "head", "commander", "spokesman", "chief", "director"})
_TOLD = frozenset({"told", "telling", "tells", "tell", "informed"})
_OF_TOLLS = frozenset({"toll", "dead", "figure", "deaths", "killed", "losses", "casualties", "fatalities"})
_REACHED = words("reached_how")
_OF_THE_ACCUSED = frozenset({"accused", "blamed", "charged", "suspected", "believed", "reported", "alleged"})
_WEAK = words("weak_speech_verbs")


def find_speakers(text: str, sentence: Sentence) -> tuple[Mention, ...]:
    """Speaker mentions of one sentence, over the words for the speaker (with apposition), in order.

    ``Speaker.name`` is those words, ``role`` the apposition if there is one, ``via`` the outlet told
    ("told Reuters"). Pronouns are no speakers here; who "he" is, is for the extraction to say.
    """
    words = {t.text.lower() for t in sentence.tokens}
    if "according" not in words and words.isdisjoint(stances()):
        return ()
    found: dict[Span, Mention] = {}
    chunks = chunk(sentence.tokens)
    for i, part in enumerate(chunks):
        mention = None
        if part.kind is ChunkKind.VP and _speaks(part, chunks, i):
            mention = _subject(text, sentence, chunks, i)
        elif (
            part.kind is not ChunkKind.VP
            and part.words == ("to",)
            and i
            and chunks[i - 1].words[-1:] == ("according",)
        ):
            mention = _after(text, sentence, chunks, i + 1, ())
        if mention is not None:
            found.setdefault(mention.span, mention)
    return tuple(found[s] for s in sorted(found))


def _speaks(chunk: Chunk, chunks: Sequence[Chunk], i: int) -> bool:
    verb = next((w for w in reversed(chunk.words) if w in stances()), None)
    if verb is None or (chunk.passive and not chunk.has("quoted", "cited")):
        return False
    if verb in _OF_THE_ACCUSED and not chunk.finite:
        return False  # "a man accused of theft"
    if chunk.words[-1] != verb and chunk.words[-1] not in stances():
        return chunk.words[-1].endswith(
            "ing"
        )  # "reported finding": not "said to have fired", of another verb
    if verb not in _WEAK:
        return True
    following = chunks[i + 1] if i + 1 < len(chunks) else None
    return (
        following is None
        or following.kind in (ChunkKind.SUB, ChunkKind.PUNCT)
        or following.words[:1] == ("that",)
        or bool(_OF_TOLLS & set(following.words))  # "put the toll at nine"
    )


def _via(chunk: Chunk, sentence: Sentence, text: str, chunks: Sequence[Chunk], i: int) -> tuple[str, ...]:
    """The outlet that was told: "told Reuters"."""
    if not chunk.has(*_TOLD) or i + 1 >= len(chunks) or chunks[i + 1].kind is not ChunkKind.NP:
        return ()
    told = chunks[i + 1]
    words = text[sentence.tokens[told.start].start : sentence.tokens[told.end - 1].end]
    return (re.sub(r"^[Tt]he ", "", words),) if words[:1].isupper() or " " in words else ()


def _subject(text: str, sentence: Sentence, chunks: Sequence[Chunk], i: int) -> Mention | None:
    via = _via(chunks[i], sentence, text, chunks, i)
    k = i - 1
    while k >= 0 and chunks[k].kind is ChunkKind.OTHER:
        k -= 1
    relative = _before_relative(chunks, k)
    if relative is not None:
        return _mention(text, sentence, chunks, _np_group_start(chunks, relative), relative, via)
    if k >= 0 and (chunks[k].kind is ChunkKind.NP or chunks[k].words == (")",)):
        last = _before_participle(chunks, _before_day(chunks, k))
        return _mention(text, sentence, chunks, _np_group_start(chunks, last), last, via)
    if k >= 0 and chunks[k].words == (",",):
        if _inverted(chunks, i):
            return _after(text, sentence, chunks, i + 1, via)
        opening = _opening_comma(chunks, k)
        if opening is not None:
            start = _np_group_start(chunks, opening - 1)
            return _mention(text, sentence, chunks, start, k - 1, via)
    if k >= 0 and chunks[k].kind is ChunkKind.PUNCT and not chunks[i].has(*_TOLD):  # “…,” said the mayor
        return _after(text, sentence, chunks, i + 1, via)
    return None


def _before_relative(chunks: Sequence[Chunk], k: int) -> int | None:
    """The noun before "who asked not to be named told …"; None where no such clause ends at ``k``."""
    if k < 2 or chunks[k].kind is not ChunkKind.VP:
        return None
    wh = next((j for j in range(k - 1, max(k - 6, 0), -1) if chunks[j].kind is ChunkKind.WH), None)
    if wh is None or chunks[wh].words[0] not in {"who", "that"} or chunks[wh - 1].kind is not ChunkKind.NP:
        return None
    return wh - 1


def _before_day(chunks: Sequence[Chunk], k: int) -> int:
    """Skips the day between speaker and verb: "police on Sunday reported"."""
    if k >= 2 and _is_day(chunks[k]) and chunks[k - 1].kind is ChunkKind.PREP:
        return k - 2
    return k - 1 if k >= 1 and _is_day(chunks[k]) and chunks[k - 1].kind is ChunkKind.NP else k


def _before_participle(chunks: Sequence[Chunk], k: int) -> int:
    """Skips how the speaker was reached: "three residents reached by phone said"."""
    if k < 3 or chunks[k - 1].kind is not ChunkKind.PREP or chunks[k - 2].kind is not ChunkKind.VP:
        return k
    asked = bool(_REACHED & set(chunks[k - 2].words)) and chunks[k - 3].kind is ChunkKind.NP
    return k - 3 if asked else k


def _inverted(chunks: Sequence[Chunk], i: int) -> bool:
    """ "…, announced the service": the speaker stands behind the verb, with little after it."""
    if len(chunks[i].words) > 1 or chunks[i].has(*_TOLD) or i + 1 >= len(chunks):
        return False
    speaker = chunks[i + 1]
    if speaker.kind is not ChunkKind.NP or _is_day(speaker) or speaker.words[-1] in _PRONOUNS:
        return False
    behind = chunks[i + 2] if i + 2 < len(chunks) else None
    return (
        behind is None
        or behind.kind is ChunkKind.PUNCT
        or behind.words in {("in",), ("on",), ("at",), ("of",)}
    )


def _opening_comma(chunks: Sequence[Chunk], closing: int) -> int | None:
    """The comma that opens the apposition which ``closing`` ends, when a noun phrase stands before it."""
    for k in range(closing - 1, max(closing - 12, 0), -1):
        if (
            chunks[k].kind is ChunkKind.VP
            and chunks[k].finite
            and not any(c.kind is ChunkKind.WH for c in chunks[k - 2 : k])
        ):
            return None
        if chunks[k].words == (",",):
            return k if chunks[k - 1].kind is ChunkKind.NP or chunks[k - 1].words == (")",) else None
    return None


def _np_group_start(chunks: Sequence[Chunk], k: int) -> int:
    """Where the phrase begins that ends in the noun phrase ``k``: "a doctor at the hospital in Melk"."""
    if chunks[k].words == (")",):
        k = max(
            (j for j in range(k) if chunks[j].kind is ChunkKind.NP and chunks[j + 1].words == ("(",)),
            default=k,
        )
    while (
        k >= 2
        and chunks[k - 1].kind in (ChunkKind.PREP, ChunkKind.CONJ)
        and chunks[k - 2].kind is ChunkKind.NP
    ):
        k -= 2
    return k


def _after(
    text: str, sentence: Sentence, chunks: Sequence[Chunk], k: int, via: tuple[str, ...]
) -> Mention | None:
    if k >= len(chunks) or chunks[k].kind is not ChunkKind.NP:
        return None
    end = k
    while (
        end + 2 < len(chunks)
        and chunks[end + 1].kind in (ChunkKind.PREP, ChunkKind.CONJ)
        and chunks[end + 2].kind is ChunkKind.NP
    ):
        if chunks[end + 1].words[0] in {"on", "by", "after", "during"} or _is_day(chunks[end + 2]):
            break
        end += 2
    if end + 2 < len(chunks) and chunks[end + 1].words == (",",) and chunks[end + 2].kind is ChunkKind.NP:
        apposed = chunks[end + 2].words[0] in _OPENS_APPOSITION  # "said Amal Idris, a nurse"
        end += 2 if apposed else 0
    return _mention(text, sentence, chunks, k, end, via)


_DAYS = words("days")


def _is_day(chunk: Chunk) -> bool:
    return bool(_DAYS & set(chunk.words))


def _mention(
    text: str, sentence: Sentence, chunks: Sequence[Chunk], first: int, last: int, via: tuple[str, ...]
) -> Mention | None:
    if first > last:
        return None
    head = chunks[first]
    if (
        head.words[0] == "no"
        or head.words[-1] in _PRONOUNS
        or head.words[-1] in _NOT_SPEAKERS
        or _is_day(head)
    ):
        return None
    span = Span(sentence.tokens[head.start].start, sentence.tokens[chunks[last].end - 1].end)
    words = span.of(text)
    name, _, role = words.partition(", ")
    name = re.sub(r"^(?:[Tt]he|[Aa]n?) (?=[A-Z])", "", name)
    speaker = Speaker(name, role or None, via)
    return Mention(MentionKind.SPEAKER, span, words, speaker=speaker)

"""Who stands where about a verb or a noun: subject, object and prepositional phrases, over chunks."""

from __future__ import annotations

from dataclasses import dataclass

from crossbearing.extract.view import View
from crossbearing.language.chunks import ChunkKind

_BREAKS = frozenset({";", ":", "—", "–", "--"})
_DASHES = frozenset({"-", "–", "—", "--"})
_SUBSET = frozenset({"them", "whom", "which", "those"})


@dataclass(frozen=True, slots=True)
class Group:
    """Coordinated noun phrases: ``phrases``, among the chunks ``first..last`` (both included)."""

    first: int
    last: int
    phrases: tuple[int, ...]


def group_right(view: View, i: int, list_only: bool = False) -> Group | None:
    """The coordinated noun phrases that begin at chunk ``i``: "two soldiers, a guard and nine others".

    With ``list_only`` (behind "between") the last one is never taken for the subject of a following verb.
    """
    if not view.is_np(i):
        return None
    phrases, last = [i], i
    k = i
    while True:
        k = _skip_of(view, k)
        last = max(last, k)
        if list_only:
            k = _past_insertion(view, k)
        joint = view.chunks[k + 1] if k + 1 < len(view.chunks) else None
        if joint is None or not (joint.kind is ChunkKind.CONJ or joint.words == (",",)):
            break
        following = k + 2
        if following < len(view.chunks) and view.chunks[following].kind is ChunkKind.CONJ:
            following += 1
        if (
            not view.is_np(following)
            or _is_subset(view, following)
            or (not list_only and _subject_of_next(view, following))
        ):
            break
        if (
            joint.words == (",",)
            and not _list_goes_on(view, following)
            and view.chunks[following - 1].words == (",",)
        ):
            break
        phrases.append(following)
        k = last = following
    return Group(i, last, tuple(phrases))


_INSERTION = 12
"""Chunks that may stand between commas behind the first of two: "the front, led by a former mayor, and …"."""


def _past_insertion(view: View, k: int) -> int:
    """The chunk before the comma that ends what is inserted behind ``k``, if "and" with a phrase follows."""
    if k + 2 >= len(view.chunks) or view.chunks[k + 1].words != (",",) or view.is_np(k + 2):
        return k
    for j in range(k + 3, min(k + _INSERTION, len(view.chunks) - 2)):
        if view.chunks[j].words == (",",) and view.chunks[j + 1].kind is ChunkKind.CONJ and view.is_np(j + 2):
            return j - 1
    return k


def _skip_of(view: View, k: int) -> int:
    """Takes in "of …" and "from …" behind a noun phrase: "members of the council"."""
    while (
        k + 2 < len(view.chunks)
        and view.chunks[k + 1].words in {("of",), ("from",), ("belonging",)}
        and view.is_np(k + 2)
    ):
        if _is_subset(view, k):
            break
        k += 2
    return k


def _is_subset(view: View, i: int) -> bool:
    """ "three of them", "five of whom": part of what was counted before."""
    return (
        i + 2 < len(view.chunks)
        and view.chunks[i + 1].words == ("of",)
        and bool(_SUBSET & set(view.chunks[i + 2].words))
    )


def _list_goes_on(view: View, i: int) -> bool:
    """True when an "and" closes the list that the comma before chunk ``i`` continues."""
    for chunk in view.chunks[i + 1 : i + 10]:
        if chunk.kind is ChunkKind.CONJ:
            return True
        if chunk.kind in (ChunkKind.VP, ChunkKind.WH, ChunkKind.SUB):
            return False
    return False


def _subject_of_next(view: View, i: int) -> bool:
    """True when the noun phrase ``i`` is the subject of a following verb: "…, and police fired tear gas"."""
    k = i + 1
    while (
        k + 1 < len(view.chunks)
        and view.chunks[k].kind in (ChunkKind.PREP, ChunkKind.CONJ)
        and view.is_np(k + 1)
    ):
        k += 2
    if k >= len(view.chunks) or view.chunks[k].kind is not ChunkKind.VP:
        return False
    return view.chunks[k].finite


def subject(view: View, i: int, depth: int = 0) -> Group | None:
    """The subject of the verb group at chunk ``i``; for participles and joined verbs, their governor's."""
    if depth > 4:
        return None
    if view.chunks[i].words[0] == "to":
        return _governor(view, i, depth)
    auxiliary = _auxiliary(view, i)
    if auxiliary is not None:
        return subject(view, auxiliary, depth + 1)
    k = i - 1
    while k >= 0 and view.chunks[k].kind is ChunkKind.OTHER:
        k -= 1
    if k < 0:
        return None
    before = view.chunks[k]
    if before.kind is ChunkKind.PREP and before.words[0] in _BEFORE_GERUND and not view.chunks[i].finite:
        return _governor(view, k, depth)
    if before.kind is ChunkKind.WH:
        return _antecedent(view, k) if before.words[0] not in {"when", "where"} else None
    inserted = _opening(view, k) if before.words == (",",) and not view.chunks[i].finite else None
    if inserted is not None and _is_reduced(view, inserted + 1):
        k = inserted - 1  # "The front, backed by a state, heavily shelled …": tagged as a participle
    elif before.kind is ChunkKind.CONJ or (
        before.kind in (ChunkKind.PUNCT, ChunkKind.SUB) and not view.chunks[i].finite
    ):
        return _governor(view, k, depth)
    if before.words == (",",) and inserted is None:
        opening = _opening(view, k)
        if opening is None and view.chunks[i].finite and view.is_np(k - 1) and _no_verb_before(view, k):
            k -= 1  # "Nine people: six guards and three nurses, were killed"
        elif opening is None:
            return _governor(view, k, depth)
        else:
            k = opening - 1
    k = _before_brackets(view, k)
    if (
        before.words == (",",)
        and k >= 1
        and view.chunks[k].kind is ChunkKind.NP
        and view.chunks[k - 1].kind is ChunkKind.VP
    ):
        return subject(view, k - 1, depth + 1)  # "entered the town, …, took a nurse": the town is no subject
    head = _nominal(view, _before_participle(view, k))
    return None if head is None else _with_of(view, _group_left(view, head))


_BEFORE_GERUND = frozenset({"after", "before", "while", "by", "without", "upon", "since"})
_AUXILIARIES = frozenset({"has", "have", "had", "is", "are", "was", "were", "will", "would"})


def _auxiliary(view: View, i: int) -> int | None:
    """The parted auxiliary of a verb group: "has" of "has since Friday been shelling"; None when none is."""
    if view.chunks[i].finite:
        return None
    k = i - 1
    while k > 0 and i - k <= 3 and view.chunks[k].kind in (ChunkKind.NP, ChunkKind.PREP, ChunkKind.OTHER):
        k -= 1
    if k in (i - 1, -1) or view.chunks[k].kind is not ChunkKind.VP:
        return None
    return k if set(view.chunks[k].words) <= _AUXILIARIES else None


def _before_brackets(view: View, k: int) -> int:
    """Skips an insertion that ends at ``k``: "nine people - six of them guards - died", "the front (XF)"."""
    words = view.chunks[k].words
    if words == (")",):
        return next((j - 1 for j in range(k, -1, -1) if view.chunks[j].words == ("(",)), -1)
    if words[0] in _DASHES:
        return next((j - 1 for j in range(k - 1, 0, -1) if view.chunks[j].words == words), k)
    return k


def _no_verb_before(view: View, k: int) -> bool:
    return not any(c.kind is ChunkKind.VP for c in view.chunks[:k])


def _before_participle(view: View, k: int) -> int:
    """Skips what a participle adds to the subject: "assailants riding a motorcycle opened fire"."""
    j = k
    while j >= 1 and view.chunks[j].kind in (ChunkKind.NP, ChunkKind.PREP, ChunkKind.OTHER):
        j -= 1
    if not 1 <= j < k or view.chunks[j].kind is not ChunkKind.VP or view.chunks[j].finite:
        return k
    participle = view.sentence.tokens[view.chunks[j].start].tag in ("VBG", "VBN", "VBD")
    return j - 1 if participle and view.is_np(j - 1) else k


def _with_of(view: View, group: Group) -> Group:
    """Takes in what follows by "of" or "from": "troops of the third brigade", "men from the front"."""
    last = group.last
    while (
        last + 2 < len(view.chunks) and view.chunks[last + 1].kind is ChunkKind.PREP and view.is_np(last + 2)
    ):
        if view.chunks[last + 1].words[0] not in {"of", "from", "belonging", "loyal"}:
            break
        last += 2
    return Group(group.first, last, group.phrases)


def _governor(view: View, k: int, depth: int) -> Group | None:
    """The subject of the nearest verb group to the left of chunk ``k``."""
    for j in range(k - 1, -1, -1):
        if view.chunks[j].words and view.chunks[j].words[0] in _BREAKS:
            return None
        if view.chunks[j].kind is ChunkKind.VP:
            found = subject(view, j, depth + 1)
            if found is not None:
                return found
    return None


def _opening(view: View, closing: int) -> int | None:
    """The comma that opens the insertion which the comma ``closing`` ends."""
    for k in range(closing - 1, 0, -1):
        chunk = view.chunks[k]
        if chunk.words == (",",):
            return k
        if chunk.words and chunk.words[0] in _BREAKS:
            return None
        bound = view.chunks[k - 1].kind is ChunkKind.WH or _is_reduced(view, k)
        if chunk.kind is ChunkKind.VP and chunk.finite and not bound:
            return None
    return None


def _is_reduced(view: View, k: int) -> bool:
    """ ", backed by the navy, …": a participle between commas, which the tagger may take for a past tense."""
    return (
        view.chunks[k - 1].words == (",",)
        and len(view.chunks[k].words) == 1
        and k + 1 < len(view.chunks)
        and view.chunks[k + 1].words == ("by",)
    )


def _nominal(view: View, k: int) -> int | None:
    """From chunk ``k`` leftwards, the noun phrase that is not inside a prepositional phrase."""
    while k >= 0:
        if view.chunks[k].kind is ChunkKind.NP:
            before = view.chunks[k - 1] if k else None
            if (
                before is None
                or before.kind is not ChunkKind.PREP
                or before.words[0] in {"as", "while", "when"}
            ):
                return k
            if k < 2 or view.chunks[k - 2].kind not in (ChunkKind.NP, ChunkKind.OTHER):
                return k if before.words[0] not in {"in", "on", "at", "since", "during", "from"} else None
            k -= 2
        elif view.chunks[k].kind in (ChunkKind.OTHER, ChunkKind.PREP) or view.chunks[k].words == (")",):
            k -= 1
        else:
            return None
    return None


def _group_left(view: View, k: int) -> Group:
    """The coordinated noun phrases that end at chunk ``k``."""
    phrases, first = [k], k
    while first >= 2:
        if _is_as_well_as(view, first):
            first -= len(_AS_WELL_AS) + 1
            phrases.append(first)
            continue
        if not view.is_np(first - 2):
            break
        joint = view.chunks[first - 1]
        if joint.kind is ChunkKind.CONJ or joint.words == (",",):
            if joint.words == (",",) and len(phrases) < 2 and not _both_counted(view, first):
                break  # an apposition, not a list
            if (
                first >= 3
                and view.chunks[first - 3].kind is ChunkKind.PREP
                and view.chunks[first - 3].words[0] not in {"of", "between"}
            ):
                break  # "in Belmar and gunmen shot …": what stands in a place phrase is no subject
            first -= 2
            phrases.append(first)
        elif joint.words == ("of",):
            first -= 2
            phrases[-1] = first
        else:
            break
    return Group(first, k, tuple(sorted(phrases)))


def _both_counted(view: View, i: int) -> bool:
    """ "Five militants, one soldier killed": a list, as headlines have it."""
    firsts = (view.sentence.tokens[view.chunks[k].start].tag for k in (i - 2, i))
    return all(tag == "CD" for tag in firsts)


_AS_WELL_AS = (("as",), ("well",), ("as",))


def _is_as_well_as(view: View, i: int) -> bool:
    """Whether "as well as" and another noun phrase stand before the chunk ``i``."""
    size = len(_AS_WELL_AS)
    before = tuple(chunk.words for chunk in view.chunks[max(0, i - size) : i])
    return before == _AS_WELL_AS and view.is_np(i - size - 1)


def _antecedent(view: View, wh: int) -> Group | None:
    k = wh - 1
    while k >= 0 and view.chunks[k].kind in (ChunkKind.PUNCT, ChunkKind.PREP):
        k -= 1
    if not view.is_np(k):
        return None
    first = k
    while first >= 2 and view.chunks[first - 1].words == ("of",) and view.is_np(first - 2):
        first -= 2
    return Group(first, k, (first,) if first == k else (first, k))


def direct_object(view: View, i: int) -> Group | None:
    """The noun phrases right behind the verb group (or nominal) at chunk ``i``."""
    k = i + 1
    while k < len(view.chunks) and (
        view.chunks[k].kind is ChunkKind.OTHER or view.chunks[k].words[0] in {'"', "“", "‘"}
    ):
        k += 1
    return group_right(view, k) if k < len(view.chunks) else None


def prepositional(view: View, i: int) -> tuple[tuple[str, Group], ...]:
    """(preposition, noun phrases) behind chunk ``i`` up to the end of its clause."""
    out: list[tuple[str, Group]] = []
    k = i + 1
    while k < len(view.chunks):
        chunk = view.chunks[k]
        if _ends_clause(view, k):
            break
        if chunk.kind is ChunkKind.PREP:
            group = group_right(view, k + 1, list_only=chunk.words[0] == "between")
            if group is not None:
                out.append((chunk.words[0], group))
                k = group.last
        k += 1
    return tuple(out)


def _ends_clause(view: View, k: int) -> bool:
    chunk = view.chunks[k]
    if chunk.kind in (ChunkKind.WH, ChunkKind.SUB) or (chunk.words and chunk.words[0] in _BREAKS):
        return True
    return chunk.kind is ChunkKind.VP


def clause(view: View, i: int) -> tuple[int, int]:
    """First and last chunk of the clause of chunk ``i``, cut at subordinators, stops and new subjects."""
    first = i
    while first > 0 and not _clause_border(view, first - 1):
        first -= 1
    last = i
    while last + 1 < len(view.chunks) and not _clause_border(view, last + 1):
        last += 1
    return first, last


def _clause_border(view: View, k: int) -> bool:
    chunk = view.chunks[k]
    if chunk.kind in (ChunkKind.SUB, ChunkKind.WH) or (chunk.words and chunk.words[0] in _BREAKS):
        return True
    return chunk.kind is ChunkKind.CONJ and k + 1 < len(view.chunks) and _subject_of_next(view, k + 1)

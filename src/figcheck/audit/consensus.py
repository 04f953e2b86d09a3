"""A store in, the facts out on which several of its articles agree, each in its own words, and none contradicts."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence

from figcheck import documents
from figcheck import expressions as re
from figcheck.audit.answers import Answers
from figcheck.audit.camps import Side, Stated, agreed
from figcheck.audit.contradictions import FIXED, KEYS, Thing, things
from figcheck.data.learning_words import COUNTRIES, NOUNS_TOO, TOO_GENERAL, VERBS
from figcheck.ledger.grammar import meant_period, read_period
from figcheck.ledger.splicing import Written
from figcheck.linking.candidates import agrees
from figcheck.model import Fact, Ledger, Place
from figcheck.pipeline import analyse
from figcheck.reader import read_value
from figcheck.wording import say

LEAST = 3
"""Articles, each with a sentence of its own, that must agree."""
_NAMED, _LONG = 3, 80
"""Articles that a source names, and characters of the sentence that it quotes."""
_LEVEL, _YEAR_ON_YEAR = "", "同比"
_VERB = re.compile(rf"(?:{re.alternatives(set(VERBS) - set(NOUNS_TOO))})(?=[\u4e00-\u9fff]{{2}})")
_TOLD = f"""
    SELECT {KEYS} FROM stated WHERE {FIXED} AND change IN ('{_LEVEL}', '{_YEAR_ON_YEAR}') AND sure > 1
    GROUP BY {KEYS} HAVING count(DISTINCT document) >= {{least}}
"""


def learn(answers: Answers, least: int = LEAST) -> Iterator[Written]:
    """Facts that at least so many articles tell, by subject and measure. Raises StoreError."""
    for thing, stated in things(answers, _TOLD.format(least=int(least)), FIXED):
        side = agreed(stated)
        if side is not None and len(side.stated) >= least:
            fact = _fact(thing, side)
            if fact is not None and _holds(fact, side):
                yield fact


def _fact(thing: Thing, side: Side) -> Written | None:
    """The fact in the most precise words that two of the articles have; None where no two have the same."""
    exact = [each for each in side.stated if each.exact is not None and each.hedge == "exact"]
    told = Counter(each.text for each in exact for _ in range(each.articles))
    shared = [each for each in exact if told[each.text] > 1]
    measures = _measures(thing, side)
    as_of = _as_of(thing.scope)
    if not shared or not measures or as_of is None:
        return None
    best = Side(tuple(shared)).best
    change = "" if not thing.change else "下降" if (best.exact or 0) < 0 else "增长"
    source = _source(side, best)
    return {
        "subject": _subject(thing, side),
        "measure": measures,
        "value": change + best.text,
        "as_of": as_of,
        "source": source,
    }


def _subject(thing: Thing, side: Side) -> str:
    """The name as most sentences write it: 我国 rather than 全国."""
    if thing.subject not in COUNTRIES:
        return thing.subject
    used = Counter(word for each in side.stated for word in COUNTRIES if word in each.sentence)
    return used.most_common(1)[0][0] if used else thing.subject


def _measures(thing: Thing, side: Side) -> tuple[str, ...]:
    """What is counted, with the verb before it and without, as far as the sentences have these words."""
    bare = _VERB.sub("", thing.measure, count=1) if _VERB.match(thing.measure) else thing.measure
    words = dict.fromkeys((bare, thing.measure))
    used = [word for word in words if sum(word in each.sentence for each in side.stated) * 2 > len(side.stated)]
    return tuple(word for word in used if word not in TOO_GENERAL)


def _as_of(scope: str) -> str | None:
    """The scope as a ledger writes a period: 2024, 2024-10, 2025-01/2025-10; empty for what holds always."""
    first, mark, last = scope.partition("/")
    if not mark:
        return ""
    end = datetime.date.fromisoformat(last)
    start = datetime.date.fromisoformat(first) if first else end
    ends = (end + datetime.timedelta(days=1)).day == 1
    if not first:
        written = f"{end:%Y-%m}" if ends else last
    elif start.day == 1 and ends and start.year == end.year:
        whole = (start.month, end.month) == (1, 12)
        months = f"{start:%Y-%m}" if start.month == end.month else f"{start:%Y-%m}/{end:%Y-%m}"
        written = f"{start:%Y}" if whole else months
    else:
        written = first if first == last else f"{first}/{last}"
    return written if meant_period(written) is not None else None


def _source(side: Side, best: Stated) -> str:
    named = [name for each in sorted(side.stated, key=lambda each: each.date or "") for name in each.documents]
    listed = "、".join(list(dict.fromkeys(named))[:_NAMED])
    sentence = " ".join(best.sentence.split())
    sentence = sentence if len(sentence) <= _LONG else sentence[:_LONG] + "…"
    return say("audit.learn.source", "zh", count=side.articles, named=listed, date=best.date or "", sentence=sentence)


# --- the trial -----------------------------------------------------------------------------------------------------


def _holds(written: Written, side: Side) -> bool:
    """Whether a check with the fact backs the figure in two of the sentences at least, and accuses none."""
    fact = _as_fact(written)
    if fact is None:
        return False
    ledger = Ledger((fact,), subjects={fact.subject: ()})
    verdicts = [verdict for each in side.stated[: 2 * LEAST] for verdict in _verdicts(each, ledger)]
    return all(verdicts) and len(verdicts) > 1


def _as_fact(written: Written) -> Fact | None:
    value, as_of = str(written["value"]), str(written["as_of"])
    read = read_value(value)
    if read is None:
        return None
    period = read_period(as_of) if as_of else None
    measures = tuple(written["measure"])
    return Fact("learned", str(written["subject"]), measures, read[0], value, Place("", 1), read[1], period)


def _verdicts(stated: Stated, ledger: Ledger) -> Sequence[bool]:
    date = datetime.date.fromisoformat(stated.date) if stated.date else None
    links = analyse(documents.from_text(stated.sentence, date=date), ledger).links
    return [agrees(link) for link in links if link.comparable]

"""A document and the ledger's names in, for each claim the subject it is about, or why none is sure."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence

from figcheck import expressions as re
from figcheck.data.claim_words import BODIES, SELF_WORDS
from figcheck.linking.words import REFERRING, Hit, WordIndex
from figcheck.model import Claim, Document, Ledger, Reason, Span
from figcheck.values import Frozen


class Subject(Frozen):
    """Who a claim is about, the word that says so, and how it was found."""

    name: str
    """The ledger's canonical name."""
    hit: Hit
    how: str
    """A key of the table of wordings: `subject.clause`, `subject.sentence`, `subject.carried`, `subject.voice`."""
    rival: str | None = None
    """Somebody else whom the same clause names, and who may be meant as well."""

    def reason(self) -> Reason:
        """How the subject was found, for explaining the link."""
        return Reason(f"link.{self.how}", (("alias", self.hit.word), ("subject", self.name)))


_SELF = re.compile("|".join(sorted(SELF_WORDS, key=len, reverse=True)))
_STRANGER = re.compile(
    r"(?:其中|另外|此外|，)?(?!其中|另外|此外)(?P<name>[\u4e00-\u9fff]{2,10}?(?:公司|集团|股份|银行|大学|学院|医院|协会|基金会|自治区|自治州|景区|商店|分馆|分公司)"
    r"|[\u4e00-\u9fff]{2,3}(?<![进到驻入下于节])[省市县区州镇乡村沟](?![下去了钱电时力水场民政公长委区级直属域面值价镇里内外集树花容售况郊占盈销]))"
)
_OF_TWO = re.compile("前者|后者")
_JOINT = re.compile(r"、|和|与|及|以及")
_LEADS_OBJECT = tuple("在与同和对向从比较被把由给为克胜负到至")
"""Before a name in a clause: the clause is about somebody else."""
_LOOK_BACK = 40
"""Names before a figure that may be meant, where the nearest has no such measure."""
_GENERIC = re.compile(
    r"(?:不过|但是?|而|然而|虽然|尽管|由于|因为|因此|如果|只有|就连|[居位名][居列]|居|作为|成为|是|至于|关于|眼下|还|也|又|再|先后|分别|已经|以及|除|走进|深入|来到|走访|今年|去年|上年|前年|上半年|下半年|目前|当前|截至)?(?:归属|建制|行政|自然|该|本|我|全|各|同|这家|上述|两家|多|每|所有|其他|其余|一些|不少|有关|相关|省|市|县|区|国|外|开|上|入|超|城|都|在|[主老新]城|[一二三四特甲乙]级|手机|网上|掌上|基层|公立|民营|定点|来自|建成|新建|建设|打造|覆盖|带动|惠及|由|对|与|和|为)"
)


class SubjectFinder:
    """Knows where the ledger's subjects are named in one document."""

    def __init__(self, document: Document, ledger: Ledger, index: WordIndex, canonical: dict[str, str]) -> None:
        self._text = document.text
        self._canonical = canonical
        named = list(index.find(document.text, 0, len(document.text)))
        self._hits = sorted([*named, *_referring(document.text, named, canonical)], key=lambda hit: hit.start)
        self._starts = [hit.start for hit in self._hits]
        self._titles = {person.name: person.titles for person in ledger.people}
        title = document.masthead.title
        titled = {canonical[hit.word] for hit in self._within(title.span)} if title else set()
        self._topic = next((hit for hit in self._within(title.span)), None) if title and len(titled) == 1 else None

    @property
    def hits(self) -> Sequence[Hit]:
        """Where names stand, and words that take them up, in order."""
        return self._hits

    def _within(self, span: Span) -> list[Hit]:
        first, last = bisect.bisect_left(self._starts, span.start), bisect.bisect_left(self._starts, span.end)
        return self._hits[first:last]

    def find(self, claim: Claim, measures: Sequence[Hit]) -> Subject | None:
        """The subject of a claim; None where the text names none that surely holds.

        A name that is part of a measure (文创商店销售额) is no stranger.
        """
        if claim.heads:
            return self._in_heads(claim) or self._carried(claim)
        here = self._in_span(claim, claim.clause, "subject.clause") or self._of_voice(claim)
        if here is not None:
            return here
        stranger = self.stranger(claim)
        if stranger is not None and not any(_touch(hit.word, stranger) for hit in measures):
            return None
        return self._in_sentence(claim) if self._named_earlier(claim) else self._carried(claim)

    def others(self, claim: Claim, first: Subject) -> Iterator[Subject]:
        """Whom else the claim may be about, likeliest first: the sentence's other names, the title's, earlier ones."""
        at = bisect.bisect_left(self._starts, claim.mention.start)
        near = [hit for hit in self._hits[max(0, at - _LOOK_BACK) : at][::-1] if hit.start >= claim.sentence.start]
        far = self._hits[max(0, at - _LOOK_BACK) : at][::-1]
        seen = {first.name}
        for hit in (*near, *([self._topic] if self._topic else ()), *far):
            name = self._canonical[hit.word]
            if name not in seen:
                seen.add(name)
                yield Subject(name, hit, "subject.far")

    def is_foreign(self, claim: Claim) -> bool:
        """Whether the nearest clause of the sentence that names anybody names nobody whom the ledger knows."""
        spans = [(claim.clause.start, claim.mention.start), *self._clauses(claim)]
        named = next(filter(None, (self._in_clause(start, end) for start, end in spans)), None)
        return isinstance(named, str) or self.stranger(claim) is not None

    def nearest(self, name: str, claim: Claim) -> Subject | None:
        """Where somebody is named that a figure may be about: in its sentence, before it, in the title, after it."""
        at = bisect.bisect_left(self._starts, claim.mention.start)
        before = next((hit for hit in reversed(self._hits[:at]) if self._canonical[hit.word] == name), None)
        if before is not None:
            inside = before.start >= claim.sentence.start
            near = before.start >= claim.paragraph.start
            return Subject(name, before, f"subject.{'sentence' if inside else 'carried' if near else 'far'}")
        after = next((hit for hit in self._hits[at:] if self._canonical[hit.word] == name), None)
        return Subject(name, after, "subject.far") if after is not None else None

    def paired(self, claim: Claim, series: Sequence[Claim], at: int) -> Subject | None:
        """Of 甲港、乙港分别为x和y the one at the figure's own place: as many names in a row as there are figures.

        `at` is where 分别 stands; None where no such row of names comes before it in the sentence.
        """
        row = self._row(Span(claim.sentence.start, at), len(series))
        if row is None or claim not in series:
            return None
        hit = row[series.index(claim)]
        return Subject(self._canonical[hit.word], hit, "subject.clause")

    def _row(self, span: Span, count: int) -> list[Hit] | None:
        """The last names of a span that stand in a row, where they are so many."""
        row: list[Hit] = []
        for hit in reversed(self._within(span)):
            joined = not row or _JOINT.fullmatch(self._text, hit.end, row[0].start)
            if not joined and self._text[hit.end - 1 : row[0].start + 1] not in ("》《", "”“"):
                break
            row.insert(0, hit)
        return row if len(row) == count > 1 else None

    def _in_span(self, claim: Claim, span: Span, how: str) -> Subject | None:
        hits = self._within(span)
        before = self._single([hit for hit in hits if hit.end <= claim.mention.start])
        after = [hit for hit in hits if hit.start >= claim.mention.end and hit.end <= claim.after.end]
        chosen = before[-1] if before else after[0] if after else None
        return self._subject(chosen, how, before) if chosen else None

    def _in_heads(self, claim: Claim) -> Subject | None:
        """Whom the head of a figure's row or column names."""
        hits = [hit for head in reversed(claim.heads) for hit in self._within(head)]
        return Subject(self._canonical[hits[0].word], hits[0], "subject.clause") if hits else None

    def _subject(self, hit: Hit, how: str, among: Sequence[Hit]) -> Subject:
        name = self._canonical[hit.word]
        rivals = (self._canonical[other.word] for other in among)
        return Subject(name, hit, how, next((rival for rival in rivals if rival != name), None))

    def _named_earlier(self, claim: Claim) -> bool:
        """Whether the clauses before, of the same sentence, name anybody, be it somebody whom the ledger knows."""
        return any(self._in_clause(start, end) for start, end in self._clauses(claim))

    def _clauses(self, claim: Claim) -> Iterator[tuple[int, int]]:
        """The clauses of the sentence before the claim's own, nearest first."""
        end = claim.clause.start - 1
        while end > claim.sentence.start:
            start = max(
                claim.sentence.start, max(self._text.rfind(mark, claim.sentence.start, end) for mark in "，,：:") + 1
            )
            yield start, end
            end = start - 1

    def _in_clause(self, start: int, end: int) -> list[Hit] | str | None:
        """The names in a clause, else the stranger at its head."""
        hits = self._single(self._within(Span(start, end)))
        return hits or self._stranger_at(start, end)

    def _in_sentence(self, claim: Claim) -> Subject | None:
        """Whom the nearest clause before is about that names anybody: its first name that no preposition leads."""
        for start, end in self._clauses(claim):
            named = self._in_clause(start, end)
            if isinstance(named, str):
                return None
            if named:
                topics = [hit for hit in named if self._text[hit.start - 1 : hit.start] not in _LEADS_OBJECT]
                return self._subject((topics or named)[0], "subject.sentence", named)
        return None

    def _single(self, hits: list[Hit]) -> list[Hit]:
        """Without the row of names at the end: 甲、乙两港共 is neither 甲 nor 乙."""
        at = len(hits)
        while at > 1 and _JOINT.fullmatch(self._text, hits[at - 2].end, hits[at - 1].start):
            at -= 1
        return hits if at == len(hits) else hits[: at - 1]

    def _carried(self, claim: Claim) -> Subject | None:
        """The nearest name before the sentence; from an earlier paragraph or the title it is less sure."""
        at = bisect.bisect_left(self._starts, claim.sentence.start) - 1
        last = self._hits[at] if at >= 0 else None
        if last is not None and last.start >= claim.paragraph.start:
            return Subject(self._canonical[last.word], last, "subject.carried")
        far = self._topic or last
        return Subject(self._canonical[far.word], far, "subject.far") if far else None

    def _of_voice(self, claim: Claim) -> Subject | None:
        """我们 and 平台 in somebody's words: the organisation named in the speaker's title."""
        if claim.voice is None or _SELF.search(self._text, claim.sentence.start, claim.sentence.end) is None:
            return None
        speaker = self._text[claim.voice.start : claim.voice.end]
        for name, titles in self._titles.items():
            if name in speaker:
                for title in titles:
                    hit = next((hit for hit in self._hits if title.startswith(hit.word)), None)
                    if hit is not None:
                        return Subject(self._canonical[hit.word], hit, "subject.voice")
        hits = self._within(claim.voice)
        return Subject(self._canonical[hits[0].word], hits[0], "subject.voice") if hits else None

    def stranger(self, claim: Claim) -> str | None:
        """Somebody else whom the ledger does not know, named at the head of the claim's clause or sentence."""
        for start in (claim.clause.start, claim.before.start):
            name = self._stranger_at(start, claim.mention.start)
            if name is not None:
                return name
        return None

    def _stranger_at(self, start: int, end: int) -> str | None:
        match = _STRANGER.match(self._text, start, end)
        if match is None or _GENERIC.match(match["name"]):
            return None
        name = match["name"]
        known = any(True for _ in self._within(Span(match.start("name"), match.end("name"))))
        return None if known or any(other.startswith(name) for other in self._canonical) else name


def _referring(text: str, named: Sequence[Hit], canonical: dict[str, str]) -> Iterator[Hit]:
    """该校, 全市, 这家医院: each as a hit of the name that it takes up, the nearest before it of that kind."""
    starts = [hit.start for hit in named]
    for match in REFERRING.finditer(text):
        kind = match["kind"] or match["bare"]
        at = bisect.bisect_left(starts, match.start())
        if at < len(named) and named[at].start < match.end():
            continue  # part of a name
        ends = (kind, *BODIES.get(kind, ()))
        for hit in reversed(named[max(0, at - _LOOK_BACK) : at]):
            if canonical[hit.word].endswith(ends) or hit.word.endswith(ends):
                yield Hit(match.start(), match.end(), hit.word)
                break
    for match in _OF_TWO.finditer(text):
        before = named[
            max(0, bisect.bisect_left(starts, match.start()) - _LOOK_BACK) : bisect.bisect_left(starts, match.start())
        ]
        pair = _last_two(before, canonical)
        if pair is not None:
            yield Hit(match.start(), match.end(), pair[match.group() == "后者"].word)


def _last_two(hits: Sequence[Hit], canonical: dict[str, str]) -> tuple[Hit, Hit] | None:
    """The two names that 前者 and 后者 take up: the last two different ones, in the order of the text."""
    for first, second in zip(reversed(hits[:-1]), reversed(hits[1:]), strict=True):
        if canonical[first.word] != canonical[second.word]:
            return first, second
    return None


def _touch(measure: str, name: str) -> bool:
    """Whether the measure begins within the name: 文创商店销售额 and 馆内文创商店."""
    return measure in name or any(name.endswith(measure[:size]) for size in range(2, len(measure) + 1))


def canonical_names(ledger: Ledger) -> dict[str, str]:
    """Every subject and alias, and the canonical name it stands for."""
    names = {fact.subject: fact.subject for fact in ledger.facts}
    for subject, aliases in ledger.subjects.items():
        names[subject] = subject
        names.update(dict.fromkeys(aliases, subject))
    return names

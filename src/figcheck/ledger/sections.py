"""A tree of nodes in, entries out: one table of keys per section drives the reading and the schema for editors."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from figcheck.ledger import grammar
from figcheck.ledger.colons import full_width_key
from figcheck.ledger.mistakes import Mistake
from figcheck.ledger.nodes import Items, Node, Pairs, Refused, Scalar, inside
from figcheck.ledger.source import Source
from figcheck.model import Place, Quantity, Word
from figcheck.values import Frozen

T = TypeVar("T")
ReadValue = Callable[[str], tuple[Quantity, int] | None]
"""A value as an article would write it, to quantity and direction; None where it is no figure."""

_VALUE_LIMIT = 200
"""Characters of a value; nothing longer is a figure."""
_NEAR = 0.6
"""How alike (difflib's ratio) an unknown key and the one suggested must be."""


@dataclass(slots=True)
class Reading:
    """One ledger while it is read: its source, the reader of figures, the mistakes so far."""

    source: Source
    read_value: ReadValue
    mistakes: list[Mistake] = field(default_factory=list)
    shared: dict[Any, Any] = field(default_factory=dict)
    """What many facts say alike, held once."""

    def one(self, value: T) -> T:
        """The value that was met before where an equal one was, so that a large ledger holds it once."""
        return cast(T, self.shared.setdefault(value, value))

    def tell(self, at: int, where: str, key: str, **values: str | Word) -> None:
        """Note a mistake at an offset."""
        self.mistakes.append(self.source.mistake(at, where, key, **values))

    def place(self, at: int) -> Place:
        """File and line of an offset."""
        return Place(self.source.path, self.source.position(at)[0])


class Form(Frozen):
    """One way to write what stands under a key."""

    read: Callable[[Reading, Node, str], Any]
    """Node and way to it, to what it means; None where a mistake was told."""
    schema: Mapping[str, object]
    """The same as JSON Schema."""


class Key(Frozen):
    """What may stand before a colon."""

    name: str
    form: Form
    required: bool = False
    also: str = ""
    """Other words that an editor might write instead, for the suggestion."""


class Section(Frozen):
    """The keys of one kind of entry."""

    name: str
    keys: tuple[Key, ...]
    missing: str = "ledger.missing_key"
    """What is said where a required key is missing."""

    def key(self, name: str) -> Key | None:
        """The key of that name."""
        return _BY_NAME[self.name].get(name)

    def doc(self, key: Key) -> str:
        """What the key is for, in the table of wordings."""
        return f"ledger.doc.{self.name}.{key.name}"


class Entry(Frozen):
    """What stands under the keys of one mapping."""

    where: str
    node: Pairs
    fields: Mapping[str, Any]
    """What each key written means, None where a mistake was told; keys left out are absent."""
    sound: bool
    """Whether it was read to its end and nothing in it is wrong."""

    def at(self, key: str) -> int:
        """Offset of the value under a key that is written."""
        return self.node.entries[key][1].at


class Named(Frozen):
    """A name and where it stands."""

    name: str
    at: int
    where: str


class Subject(Frozen):
    """A canonical name with the other names given to it."""

    named: Named
    aliases: tuple[Named, ...]


class Figure(Frozen):
    """A value as written and as read."""

    written: str
    quantity: Quantity
    direction: int


# --- scalars and lists of them -------------------------------------------------------------------------------


def _text(reading: Reading, node: Node, where: str) -> str | None:
    if isinstance(node, Refused):
        return None
    if not isinstance(node, Scalar):
        reading.tell(node.at, where, "ledger.want_text")
        return None
    if not node.text.strip():
        reading.tell(node.at, where, "ledger.empty_value")
        return None
    if node.text != node.text.strip():
        reading.tell(node.at, where, "ledger.blank_ends")
        return None
    return node.text


def _texts(reading: Reading, node: Node, where: str) -> tuple[str, ...] | None:
    if isinstance(node, Pairs):
        reading.tell(node.at, where, "ledger.want_texts")
        return None
    if not isinstance(node, Items):
        text = _text(reading, node, where)
        return None if text is None else (text,)
    found = [_text(reading, item, f"{where}[{number}]") for number, item in enumerate(node.nodes)]
    return tuple(dict.fromkeys(text for text in found if text is not None))


def _by(read: Callable[[str], object]) -> Callable[[Reading, Node, str], Any]:
    """A reader of scalars from one of texts."""

    def decode(reading: Reading, node: Node, where: str) -> object:
        text = _text(reading, node, where)
        if text is None:
            return None
        try:
            return read(text)
        except grammar.UnreadableError as error:
            reading.tell(node.at, where, error.key, **error.values)
            return None

    return decode


def _version(text: str) -> str:
    if text != "1":
        raise grammar.UnreadableError("ledger.wrong_version", text=text)
    return text


def _figure(reading: Reading, node: Node, where: str) -> Figure | None:
    text = _text(reading, node, where)
    if text is None:
        return None
    read = reading.read_value(text) if len(text) <= _VALUE_LIMIT else None
    if read is None:
        reading.tell(node.at, where, "ledger.not_a_figure", text=text)
        return None
    return Figure(text, *read)


# --- mappings ----------------------------------------------------------------------------------------------


def _pairs(reading: Reading, node: Node, where: str) -> Pairs | None:
    if isinstance(node, Scalar) and (slip := full_width_key(node.text)):
        reading.tell(node.at + (slip[1] if node.plain else 0), where, "ledger.full_width_colon", name=slip[0])
        return None
    if not isinstance(node, (Pairs, Refused)):
        reading.tell(node.at, where, "ledger.want_mapping")
        return None
    return node if isinstance(node, Pairs) else None


def _names(reading: Reading, node: Node, where: str) -> tuple[Named, ...]:
    """A name or a list of names, with their places."""
    if isinstance(node, Scalar) and node.absent:
        return ()
    items = [(node, where)]
    if isinstance(node, Items):
        items = [(item, f"{where}[{number}]") for number, item in enumerate(node.nodes)]
    texts = ((_text(reading, item, here), item.at, here) for item, here in items)
    return tuple(Named(text, at, here) for text, at, here in texts if text is not None)


def _subjects(reading: Reading, node: Node, where: str) -> tuple[Subject, ...]:
    pairs = _pairs(reading, node, where)
    found = []
    for key, value in pairs.entries.values() if pairs else ():
        here = inside(where, key.text)
        if isinstance(value, Scalar) and value.absent and _misspelt_colon(reading, key, here):
            continue
        name = _text(reading, key, here)
        aliases = _names(reading, value, here)
        if name is not None:
            found.append(Subject(Named(name, key.at, here), aliases))
    return tuple(found)


def _editions(reading: Reading, node: Node, where: str) -> tuple[tuple[int, int], ...]:
    pairs = _pairs(reading, node, where)
    years: dict[int, int] = {}
    for key, value in pairs.entries.values() if pairs else ():
        here = inside(where, key.text)
        edition = _by(grammar.read_ordinal)(reading, key, here)
        year = _by(grammar.read_year)(reading, value, here)
        if edition is not None and year is not None:
            years[edition] = year
    return tuple(sorted(years.items()))


def read_entry(reading: Reading, node: Node, where: str, section: Section) -> Entry | None:
    """The entry that a node holds; None where it holds none."""
    before = len(reading.mistakes)
    pairs = _pairs(reading, node, where)
    if pairs is None:
        return None
    fields: dict[str, Any] = {}
    meant = set()
    for name, (written, value) in pairs.entries.items():
        key = section.key(name)
        if key is None:
            meant.add(_unknown(reading, written, inside(where, name), section))
        elif not isinstance(value, Scalar) or not value.absent:
            fields[name] = _field(reading, value, inside(where, name), key)
        elif key.required:
            reading.tell(written.at, inside(where, name), "ledger.empty_value")
    if pairs.whole and not _REQUIRED[section.name] <= pairs.entries.keys():
        _missing(reading, pairs, where, section, meant)
    sound = pairs.whole and len(reading.mistakes) == before and None not in fields.values()
    return Entry(where, pairs, fields, sound)


def _field(reading: Reading, value: Node, where: str, key: Key) -> object:
    if key.required and isinstance(value, Items) and value.whole and not value.nodes:
        reading.tell(value.at, where, "ledger.empty_value")
        return None
    return key.form.read(reading, value, where)


def _missing(reading: Reading, pairs: Pairs, where: str, section: Section, meant: set[str | None]) -> None:
    for key in section.keys:
        if key.required and key.name not in pairs.entries and key.name not in meant:
            here = inside(where, key.name)
            doc = Word(section.doc(key))
            reading.tell(pairs.at, here, section.missing, name=key.name, doc=doc)


def _unknown(reading: Reading, written: Scalar, where: str, section: Section) -> str | None:
    """Tell an unknown key; the key that was probably meant."""
    if written.plain and written.text[:1].isspace():
        reading.tell(written.at, where, "ledger.indent")
        return _nearest(written.text.strip(), section)
    meant = _misspelt_colon(reading, written, where)
    near = _nearest(meant or written.text, section)
    if meant:
        return near
    if near is None:
        known = ", ".join(key.name for key in section.keys)
        reading.tell(written.at, where, "ledger.unknown_key", name=written.text, known=known)
    else:
        reading.tell(written.at, where, "ledger.unknown_key_near", name=written.text, near=near)
    return near


def _misspelt_colon(reading: Reading, written: Scalar, where: str) -> str | None:
    """The key that a full-width colon has swallowed, once it is told."""
    slip = full_width_key(written.text)
    if slip is None or not written.plain:
        return None
    reading.tell(written.at + slip[1], where, "ledger.full_width_colon", name=slip[0])
    return slip[0]


def _nearest(name: str, section: Section) -> str | None:
    words = {word: key.name for key in section.keys for word in (key.name, *key.also.split())}
    near = difflib.get_close_matches(name.lower()[:_VALUE_LIMIT], words, n=1, cutoff=_NEAR)
    return words[near[0]] if near else None


def _list_of(section: Section) -> Form:
    """The form of a list of entries."""

    def decode(reading: Reading, node: Node, where: str) -> tuple[Entry, ...]:
        if isinstance(node, Scalar) and full_width_key(node.text):
            _pairs(reading, node, where)
        elif not isinstance(node, (Items, Refused)):
            reading.tell(node.at, where, "ledger.want_list")
        nodes = node.nodes if isinstance(node, Items) else []
        entries = (read_entry(reading, item, f"{where}[{n}]", section) for n, item in enumerate(nodes))
        return tuple(entry for entry in entries if entry is not None and entry.sound)

    return Form(decode, {"type": ["array"], "items": section_schema(section)})


def _one(section: Section) -> Form:
    """The form of a single entry."""

    def decode(reading: Reading, node: Node, where: str) -> Entry | None:
        entry = read_entry(reading, node, where, section)
        return entry if entry and entry.sound else None

    return Form(decode, section_schema(section))


def section_schema(section: Section) -> dict[str, object]:
    """An entry as JSON Schema, its descriptions still keys of the table of wordings."""
    properties = {}
    for key in section.keys:
        form = dict(key.form.schema)
        kinds = form["type"]
        assert isinstance(kinds, list)
        form["type"] = kinds if key.required else [*kinds, "null"]
        properties[key.name] = {"description": section.doc(key), **form}
    schema: dict[str, object] = {"type": ["object"], "properties": properties, "additionalProperties": False}
    required = [key.name for key in section.keys if key.required]
    return {**schema, "required": required} if required else schema


# --- the tables ----------------------------------------------------------------------------------------------

_SCALARS = ["string", "number", "boolean"]
"""What an editor's YAML takes a bare scalar for; here all are text."""
_POINT = r"\d{4}(-\d\d(-\d\d)?)?"
_PART = rf"({_POINT}|\d{{4}}-(Q[1-4]|H[12]))"

TEXT = Form(_text, {"type": _SCALARS})
TEXTS = Form(_texts, {"type": [*_SCALARS, "array"], "items": {"type": _SCALARS}})
FIGURE = Form(_figure, {"type": ["string", "number"]})
VERSION = Form(_by(_version), {"type": ["integer", "string"], "enum": [1, "1"]})
PERIOD = Form(_by(grammar.read_period), {"type": ["string", "integer"], "pattern": f"^{_PART}(/{_PART})?$"})
STAMP = Form(_by(grammar.read_stamp), {"type": ["string", "integer"], "pattern": f"^{_POINT}$"})
DAY = Form(_by(grammar.read_day), {"type": ["string"], "pattern": r"^\d{4}-\d\d-\d\d$"})
SHARE = Form(_by(grammar.read_share), {"type": ["string", "number"], "pattern": r"^\d+(\.\d+)?\s*[%‰％]?$"})
EVERY = Form(_by(grammar.read_every), {"type": ["string", "integer"], "pattern": r"^[1-9]\d{0,2}\s*(年|years?)?$"})
SUBJECTS = Form(
    _subjects,
    {"type": ["object"], "additionalProperties": {"type": [*_SCALARS, "array", "null"], "items": {"type": _SCALARS}}},
)
EDITIONS = Form(
    _editions,
    {
        "type": ["object"],
        "propertyNames": {"pattern": r"^[1-9]\d{0,3}$"},
        "additionalProperties": {"type": ["string", "integer"], "pattern": r"^\d{4}$"},
    },
)

FACTS = Section(
    "facts",
    (
        Key("id", TEXT, also="编号"),
        Key("subject", TEXT, required=True, also="主体 对象 主语"),
        Key("measure", TEXTS, required=True, also="指标 名目 metric"),
        Key("value", FIGURE, required=True, also="值 数值 数字 数据 number figure"),
        Key("as_of", PERIOD, also="时间 截至 日期 date period when"),
        Key("tolerance", SHARE, also="容差 误差 偏差"),
        Key("source", TEXT, also="出处 来源"),
    ),
)
EVENTS = Section(
    "events",
    (
        Key("name", TEXT, required=True, also="名称 事件 title"),
        Key("aliases", TEXTS, also="别名 简称"),
        Key("first", STAMP, also="首届 第一届 首次"),
        Key("every", EVERY, also="间隔 周期"),
        Key("editions", EDITIONS, also="届次 届"),
        Key("date", STAMP, also="日期 时间 as_of"),
        Key("start", STAMP, also="开始"),
        Key("end", STAMP, also="结束"),
        Key("source", TEXT, also="出处 来源"),
    ),
)
PEOPLE = Section(
    "people",
    (Key("name", TEXT, required=True, also="姓名 名字 人名"), Key("titles", TEXTS, also="职务 头衔 职位 position")),
)
CREDITS = Section(
    "credits",
    (Key("editors", TEXTS, also="编辑 责编"), Key("reporters", TEXTS, also="记者"), Key("sources", TEXTS, also="来源")),
)
ARTICLES = Section(
    "articles",
    (
        Key("title", TEXT, also="标题 题目 headline"),
        Key("url", TEXT, also="网址 链接 link"),
        Key("path", TEXT, also="路径 文件 file"),
        Key("date", DAY, also="日期 时间"),
        Key("editor", TEXT, also="编辑 责编 责任编辑"),
        Key("byline", TEXTS, also="记者 署名 作者 reporter author"),
        Key("source", TEXT, also="来源 出处"),
    ),
)
LEDGER = Section(
    "ledger",
    (
        Key("figcheck", VERSION, required=True, also="version 版本"),
        Key("subjects", SUBJECTS, also="主体 对象"),
        Key("facts", _list_of(FACTS), also="事实 数据 数字"),
        Key("events", _list_of(EVENTS), also="事件 活动"),
        Key("people", _list_of(PEOPLE), also="人物 人名 persons"),
        Key("credits", _one(CREDITS), also="署名"),
        Key("articles", _list_of(ARTICLES), also="稿件 文章"),
    ),
    missing="ledger.no_version",
)


_BY_NAME: Mapping[str, Mapping[str, Key]] = {
    section.name: {key.name: key for key in section.keys}
    for section in (LEDGER, FACTS, EVENTS, PEOPLE, CREDITS, ARTICLES)
}


_REQUIRED: Mapping[str, frozenset[str]] = {
    name: frozenset(key.name for key in keys.values() if key.required) for name, keys in _BY_NAME.items()
}


def all_names() -> Iterator[str]:
    """Every key of every section, and the words written in their stead."""
    for section in (LEDGER, FACTS, EVENTS, PEOPLE, CREDITS, ARTICLES):
        for key in section.keys:
            yield from (key.name, *key.also.split())

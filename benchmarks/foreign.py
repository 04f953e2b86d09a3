"""A job in, what another program reads and how long it takes out; runs alone, with the interpreter that has the peer.

`python foreign.py JOB ANSWER`, both JSON files. The job names the `peer`, `texts` to time with a `budget` of CPU
seconds, and `readings`, each `[text, date, file]`: a file of the suite asks Recognizers for that file's model, null
for all.
"""

from __future__ import annotations

import contextlib
import datetime
import importlib
import json
import re
import sys
import time
from collections.abc import Callable, Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

Found = dict[str, Any]
"""`start`, `end`, `kind`, and what is known of `value`, `low`, `high`, `unit` (as written), `name` and `iso` of it."""
Whole = Callable[[str], object]
Reading = Callable[[str, datetime.date, "str | None"], list[Found]]

ROUNDS = 5
"""Timings taken of a peer that is quick enough; the best counts."""


def main(job_path: str, answer_path: str) -> None:
    """Writes the CPU `seconds` for the first `count` of the texts, and a list of `readings`."""
    job = json.loads(Path(job_path).read_text("utf-8"))
    with contextlib.redirect_stdout(sys.stderr):
        whole, read = PEERS[job["peer"]]()
        seconds, count = _timed(whole, job["texts"], job["budget"])
        readings = [_quiet(read, text, day, file) for text, day, file in job["readings"]] if read else None
    answer = {"seconds": seconds, "count": count, "readings": readings}
    Path(answer_path).write_text(json.dumps(answer, ensure_ascii=False), "utf-8")


def _timed(whole: Whole, texts: list[str], budget: float) -> tuple[float, int]:
    """The least CPU seconds of a pass over as many texts as the budget allows, and how many those are."""
    whole(texts[0][:200])  # tables are loaded at the first call
    begun, count = time.process_time(), 0
    while count < len(texts) and time.process_time() - begun < budget:
        _calm(whole, texts[count])
        count += 1
    best = first = time.process_time() - begun
    for _ in range(min(ROUNDS, int(budget / first)) - 1):
        begun = time.process_time()
        for text in texts[:count]:
            _calm(whole, text)
        best = min(best, time.process_time() - begun)
    return best, count


def _calm(whole: Whole, text: str) -> None:
    with contextlib.suppress(Exception):  # a peer that trips over a text has read it as far as it could
        whole(text)


def _quiet(read: Reading, text: str, day: str, file: str | None) -> list[Found]:
    try:
        return read(text, datetime.date.fromisoformat(day), file)
    except Exception as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return []


# --- Recognizers-Text --------------------------------------------------------------------------------------------


def _recognizers() -> tuple[Whole, Reading]:
    number = importlib.import_module("recognizers_number")
    zh = number.Culture.Chinese
    numbers = number.NumberRecognizer(zh)
    units = importlib.import_module("recognizers_number_with_unit").NumberWithUnitRecognizer(zh)
    dates = importlib.import_module("recognizers_date_time").DateTimeRecognizer(zh).get_datetime_model()
    models = {
        "Currency": units.get_currency_model(),
        "Dimension": units.get_dimension_model(),
        "Temperature": units.get_temperature_model(),
        "Age": units.get_age_model(),
        "Percent": numbers.get_percentage_model(),
        "Ordinal": numbers.get_ordinal_model(),
        "Number": numbers.get_number_model(),
    }

    def whole(text: str) -> None:
        for name in ("Number", "Currency", "Dimension"):
            models[name].parse(text)
        dates.parse(text)

    def read(text: str, day: datetime.date, file: str | None) -> list[Found]:
        if file is not None:
            return [_entity(one) for one in (models[file].parse(text) if file in models else ())]
        moment = datetime.datetime(day.year, day.month, day.day)
        found = [part for one in dates.parse(text, moment) for part in _moment(one, day)]
        found += [_entity(one) for model in models.values() for one in model.parse(text)]
        return list(_longest(found))

    return whole, read


_KINDS = {"number": "number", "ordinal": "ordinal", "percentage": "percent", "currency": "money"}


def _entity(one: Any) -> Found:
    resolution = one.resolution
    value, name = resolution.get("value"), resolution.get("unit")
    if value is not None and value.endswith("%"):
        value, name = value[:-1], "%"
    if value is not None and ("分之" in one.text or "/" in one.text):
        value = str(Fraction(value).limit_denominator(10**6))
    kind = _KINDS.get(one.type_name, "quantity")
    place = {"start": one.start, "end": one.end + 1, "kind": kind, "value": value}
    return {**place, "name": name, "iso": resolution.get("isoCurrency"), "unit": _behind(one.text)}


_NUMBER = re.compile(r"[-+负約约近超]?[0-9０-９.．,，〇零一二两兩三四五六七八九十百千万亿萬億点半几多余 ]+")


def _behind(text: str) -> str | None:
    """The unit as it is written behind the number."""
    number = _NUMBER.match(text)
    return text[number.end() :].strip() or None if number else None


def _moment(one: Any, today: datetime.date) -> Iterable[Found]:
    """A date with a clock time is two figures to us; a set (每天) is none."""
    kind = one.type_name.rpartition(".")[2]
    values = (one.resolution or {}).get("values") or ()
    if not values:
        return
    meant = min(values, key=lambda value: _days_off(value, today))  # of two years, the nearer
    timex, place = meant.get("timex", ""), {"start": one.start, "end": one.end + 1}
    duration = re.fullmatch(r"P(T?)([0-9.]+)([YMWDHS])", timex)
    if kind == "duration" and duration:
        yield {**place, "kind": "duration", "value": duration[2], "unit": _DURATIONS[duration[1] + duration[3]]}
    elif timex.startswith("("):
        yield _period(place, meant, timex, one.text)
    elif kind not in ("duration", "set"):
        yield from _point(place, timex, meant.get("value") or meant.get("start") or "")


_DURATIONS = {"Y": "年", "M": "个月", "W": "周", "D": "天", "TH": "小时", "TM": "分钟", "TS": "秒"}


def _days_off(value: Found, today: datetime.date) -> int:
    written = str(value.get("value") or value.get("start"))[:10]
    try:
        return abs((datetime.date.fromisoformat(written) - today).days)
    except ValueError:
        return 0


def _point(place: Found, timex: str, known: str) -> Iterable[Found]:
    """`2024-11-20T15`; of a part of the day (`TAF`, the afternoon) nothing but its date remains."""
    day, _, clock = timex.partition("T")
    if day:
        yield {**place, "kind": "date", "value": _filled(day, known)}
    if clock[:1].isdigit():
        yield {**place, "kind": "time", "value": clock if ":" in clock else f"{clock}:00"}


def _period(place: Found, meant: Found, timex: str, text: str) -> Found:
    """1月至10月 is a range of months, since no day is written."""
    low, high = timex.strip("()").split(",")[:2]
    length = 10 if re.search("[日号天]", text) else 7 if "月" in text else 4
    ends = _filled(low, meant.get("start", "")), _filled(high, meant.get("end", ""))
    return {**place, "kind": "date", "low": ends[0][:length], "high": ends[1][:length]}


def _filled(timex: str, known: str) -> str:
    """`XXXX-10-10` and `XXXX-XX-10` with what is known of `2024-10-10`."""
    return "".join(known[at] if char == "X" and at < len(known) else char for at, char in enumerate(timex))


def _longest(found: list[Found]) -> Iterable[Found]:
    """Of what overlaps, the longest; of equals, the first, so that a unit wins over a bare number."""
    taken: list[tuple[int, int]] = []
    for one in sorted(found, key=lambda one: one["start"] - one["end"]):
        place = (one["start"], one["end"])
        if place in taken and one["kind"] == "time":  # the clock half of a date
            yield one
        elif all(place[1] <= start or end <= place[0] for start, end in taken):
            taken.append(place)
            yield one


# --- JioNLP --------------------------------------------------------------------------------------------------------


def _jionlp() -> tuple[Whole, Reading]:
    ner = importlib.import_module("jionlp").ner

    def whole(text: str) -> None:
        ner.extract_money(text)
        ner.extract_time(text)

    def read(text: str, day: datetime.date, file: str | None) -> list[Found]:
        found = [_sum(one) for one in ner.extract_money(text, with_parsing=True)]
        if file is None:
            base = time.mktime(day.timetuple())
            times = ner.extract_time(text, time_base=base, with_parsing=True)
            found += [part for one in times for part in _time(one)]
        return [one for one in found if one]

    return whole, read


def _sum(one: Any) -> Found:
    (start, end), detail = one["offset"], one["detail"]
    number = detail["num"]
    if isinstance(number, (list, tuple)):
        odd = re.search("[多余几]", one["text"])  # 2300多万 is 23 million to us, with a hedge
        ends = {"value": number[0]} if odd else {"low": number[0], "high": number[1]}
    else:
        ends = {"value": number}
    return {"start": start, "end": end, "kind": "money", **ends, "unit": detail["case"]}


_SPANS = {"year": "年", "month": "个月", "week": "周", "day": "天", "hour": "小时", "minute": "分钟", "second": "秒"}


def _time(one: Any) -> Iterable[Found]:
    (start, end), detail = one["offset"], one["detail"]
    place, meant = {"start": start, "end": end}, detail["time"]
    if one["type"] == "time_delta" and isinstance(meant, dict):
        for name, number in meant.items():
            if name in _SPANS and len(meant) == 1:
                yield {**place, "kind": "duration", "value": f"{number:g}", "unit": _SPANS[name]}
    elif one["type"] in ("time_point", "time_span") and isinstance(meant, list):
        yield from _stretch(place, one["text"], *meant)


def _stretch(place: Found, text: str, first: str, last: str) -> Iterable[Found]:
    """`["2024-11-01 00:00:00", "2024-11-30 23:59:59"]` is a month; which precision is meant, the words tell."""
    length = 10 if re.search("[日号天]", text) else 7 if "月" in text else 4
    if re.search("[时点分:：]", text):
        yield {**place, "kind": "time", "value": first[11:16]}
        if length == 4 and "年" not in text:
            return
    low, high = first[:length], last[:length]
    one = low == high or not high[:4].isdigit()  # 8月1日起 goes on to infinity
    yield {**place, "kind": "date", **({"value": low} if one else {"low": low, "high": high})}


# --- readers of bare numbers, and programs that only rewrite ----------------------------------------------------


def _chinese2digits() -> tuple[Whole, Reading]:
    take = importlib.import_module("chinese2digits").takeNumberFromString

    def read(text: str, day: datetime.date, file: str | None) -> list[Found]:
        answer, at, found = take(text), 0, []
        for written, value in zip(answer["CHNumberStringList"], answer["digitsStringList"], strict=False):
            start = text.find(written, at)
            if start < 0:
                continue
            at = start + len(written)
            found.append({"start": start, "end": at, **_share(written, value)})
        return found

    return take, read


def _share(written: str, value: str) -> Found:
    if "%" in written or "％" in written or "百分之" in written:
        return {"kind": "percent", "value": str(Fraction(value).limit_denominator(10**6) * 100), "name": "%"}
    if "分之" in written:
        value = str(Fraction(value).limit_denominator(10**6))
    return {"kind": "number", "value": value}


def _cn2an() -> tuple[Whole, None]:
    transform = importlib.import_module("cn2an").transform
    return lambda text: transform(text, "cn2an"), None


def _wetext() -> tuple[Whole, None]:
    return importlib.import_module("wetext").Normalizer(lang="zh", operator="itn").normalize, None


def _autocorrect() -> tuple[Whole, None]:
    return importlib.import_module("autocorrect_py").format, None


PEERS: dict[str, Callable[[], tuple[Whole, Reading | None]]] = {
    "recognizers": _recognizers,
    "jionlp": _jionlp,
    "chinese2digits": _chinese2digits,
    "cn2an": _cn2an,
    "wetext": _wetext,
    "autocorrect": _autocorrect,
}
"""How each is loaded: what is timed, and how its figures are had, where it gives any."""


if __name__ == "__main__":
    main(*sys.argv[1:])

"""A piece of work in, the records of its documents out; what can't be read is a record that says why."""

from __future__ import annotations

import io
import json
import os
import sys
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import blake2b
from typing import IO, Any, NamedTuple

from figcheck.audit.schema import FIELDS
from figcheck.audit.units import Unit, kind_of
from figcheck.documents import MAX_BYTES, SUFFIXES

MEMBER_BYTES = MAX_BYTES
"""A member of an archive that unpacks to more is not read."""
RATIO = 200
"""Nor one that unpacks to so many times its packed size, once it is over a megabyte."""
DEPTH = 2
"""Archives in archives are opened so deep."""
LINE_BYTES = MAX_BYTES
"""A line of JSONL that is longer is not read."""

_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "_id", "doc_id", "docid", "uuid", "编号"),
    "title": ("title", "headline", "标题"),
    "date": ("date", "published", "publish_date", "pubdate", "datetime", "time", "日期", "发布日期"),
    "text": ("text", "content", "body", "article", "正文", "内容"),
    "source": ("source", "agency", "来源"),
    "byline": ("byline", "author", "authors", "reporter", "reporters", "记者", "作者"),
    "editor": ("editor", "editors", "责编", "编辑", "责任编辑"),
    "url": ("url", "link", "网址"),
    "section": ("section", "category", "channel", "栏目", "版面", "版"),
    "desk": ("desk", "department", "部门"),
}
"""Names under which the fields of a record are known; the first that is there is taken."""


class Record(NamedTuple):
    """A document as found."""

    document: str
    """Its name in the archive."""
    path: str
    data: bytes | None = None
    """The file, for those that are files."""
    fields: Mapping[str, str] | None = None
    """The fields, for those that are records."""
    reason: str = ""
    """Why there is neither."""
    lost: bool = False
    """Whether what else its container may hold could not be read either."""

    @property
    def digest(self) -> bytes:
        """16 bytes that tell this content from any other."""
        if self.data is not None:
            content = self.data
        else:
            content = json.dumps([self.fields, self.reason], ensure_ascii=False, sort_keys=True).encode(
                "utf-8", "surrogatepass"
            )
        return blake2b(content, digest_size=16).digest()


def read(unit: Unit, columns: Mapping[str, str] | None = None) -> Iterator[Record]:
    """The records of a piece of work, in order. `columns` maps field names to a source's own.

    Nothing is raised for bad sources; each is a record with a reason.
    """
    yield from map(_sound, _found(unit, columns or {}))


def _sound(record: Record) -> Record:
    """The record without halves of characters, which JSON and names of files may hold and no store can."""
    try:
        record.document.encode()
        record.path.encode()
        for text in (record.fields or {}).values():
            text.encode()
    except UnicodeEncodeError:
        fields = {name: _whole(text) for name, text in (record.fields or {}).items()}
        return record._replace(document=_named(record.document), path=_named(record.path), fields=fields or None)
    return record


def _named(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode()


def _whole(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _found(unit: Unit, columns: Mapping[str, str]) -> Iterator[Record]:
    path = unit.paths[0]
    try:
        match unit.kind:
            case "files":
                yield from (_file(unit, each) for each in unit.paths)
            case "missing":
                yield Record(path, path, reason="FileNotFoundError", lost=True)
            case "broken":
                yield Record(path, path, reason="its reader crashed", lost=True)
            case "lines":
                yield from _lines(unit, columns)
            case "zip":
                with unit.opened(path) as file:
                    yield from _zip(file, path, range(unit.start, unit.stop if unit.stop >= 0 else sys.maxsize), 1)
            case "tar":
                with _opened(unit) as file:
                    yield from _tar(file, path, 1)
            case "parquet":
                yield from _parquet(unit, columns)
            case "warc":
                with unit.opened(path) as file:
                    yield from _warc(file, path)
    except Exception as error:  # whatever a damaged container makes its reader do
        yield Record(f"{path}#{unit.start}" if unit.start else path, path, reason=_told(error), lost=True)


def _told(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def _file(unit: Unit, path: str) -> Record:
    try:
        with unit.opened(path) as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return Record(path, path, reason=_told(error))
    return Record(path, path, data)


# --- JSONL ---------------------------------------------------------------------------------------------------------


def _lines(unit: Unit, columns: Mapping[str, str]) -> Iterator[Record]:
    """The lines that begin in the piece, the last to its end; a line is named by its id, else by its place."""
    path = unit.paths[0]
    with _opened(unit) as file:
        start = unit.start
        if start:
            file.seek(start - 1)
            start += len(file.readline()) - 1
        at = start
        while unit.stop < 0 or at < unit.stop:
            line = file.readline(LINE_BYTES + 1)
            if not line:
                return
            place, at = at, at + len(line)
            if len(line) > LINE_BYTES:
                yield Record(f"{path}#@{place}", path, reason="line too long")
                return
            if line.strip():
                yield _line(line, path, place, columns)


def _line(line: bytes, path: str, place: int, columns: Mapping[str, str]) -> Record:
    try:
        row = json.loads(line.decode("utf-8-sig" if place == 0 else "utf-8"))
    except (ValueError, RecursionError) as error:
        return Record(f"{path}#@{place}", path, reason=_told(error))
    if not isinstance(row, dict):
        return Record(f"{path}#@{place}", path, reason="not an object")
    return _row(row, path, f"@{place}", columns)


def _row(row: Mapping[str, Any], path: str, place: str, columns: Mapping[str, str]) -> Record:
    """A record of named values. Bylines and editors may be lists."""
    found = {name: text for name in ("id", *FIELDS) if (text := _value(row, name, columns)) is not None}
    name = f"{path}#{found.pop('id', place)}"
    if "text" not in found:
        return Record(name, path, reason="no text")
    return Record(name, path, fields=found)


def _value(row: Mapping[str, Any], name: str, columns: Mapping[str, str]) -> str | None:
    keys = (columns[name],) if columns.get(name) in row else _NAMES[name]
    value = next((row[key] for key in keys if row.get(key) not in (None, "")), None)
    if value is None:
        return None
    if isinstance(value, (list, tuple)):
        return "、".join(str(each) for each in value)
    return str(value)


@contextmanager
def _opened(unit: Unit) -> Iterator[IO[bytes]]:
    """The file of a piece, unpacked where its name says that it is packed."""
    name = unit.paths[0].lower()
    with unit.opened(unit.paths[0]) as raw:
        if name.endswith((".gz", ".tgz")):
            import gzip

            with gzip.open(raw) as packed:
                yield packed  # type: ignore[misc]
        elif name.endswith(".zst"):
            import zstandard

            with zstandard.ZstdDecompressor().stream_reader(raw) as stream:
                yield io.BufferedReader(stream)
        elif name.endswith(".bz2"):
            import bz2

            with bz2.open(raw) as packed:
                yield packed
        elif name.endswith(".xz"):
            import lzma

            with lzma.open(raw) as packed:
                yield packed
        else:
            yield raw


# --- archives ------------------------------------------------------------------------------------------------------


def _wanted(name: str) -> bool:
    """Whether a member is a document or a container; hidden ones and those of no known kind are passed over."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return bool(last) and not last.startswith(".") and (last.lower().endswith(SUFFIXES) or kind_of(last) is not None)


def _zip(file: IO[bytes], path: str, members: range, depth: int) -> Iterator[Record]:
    with zipfile.ZipFile(file) as archive:
        for info in archive.infolist()[members.start : members.stop]:
            if info.is_dir() or not _wanted(info.filename):
                continue
            name = f"{path}!{_name(info)}"
            if info.file_size > MEMBER_BYTES or _bursts(info.file_size, info.compress_size):
                yield Record(name, path, reason="unpacks to too much")
                continue
            try:
                with archive.open(info) as member:
                    data = member.read(MEMBER_BYTES + 1)
            except Exception as error:  # encrypted, damaged, in a way of packing that is not known
                yield Record(name, path, reason=_told(error))
                continue
            yield from _member(name, path, data, depth)


def _name(info: zipfile.ZipInfo) -> str:
    """A member's name; those that older programs packed in China are GBK and not marked as such."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gbk")
    except UnicodeError:
        return info.filename


def _bursts(size: int, packed: int) -> bool:
    return size > 2**20 and size > RATIO * max(packed, 1)


def _tar(file: IO[bytes], path: str, depth: int) -> Iterator[Record]:
    import tarfile

    with tarfile.open(fileobj=file, mode="r|") as archive:
        for info in archive:
            if not info.isfile() or not _wanted(info.name):
                continue  # links lead out of the archive or to what comes by itself
            name = f"{path}!{info.name}"
            if info.size > MEMBER_BYTES:
                yield Record(name, path, reason="unpacks to too much")
                continue
            member = archive.extractfile(info)
            if member is not None:
                yield from _member(name, path, member.read(MEMBER_BYTES + 1), depth)


def _member(name: str, path: str, data: bytes, depth: int) -> Iterator[Record]:
    kind = kind_of(name)
    if kind is None:
        if len(data) > MEMBER_BYTES:
            yield Record(name, path, reason="unpacks to too much")
        else:
            yield Record(name, path, data)
    elif depth >= DEPTH and kind != "lines":
        yield Record(name, path, reason="archives too deep in archives")
    else:
        yield from _inner(kind, name, data, depth)


def _inner(kind: str, name: str, data: bytes, depth: int) -> Iterator[Record]:
    """The records of a container that lies in another, under names that begin with its own."""
    file: IO[bytes] = io.BytesIO(data)
    try:
        if kind == "zip":
            yield from _zip(file, name, range(sys.maxsize), depth + 1)
        elif kind == "tar" and name.lower().endswith(".tar"):
            yield from _tar(file, name, depth + 1)
        elif kind == "lines" and name.lower().endswith((".jsonl", ".ndjson")):
            at = 0
            for line in file:
                if line.strip():
                    yield _line(line, name, at, {})
                at += len(line)
        else:
            yield Record(name, name, reason="packed container in an archive")
    except Exception as error:
        yield Record(name, name, reason=_told(error), lost=True)


# --- Parquet, WARC -------------------------------------------------------------------------------------------------


def _parquet(unit: Unit, columns: Mapping[str, str]) -> Iterator[Record]:
    import pyarrow.parquet as pq

    path = unit.paths[0]
    with unit.opened(path) as raw, pq.ParquetFile(raw) as file:
        known = {name for names in _NAMES.values() for name in names} | set(columns.values())
        wanted = [name for name in file.schema_arrow.names if name in known]
        groups = [unit.start] if unit.stop > unit.start else list(range(file.num_row_groups))
        at = 0
        for batch in file.iter_batches(batch_size=256, row_groups=groups, columns=wanted):
            for row in batch.to_pylist():
                yield _row(row, path, f"{unit.start}:{at}", columns)
                at += 1


def _warc(file: IO[bytes], path: str) -> Iterator[Record]:
    from warcio.archiveiterator import ArchiveIterator

    for number, record in enumerate(ArchiveIterator(file)):
        if record.rec_type != "response":
            continue
        address = record.rec_headers.get_header("WARC-Target-URI") or f"@{number}"
        kind = record.http_headers.get_header("Content-Type", "") if record.http_headers else ""
        if "html" not in kind.lower():
            continue
        name = f"{path}#{address}"
        data = record.content_stream().read(MEMBER_BYTES + 1)
        if len(data) > MEMBER_BYTES:
            yield Record(name, path, reason="unpacks to too much")
        else:
            yield Record(name, os.path.join(path, "page.html"), data)

"""An address in (`hdfs://…`, `s3a://…`, `viewfs://…`), the file system that it is on out, by the Java classes of Spark.

What Spark reaches is reached, with Spark's own settings and credentials and nothing else. The driver has a virtual
machine already; a Python worker starts a small one when it meets the first address, and both end together.
"""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from figcheck import expressions as re
from figcheck.audit.places import Entry

_BUFFER = 2**20
"""Bytes that are fetched and sent at a time."""
_AUTHORITY = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://[^/]*")
_HEAP = "-Xmx256m"


class Hadoop:
    """The file systems that Hadoop's classes reach; a Place."""

    def __init__(self, machine: Any, configuration: Any) -> None:
        """`machine` is py4j's view of a Java virtual machine, `configuration` Hadoop's there."""
        self._machine, self._configuration = machine, configuration

    def entry(self, path: str) -> Entry:
        """What lies there."""
        with _told(path):
            system, name = self._at(path)
            return _entry(system.getFileStatus(name))

    def entries(self, folder: str) -> list[Entry]:
        """What lies in a folder, by name."""
        with _told(folder):
            system, name = self._at(folder)
            return sorted(map(_entry, system.listStatus(name)))

    def matching(self, pattern: str) -> list[str]:
        """The files that a glob means, as Hadoop has it: `*` and `?` within a name, `[…]` and `{…}`."""
        found = _AUTHORITY.match(pattern)
        authority = found.group() if found else ""
        with _told(pattern):
            system, name = self._at(pattern)
            states = [state for state in system.globStatus(name) or () if state.isFile()]
            return sorted(authority + state.getPath().toUri().getPath() for state in states)

    def open(self, path: str) -> BinaryIO:
        """A file for reading."""
        with _told(path):
            system, name = self._at(path)
            size = system.getFileStatus(name).getLen()
            return cast(BinaryIO, io.BufferedReader(_Source(system.open(name), size, path), _BUFFER))

    def create(self, path: str) -> BinaryIO:
        """A new file for writing."""
        with _told(path):
            system, name = self._at(path)
            return cast(BinaryIO, io.BufferedWriter(_Sink(system.create(name, True), path), _BUFFER))

    def make(self, folder: str) -> None:
        """Makes a folder and those above it."""
        with _told(folder):
            system, name = self._at(folder)
            system.mkdirs(name)

    def replace(self, path: str, target: str) -> None:
        """Puts a file in its place; of one that is there already nothing is left."""
        with _told(target):
            system, name = self._at(path)
            place = self._at(target)[1]
            if not system.rename(name, place):
                system.delete(place, False)
                if not system.rename(name, place):
                    raise OSError(errno.EIO, "can't be renamed", path)

    def remove(self, path: str) -> None:
        """Takes a file away."""
        with _told(path):
            system, name = self._at(path)
            system.delete(name, False)

    def settings(self) -> str:
        """Hadoop's configuration as XML, for `launched` on another machine."""
        text = self._machine.java.io.StringWriter()
        self._configuration.writeXml(text)
        return str(text.toString())

    def _at(self, path: str) -> tuple[Any, Any]:
        name = self._machine.org.apache.hadoop.fs.Path(path)
        return name.getFileSystem(self._configuration), name


def launched(settings: str, jars: str) -> Hadoop:
    """Hadoop's file systems in a virtual machine of our own, which ends when this process does.

    `settings` is what `Hadoop.settings` gave, `jars` a folder of jars that the cluster was sent. Raises OSError where
    Java or Spark's jars are missing.
    """
    from py4j.java_gateway import JavaGateway

    places = _classpath(jars)
    home = os.environ.get("JAVA_HOME")
    gateway = JavaGateway.launch_gateway(
        jarpath=next((str(jar) for place in places for jar in Path(place).parent.glob("py4j*.jar")), None),
        classpath=os.pathsep.join(places),
        javaopts=[_HEAP, "-XX:+UseSerialGC"],
        java_path=str(Path(home, "bin", "java")) if home else "java",
        die_on_exit=True,
        enable_auth=True,
    )
    configuration = gateway.jvm.org.apache.hadoop.conf.Configuration()
    configuration.addResource(gateway.jvm.java.io.ByteArrayInputStream(settings.encode()))
    return Hadoop(gateway.jvm, configuration)


def _classpath(jars: str) -> list[str]:
    """Where Spark's classes are on a machine of a cluster, whatever manages it."""
    from pyspark.find_spark_home import _find_spark_home

    named = ("HADOOP_CONF_DIR", "YARN_CONF_DIR", "CLASSPATH", "SPARK_CLASSPATH", "SPARK_DIST_CLASSPATH")
    known = [os.environ[name] for name in named if os.environ.get(name)]
    folders = (jars, str(Path.cwd()), str(Path(_find_spark_home(), "jars")))
    return [*known, *(str(Path(folder, "*")) for folder in folders)]


def _entry(state: Any) -> Entry:
    folder = bool(state.isDirectory())
    return Entry(state.getPath().getName(), folder, 0 if folder else int(state.getLen()))


@contextmanager
def _told(path: str) -> Iterator[None]:
    """What Java complains of, as OSError."""
    from py4j.protocol import Py4JJavaError

    try:
        yield
    except Py4JJavaError as error:
        kind, reason = error.java_exception.getClass().getName(), error.java_exception.getMessage()
        if kind.endswith((".FileNotFoundException", ".NotInMountpointException")):
            raise FileNotFoundError(errno.ENOENT, str(reason or kind), path) from None
        raise OSError(errno.EIO, str(reason or kind), path) from None


class _Source(io.RawIOBase):
    """A stream of Java's to read from."""

    def __init__(self, stream: Any, size: int, path: str) -> None:
        self._stream, self._size, self._path, self._place = stream, size, path, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        begin = {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self._size}[whence]
        self._place = max(0, begin + offset)
        return self._place

    def readinto(self, buffer: Any) -> int:
        if self._place >= self._size:
            return 0
        with _told(self._path):
            if self._stream.getPos() != self._place:
                self._stream.seek(self._place)
            found = self._stream.readNBytes(len(buffer))
        buffer[: len(found)] = found
        self._place += len(found)
        return len(found)

    def close(self) -> None:
        if not self.closed:
            super().close()
            with _told(self._path):
                self._stream.close()


class _Sink(io.RawIOBase):
    """A stream of Java's to write to; the file is whole when it is closed."""

    def __init__(self, stream: Any, path: str) -> None:
        self._stream, self._path, self._place = stream, path, 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def write(self, content: Any) -> int:
        sent = bytes(content)
        with _told(self._path):
            self._stream.write(sent)
        self._place += len(sent)
        return len(sent)

    def close(self) -> None:
        if not self.closed:
            super().close()
            with _told(self._path):
                self._stream.close()

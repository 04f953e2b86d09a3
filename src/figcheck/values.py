"""A class that only lists its fields in, the same as an immutable value out: `dataclass(frozen=True)`, but sooner.

A value is a tuple with names. To make its class takes a tenth of the time that `dataclasses` needs, and dozens of them
are made before the first article is read; to make a value takes a third. `dataclasses` knows their fields all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast, dataclass_transform

if TYPE_CHECKING:
    from dataclasses import replace as replace
else:

    def replace(item, /, **changes):
        """The same value with other fields."""
        return type(item)(**{**dict(zip(item.__match_args__, item, strict=True)), **changes})


T = TypeVar("T")


@dataclass_transform(frozen_default=True, order_default=True)
def ordered(cls: type[T]) -> type[T]:
    """As `frozen`; its values sort by their fields."""
    return _made(cls)


@dataclass_transform(frozen_default=True)
def frozen(cls: type[T]) -> type[T]:
    """The class whose annotations are its fields, in order, with their defaults; it hashes and unpacks as tuples do."""
    return _made(cls)


def _made(cls: type[T]) -> type[T]:
    body = {name: item for name, item in vars(cls).items() if name not in ("__dict__", "__weakref__")}
    names = tuple(body.get("__annotations__", ()))
    defaults = tuple(body.pop(name) for name in names if name in body)
    for place, name in enumerate(names):
        body[name] = _getter(place, None)
    given = ", ".join(names)
    new = eval(f"lambda _cls, {given}: _tuple(_cls, ({given},))", {"_tuple": tuple.__new__})
    new.__defaults__ = defaults
    new.__name__, new.__qualname__ = "__new__", f"{cls.__qualname__}.__new__"
    body |= {"__slots__": (), "__new__": new, "__match_args__": names, "__dataclass_fields__": _Fields(defaults)}
    return cast("type[T]", type(cls.__name__, (_Value,), body))


class _Value(tuple[Any, ...]):
    """What all values share."""

    __slots__ = ()
    __match_args__: tuple[str, ...] = ()

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={item!r}" for name, item in zip(self.__match_args__, self, strict=True))
        return f"{type(self).__qualname__}({fields})"

    def __replace__(self, **changes: Any) -> Any:
        return replace(cast("Any", self), **changes)

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)


class _Fields:
    """The fields as `dataclasses` knows them, made when it asks."""

    def __init__(self, defaults: tuple[Any, ...]) -> None:
        self._defaults = defaults

    def __get__(self, instance: object, owner: type[_Value]) -> dict[str, Any]:
        import dataclasses

        names = owner.__match_args__
        first = len(names) - len(self._defaults)
        optional = [(name, Any, _always(item)) for name, item in zip(names[first:], self._defaults, strict=True)]
        made: Any = dataclasses.make_dataclass(owner.__name__, [*names[:first], *optional])
        fields: dict[str, Any] = made.__dataclass_fields__
        type.__setattr__(owner, "__dataclass_fields__", fields)
        return fields


def _always(default: object) -> Any:
    from dataclasses import field

    return field(default_factory=lambda: default)


try:
    from _collections import _tuplegetter as _getter  # type: ignore[import-not-found]  # reads a field without a call
except ImportError:

    def _getter(place: int, doc: str | None) -> Any:
        from operator import itemgetter

        return property(itemgetter(place), doc=doc)

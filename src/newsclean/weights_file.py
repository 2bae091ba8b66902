"""The file of an ensemble of networks: a JSON header, then arrays one after the other.

What the nets share (scaling, vocabularies) keeps its precision; the weights of each net are 16-bit
floats. What is no array, the names of the features among it, goes into the header.
"""

from __future__ import annotations

import json
import math
import mmap
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

_DATA = Path(__file__).parent / "data"

Arrays = dict[str, Any]
Data = bytes | mmap.mmap


def path(name: str) -> Path:
    """Where the file `name` of the package's data is, its folder included ("cleaning/text.bin")."""
    return _DATA / name


def read(name: str) -> Data:
    """The file `name` of the package's data, of which only what is read is loaded.

    Most pages need one of the nets in a file, and the workers of a batch share what they read.
    """
    with path(name).open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def dump(
    magic: bytes, shared: Mapping[str, Any], nets: Sequence[Mapping[str, Any]], note: str
) -> bytes:
    """The bytes of the file.

    Args:
        magic: four bytes that tell this kind of network from others.
        shared: arrays that all nets read with, integers below 2**32 or floats, and lists of names.
        nets: for each net its arrays, and sequences of numbers that say how it is built.
        note: what it was trained on.
    """
    parts: list[bytes] = []

    def described(name: str, value: Any, kind: str) -> list[Any]:
        parts.append(np.ascontiguousarray(value, kind).tobytes())
        return [name, kind, list(value.shape)]

    listed = [
        described(name, value, "<u4" if value.dtype.kind == "u" else "<f4")
        for name, value in shared.items()
        if isinstance(value, np.ndarray)
    ]
    names = {name: list(value) for name, value in shared.items() if not hasattr(value, "dtype")}
    headers = []
    for net in nets:
        arrays = {name: value for name, value in net.items() if isinstance(value, np.ndarray)}
        built = {name: list(value) for name, value in net.items() if name not in arrays}
        weights = [described(name, value, "<f2") for name, value in arrays.items()]
        headers.append({**built, "arrays": weights})
    header = json.dumps({"note": note, "names": names, "shared": listed, "nets": headers}).encode()
    header += b" " * (-len(header) % 4)
    return b"".join([magic, struct.pack("<I", len(header)), header, *parts])


def loads(magic: bytes, data: Data) -> tuple[Arrays, list[Arrays]]:
    """What was given to `dump`: what the nets share, and the nets, all as it stands in the file.

    Raises:
        ValueError: the bytes are something else.
    """
    if data[:4] != magic:
        raise ValueError(f"not a newsclean network of the kind {magic.decode()}")
    (length,) = struct.unpack("<I", data[4:8])
    header = json.loads(data[8 : 8 + length])
    at = 8 + length

    def take(described: list[list[Any]]) -> Arrays:
        nonlocal at
        out = {}
        for name, kind, shape in described:
            out[name] = np.frombuffer(data, kind, math.prod(shape), at).reshape(shape)
            at += out[name].nbytes
        return out

    shared = {**header["names"], **take(header["shared"])}
    return shared, [{**net, **take(net.pop("arrays"))} for net in header["nets"]]

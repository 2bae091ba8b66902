"""Writes a small compound file ([MS-CFB], version 3), as Outlook saves a message in."""

from __future__ import annotations

import struct

SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def message(streams: dict[str, bytes]) -> bytes:
    """A compound file with these streams below its root."""
    mini, mini_fat, places = bytearray(), [], {}
    sectors: list[bytes] = []
    fat: list[int] = []

    def store(data: bytes) -> int:
        """Put data into sectors; the number of the first."""
        first = len(sectors)
        count = max(1, -(-len(data) // SECTOR))
        for at in range(count):
            sectors.append(data[at * SECTOR : (at + 1) * SECTOR].ljust(SECTOR, b"\0"))
            fat.append(first + at + 1 if at + 1 < count else END)
        return first

    for name, data in streams.items():
        if len(data) >= CUTOFF:
            places[name] = store(data)
            continue
        places[name] = len(mini_fat)
        count = max(1, -(-len(data) // MINI))
        mini_fat += [*range(len(mini_fat) + 1, len(mini_fat) + count), END]
        mini += data.ljust(count * MINI, b"\0")
    root = store(bytes(mini))
    table = store(struct.pack(f"<{len(mini_fat)}I", *mini_fat).ljust(SECTOR, b"\xff"))
    entries = entry("Root Entry", 5, root, len(mini))
    for name, data in streams.items():
        entries += entry(name, 2, places[name], len(data))
    directory = store(entries)
    place = len(sectors)
    fat.append(FAT)
    fat_sector = struct.pack("<128I", *fat, *[FREE] * (128 - len(fat)))
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\0" * 16, 0x3E, 3, 0xFFFE, 9, 6, b"\0" * 6),
        *(0, 1, directory, 0, CUTOFF, table, 1, END, 0, place),
    )
    return header.ljust(SECTOR, b"\xff") + b"".join(sectors) + fat_sector


def entry(name: str, kind: int, start: int, size: int) -> bytes:
    """An entry of the directory."""
    raw = name.encode("utf-16-le")
    head = raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw) + 2, kind, 1, FREE, FREE, FREE)
    return head + b"\0" * 36 + struct.pack("<IQ", start, size)

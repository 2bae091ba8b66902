"""What recurs between the pages of one site: a line that three of them have.

Pages that share half of their prose with another count as its copies, so that copies and new
versions of one article never wear each other away. This runs in a worker: the parent of a batch
spares itself the cleaning and what that loads.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from newsclean.document import Line, SiteProfile

FEWEST = 5
"""Pages that must differ from each other."""
_RECURS = 3
_PROSE = 8
_COPY = 0.5


@dataclass(frozen=True, slots=True)
class Recurring:
    """What recurs on a site: a profile as `Options.site` takes it, and the lines alone.

    What is digested again when a site changes depends on the lines, not on how often each
    was counted.
    """

    profile: SiteProfile
    lines: str

    def dumps(self) -> str:
        """As JSON, for the way from a worker to the parent."""
        profile = self.profile._asdict() | {"pairs": list(self.profile.pairs)}
        return json.dumps({"profile": profile, "lines": self.lines})

    @classmethod
    def loads(cls, text: str) -> Recurring:
        """What `dumps` made text of."""
        data = json.loads(text)
        pairs = frozenset((one, two) for one, two in data["profile"].pop("pairs"))
        return cls(SiteProfile(**data["profile"], pairs=pairs), data["lines"])


def find(pages: Sequence[Sequence[str]]) -> Recurring | None:
    """What recurs between these pages, each given by its lines, if anything does."""
    from newsclean.cleaning import site_profile

    different = _without_copies(pages)
    if len(different) < FEWEST:
        return None
    learned = site_profile.learn([Line(0, len(text), text) for text in page] for page in different)
    lines = {
        text: count
        for text, count in learned.lines.items()
        if count >= _RECURS and any(map(str.isalpha, text))  # bare numbers recur by chance
    }
    if not lines:
        return None
    pairs = frozenset(pair for pair in learned.pairs if all(text in lines for text in pair))
    profile = SiteProfile(learned.pages, lines, pairs)
    return Recurring(profile, "\n".join(sorted(lines)))


def _without_copies(pages: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The pages that share less than half of their prose with every one before."""
    from newsclean.cleaning.site_profile import key

    kept: list[Sequence[str]] = []
    seen: list[set[str]] = []
    for page in pages:
        prose = {key(text) for text in page if text.count(" ") >= _PROSE}
        if prose and all(len(prose & other) < _COPY * len(prose) for other in seen):
            kept.append(page)
            seen.append(prose)
    return kept

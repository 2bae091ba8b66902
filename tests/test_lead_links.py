"""HTML: below a link that leads on ("Next", "Learn more") only links are titles of others."""

from __future__ import annotations

import pytest

from newsclean import cleaning
from newsclean.sources import read

PROSE = (
    "<p>Whoever walks the coast of Ferrow for three days carries less than they think, and the "
    "keeper of the lamp at Arran has a shed full of what others left behind.</p><p>The path is "
    "marked in white, and the ferry runs until six. After that you sleep in the boat house, which "
    "costs nothing and smells of tar.</p>"
)
ITEMS = ("Water filter and a tin cup", "Rope of ten metres", "Stove with fuel for a day")
TITLES = ("The lamp at Arran is lit again", "Why the ferry stops at six")


@pytest.mark.parametrize("lead", ["Next", "Learn more", "Weiterlesen"])
def test_the_items_below_a_link_that_leads_on_stay(lead: str) -> None:
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    titles = "".join(f'<li><a href="/x">{title}</a></li>' for title in TITLES)
    page = (
        '<html><body><nav><a href="/">Home</a></nav><main><h1>Three days on the coast of Ferrow'
        f'</h1>{PROSE}<div><a href="#b">{lead}</a></div><ul>{items}</ul>'
        f'{PROSE.replace("three", "four")}<div><a href="#c">{lead}</a></div><ul>{titles}</ul>'
        "</main></body></html>"
    )
    text = cleaning.clean(read.from_bytes(page.encode(), "page.html")).text
    assert all(item in text for item in ITEMS)
    assert not any(title in text for title in TITLES)

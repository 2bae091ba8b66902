"""A read page -> title, byline, date, site, standfirst, language and address, each with its origin.

JSON-LD (arrays, `@graph`, references by `@id`) is asked first, then Open Graph and `<meta>`, then
`<time>`, `<h1>`, links of the author and the address itself. Also gathered for the cleaning stage:
every body, title and description that the page states about itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from newsclean.document import Field, Metadata
from newsclean.markup import Stated
from newsclean.patterns import lazy_regex
from newsclean.sources.html import titles
from newsclean.sources.html.authors import byline_of, stated_authors
from newsclean.sources.html.dates import day_in_address, first_day, iso_date
from newsclean.sources.html.tree import Page
from newsclean.sources.html.values import Statement, listed, plain, types

_ARTICLE_TYPE = lazy_regex(r"Article$|Posting$|^Report$|^Review$|^Recipe$|^CreativeWork$")
_TEXT_TYPE = lazy_regex(r"Article$|Posting$|^Report$|^Recipe$")
_OF_PAGE = frozenset(("headline", "publisher", "mainEntityOfPage"))
"""What a review has that is the article of its page."""
_LIST_TYPES = frozenset(("CollectionPage", "SearchResultsPage", "OfferCatalog"))
_BODY_IN_BROKEN_JSON = lazy_regex(r'"articleBody"\s*:\s*"((?:[^"\\]|\\.)*)"')
_PUBLISHED_KEYS = ("datePublished", "dateCreated", "uploadDate")
_DAY_KEYS = (*_PUBLISHED_KEYS, "dateModified")
_MOST_TIMES = 12
"""More `<time>` elements are those of a list or of comments (a guess)."""
_MOST_STATEMENTS = 2000
_MOST_KEYWORDS = 30
"""More are a list of everything that a search might be for; a guess."""
_SHORTEST_BODY = 150
_NO_LETTERS = lazy_regex(r"[^a-z]+")
_CHANGED = lazy_regex("modified|updated")
_SITE_ADDRESS = lazy_regex(r"(?:https?:)?//(?:www\.)?([^/@]*)/?@?([^/?#]*).*")


@dataclass(frozen=True, slots=True)
class Facts:
    """The metadata of a page, and the texts it states about itself."""

    metadata: Metadata
    bodies: tuple[str, ...]
    titles: tuple[str, ...]
    descriptions: tuple[str, ...]
    keywords: tuple[str, ...]
    authors: tuple[Stated, ...]
    """Who it says has written it, the most trusted first."""
    days: tuple[Stated, ...]
    """When it says that it appeared or was changed."""
    kind: str
    """What the page says that it is if that is no article; else empty."""


def facts(page: Page) -> Facts:
    """What the head, the JSON-LD and the elements of `page` say of its article."""
    statements = [found for script in page.head.scripts for found in _statements(script)]
    articles = _articles(statements)
    articles.sort(key=lambda found: "headline" not in found)
    metas = _first_values(page)
    site = _site(articles, statements, metas)
    title = _title(page, articles, metas, site.value if site else "")
    authors = stated_authors(page, articles, statements, site.value if site else "")
    dated = _dated(page, articles, statements, metas)
    titles = [
        *_strings(articles, "headline"),
        metas.get("og:title", ""),
        metas.get("twitter:title", ""),
    ]
    return Facts(
        Metadata(
            title=title,
            byline=byline_of(authors, site.value if site else ""),
            date=_date(page, dated, metas),
            site=site,
            standfirst=_standfirst(articles, metas),
            language=_language(page, articles, metas),
            url=_url(page, articles, metas),
            updated=_updated(articles, metas),
        ),
        bodies=_unique(
            [*_strings(statements, "articleBody"), *_broken_bodies(page)], _SHORTEST_BODY
        ),
        titles=_unique([*titles, page.head.title]),
        descriptions=_unique(
            [
                *_strings(articles, "description", "abstract", "alternativeHeadline"),
                *(metas.get(key, "") for key in listed("description_keys")),
            ]
        ),
        keywords=_keywords(page, articles, metas),
        authors=authors,
        days=_days(page, dated, metas),
        kind=_kind(statements, metas.get("og:type", "")),
    )


def _statements(script: str) -> Iterator[Statement]:
    """Every object in a JSON-LD script, outer ones first."""
    text = script.strip().removeprefix("<!--").removesuffix("-->")
    text = text.replace("<![CDATA[", "").replace("]]>", "").strip().rstrip(";")
    try:
        waiting: list[Any] = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return
    count = 0
    while waiting and count < _MOST_STATEMENTS:
        value = waiting.pop(0)
        count += 1
        if isinstance(value, dict):
            yield value
            waiting += [inner for inner in value.values() if isinstance(inner, dict | list)]
        elif isinstance(value, list):
            waiting += [inner for inner in value if isinstance(inner, dict | list)]


def _broken_bodies(page: Page) -> list[str]:
    """Bodies in scripts that are not valid JSON."""
    out = []
    for script in page.head.scripts:
        if '"articleBody"' in script and not next(_statements(script), None):
            out += [
                found.replace('\\"', '"').replace("\\n", "\n").replace("\\/", "/")
                for found in _BODY_IN_BROKEN_JSON.findall(script)
            ]
    return out


def _articles(statements: list[Statement]) -> list[Statement]:
    """What may be the page's article: no review beside another one, as customers write them."""
    found = [each for each in statements if any(map(_ARTICLE_TYPE.search, types(each)))]
    own = [each for each in found if types(each) != ["Review"] or not _OF_PAGE.isdisjoint(each)]
    return own or (found if len(found) == 1 else [])


def _kind(statements: list[Statement], og_type: str) -> str:
    """What a page is by its own statement, if no article.

    Of 2,565 training pages with an article none says so. Reviews stand on pages of products too.
    """
    if "article" in og_type.lower():
        return ""
    kinds = {kind for statement in statements for kind in types(statement)}
    if any(_TEXT_TYPE.search(kind) for kind in kinds):
        return ""
    offered = any("offers" in found and "Product" in types(found) for found in statements)
    if offered or "product" in og_type.lower():
        return "a product page"
    return "" if _LIST_TYPES.isdisjoint(kinds) else "a list of links"


def _strings(statements: list[Statement], *keys: str) -> list[str]:
    out: list[str] = []
    for statement in statements:
        for key in keys:
            value = statement.get(key)
            out += map(plain, value if isinstance(value, list) else [value])
    return [text for text in out if text]


def _unique(values: list[str], shortest: int = 1) -> tuple[str, ...]:
    kept = (text for value in values if len(text := plain(value)) >= shortest)
    return tuple(dict.fromkeys(kept))


def _first_values(page: Page) -> dict[str, str]:
    """The first non-empty content of each `<meta>` name."""
    out: dict[str, str] = {}
    for name, content in page.head.metas:
        if name not in out and (text := plain(content)):
            out[name] = text
    return out


def _first_meta(metas: dict[str, str], names: str) -> Field | None:
    for name in listed(names):
        if value := metas.get(name):
            return Field(value, name if ":" in name else f"meta:{name}")
    return None


def _name(value: object) -> str:
    if isinstance(value, list):
        return next(filter(None, map(_name, value)), "")
    return plain(value.get("name") if isinstance(value, dict) else value)


def _site_name(field: Field | None) -> Field | None:
    """A site's name; of an address the host, of an account its name."""
    if field is None:
        return None
    value = field.value
    if found := _SITE_ADDRESS.fullmatch(value):
        social = found[1].lower() in ("", *listed("social_hosts"))
        value = found[2] if social else found[1]
    value = value.strip("@/ |·•–—")  # "Isle Gazette |"
    return replace(field, value=value) if value else None


def _site(
    articles: list[Statement], statements: list[Statement], metas: dict[str, str]
) -> Field | None:
    if found := _site_name(_first_meta(metas, "own_site_keys")):
        return found
    for statement in articles:
        if name := _name(statement.get("publisher")):
            return Field(name, "json-ld")
    for statement in statements:
        if "WebSite" in types(statement) and (name := _name(statement)):
            return Field(name, "json-ld")
    return _site_name(_first_meta(metas, "site_keys"))


def _title(page: Page, articles: list[Statement], metas: dict[str, str], site: str) -> Field | None:
    stated = [Field(text, "json-ld") for text in _strings(articles, "headline")[:1]]
    if found := _first_meta(metas, "title_keys"):
        stated.append(found)
    if page.head.title:
        stated.append(Field(plain(page.head.title), "title"))
    address = page.head.canonical or metas.get("og:url", "")
    news = any(kind.endswith("NewsArticle") for found in articles for kind in types(found))
    return titles.find_title(page, stated, (site, address), news=news)


def _dated(
    page: Page, articles: list[Statement], statements: list[Statement], metas: dict[str, str]
) -> list[Statement]:
    """What states the days: the page itself, too, where all else tells of its last change."""
    day = _date(page, articles, metas)
    if day is None or not _CHANGED.search(day.origin):
        return articles
    return [*articles, *(found for found in statements if "WebPage" in types(found))]


def _date(page: Page, articles: list[Statement], metas: dict[str, str]) -> Field | None:
    published = [(text, "json-ld") for text in _strings(articles, *_PUBLISHED_KEYS)]
    if stated := first_day([*published, *_of_metas(metas, "date_keys")]):
        return stated
    if day := day_in_address(page.head.canonical or metas.get("og:url", "")):
        return Field(day, "url")
    times = sorted(page.head.times, key=lambda time: "publi" not in time[0])
    shown = first_day((stamp, "time") for _, stamp in times)
    return shown or first_day((text, "json-ld") for text in _strings(articles, "dateModified"))


def _updated(articles: list[Statement], metas: dict[str, str]) -> Field | None:
    changed = [(text, "json-ld") for text in _strings(articles, "dateModified")]
    return first_day([*changed, *_of_metas(metas, "updated_keys")])


def _days(page: Page, articles: list[Statement], metas: dict[str, str]) -> tuple[Stated, ...]:
    """Every day that is stated as that of the article, with where, each once."""
    address = page.head.canonical or metas.get("og:url", "")
    found = [
        *((text, f"json-ld {key}") for key in _DAY_KEYS for text in _strings(articles, key)),
        *_of_metas(metas, "date_keys"),
        *_of_metas(metas, "updated_keys"),
        *((stamp, "time") for _, stamp in page.head.times[:_MOST_TIMES]),
    ]
    stated = [Stated(day, origin) for text, origin in found if (day := iso_date(text))]
    if day := day_in_address(address):
        stated.append(Stated(day, "url"))
    return tuple(dict.fromkeys(stated))


def _of_metas(metas: dict[str, str], names: str) -> list[tuple[str, str]]:
    """What the `<meta>` elements of these names say, each with where."""
    keys = [*filter(metas.get, listed(names))]
    if names == "date_keys":
        # publishers have prefixes and signs of their own: "w-published-date", "post:published_at"
        endings = frozenset(listed("date_endings"))
        published = [key for key in metas if key not in keys and _bare(key) in endings]
        at = next((i for i, key in enumerate(keys) if _CHANGED.search(key)), len(keys))
        keys[at:at] = published
    return [(metas[key], key if ":" in key else f"meta:{key}") for key in keys]


def _bare(key: str) -> str:
    """The letters of a name without what it has in front: "account-created" is no article's."""
    prefixes = listed("date_prefixes")
    parts = _NO_LETTERS.split(key)
    while len(parts) > 1 and parts[0] in prefixes:
        del parts[0]
    return "".join(parts)


def _standfirst(articles: list[Statement], metas: dict[str, str]) -> Field | None:
    for text in _strings(articles, "description", "abstract"):
        return Field(text, "json-ld")
    return _first_meta(metas, "description_keys")


def _keywords(page: Page, articles: list[Statement], metas: dict[str, str]) -> tuple[str, ...]:
    """What the page says it is about, each keyword once."""
    stated: list[str] = []
    for statement in articles:
        words = statement.get("keywords")
        stated += [plain(word) for word in (words if isinstance(words, list) else [words])]
    stated += [plain(content) for name, content in page.head.metas if name == "article:tag"]
    if not any(stated):
        stated = [plain(metas.get(name, "")) for name in ("news_keywords", "keywords")]
    words = [word.strip() for text in stated for word in re.split("[,;،、]", text)]
    return tuple(dict.fromkeys(word for word in words if word))[:_MOST_KEYWORDS]


def _language(page: Page, articles: list[Statement], metas: dict[str, str]) -> Field | None:
    stated = [
        (page.head.language, "html:lang"),
        *((text, "json-ld") for text in _strings(articles, "inLanguage")),
        (metas.get("og:locale", ""), "og:locale"),
        (metas.get("content-language", ""), "meta:content-language"),
    ]
    for value, origin in stated:
        code = re.split(r"[-_,; ]", value.strip().lower())[0]
        if len(code) == 2 and code.isalpha():
            return Field(code, origin)
    return None


def _url(page: Page, articles: list[Statement], metas: dict[str, str]) -> Field | None:
    stated = [
        (page.head.canonical, "canonical"),
        (metas.get("og:url", ""), "og:url"),
        *((text, "json-ld") for text in _strings(articles, "url")),
    ]
    for value, origin in stated:
        if value.strip().startswith(("http://", "https://")):
            return Field(value.strip(), origin)
    return None

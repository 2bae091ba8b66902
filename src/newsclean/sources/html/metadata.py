"""A read page -> title, byline, date, site, standfirst, language and address, each with its origin.

JSON-LD (arrays, `@graph`, references by `@id`) is asked first, then Open Graph and `<meta>`, then
`<time>`, `<h1>`, links of the author and the address itself. Also gathered for the cleaning stage:
every body, title and description that the page states about itself.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from newsclean import languages
from newsclean.document import Field, Metadata
from newsclean.sources.html import titles
from newsclean.sources.html.dates import day_in_address, first_day
from newsclean.sources.html.titles import folded
from newsclean.sources.html.tree import Page

Statement = dict[str, Any]

_ARTICLE_TYPE = re.compile(r"Article$|Posting$|^Report$|^Review$|^Recipe$|^CreativeWork$")
_TEXT_TYPE = re.compile(r"Article$|Posting$|^Report$|^Recipe$")
_LIST_TYPES = frozenset(("CollectionPage", "SearchResultsPage", "OfferCatalog"))
_BODY_IN_BROKEN_JSON = re.compile(r'"articleBody"\s*:\s*"((?:[^"\\]|\\.)*)"')
_PUBLISHED_KEYS = ("datePublished", "dateCreated", "uploadDate")
_MOST_STATEMENTS = 2000
_MOST_KEYWORDS = 30
"""More are a list of everything that a search might be for; a guess."""
_SHORTEST_BODY = 150
_TAGS = re.compile(r"<[^<>]{0,500}>")
_SITE_ADDRESS = re.compile(r"(?:https?:)?//(?:www\.)?([^/@]*)/?@?([^/?#]*).*")
_ADDRESS = re.compile(r"https?://|www\.|^@|/|\S@\S")
_AUTHOR_NAMES = re.compile(r"author|byline|\bwriter\b|\bautor\b|\bvcard\b")
_NAME = re.compile(r"(?:[^\W\d_][\w.'’-]*\s){1,4}[^\W\d_][\w.'’-]*")
_BETWEEN_NAMES = re.compile(r"\s*[,;|]\s+(?=\w+\s)|\s+(?:and|&|und|et|y|e|og)\s+(?=[A-Z]\w+\s)")


@dataclass(frozen=True, slots=True)
class Facts:
    """The metadata of a page, and the texts it states about itself."""

    metadata: Metadata
    bodies: tuple[str, ...]
    titles: tuple[str, ...]
    descriptions: tuple[str, ...]
    keywords: tuple[str, ...]
    kind: str
    """What the page says that it is if that is no article; else empty."""


def facts(page: Page) -> Facts:
    """What the head, the JSON-LD and the elements of `page` say of its article."""
    statements = [found for script in page.head.scripts for found in _statements(script)]
    articles = [found for found in statements if _is_article(found)]
    articles.sort(key=lambda found: "headline" not in found)
    metas = _first_values(page)
    site = _site(articles, statements, metas)
    title = _title(page, articles, metas, site.value if site else "")
    titles = [
        *_strings(articles, "headline"),
        metas.get("og:title", ""),
        metas.get("twitter:title", ""),
    ]
    return Facts(
        Metadata(
            title=title,
            byline=_byline(page, articles, statements, site.value if site else ""),
            date=_date(page, articles, metas),
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
                *(metas.get(key, "") for key in _words("description_keys")),
            ]
        ),
        keywords=_keywords(page, articles, metas),
        kind=_kind(statements, metas.get("og:type", "")),
    )


def plain(value: object) -> str:
    """A metadata value as plain text: entities and tags undone, white space folded."""
    if not isinstance(value, str):
        return ""
    text = html.unescape(html.unescape(value)) if "&" in value else value
    if "<" in text:
        text = _TAGS.sub(" ", text)
    return " ".join(text.split())


def _words(name: str) -> tuple[str, ...]:
    """A list of names from `data/cleaning/html_names.json`."""
    names: dict[str, list[str]] = languages.read_data("cleaning/html_names.json")
    return tuple(names[name])


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


def _types(statement: Statement) -> list[str]:
    kind = statement.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return [each.rsplit("/", 1)[-1] for each in kinds if isinstance(each, str)]


def _is_article(statement: Statement) -> bool:
    return any(_ARTICLE_TYPE.search(kind) for kind in _types(statement))


def _kind(statements: list[Statement], og_type: str) -> str:
    """What a page is by its own statement, if no article.

    Of 2,565 training pages with an article none says so. Reviews stand on pages of products too.
    """
    if "article" in og_type.lower():
        return ""
    kinds = {kind for statement in statements for kind in _types(statement)}
    if any(_TEXT_TYPE.search(kind) for kind in kinds):
        return ""
    offered = any("offers" in found and "Product" in _types(found) for found in statements)
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
    for name in _words(names):
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
        social = found[1].lower() in ("", *_words("social_hosts"))
        value = found[2] if social else found[1]
    value = value.strip("@/ ")
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
        if "WebSite" in _types(statement) and (name := _name(statement)):
            return Field(name, "json-ld")
    return _site_name(_first_meta(metas, "site_keys"))


def _title(page: Page, articles: list[Statement], metas: dict[str, str], site: str) -> Field | None:
    stated = [Field(text, "json-ld") for text in _strings(articles, "headline")[:1]]
    if found := _first_meta(metas, "title_keys"):
        stated.append(found)
    if page.head.title:
        stated.append(Field(plain(page.head.title), "title"))
    address = page.head.canonical or metas.get("og:url", "")
    news = any(kind.endswith("NewsArticle") for found in articles for kind in _types(found))
    return titles.find_title(page, stated, (site, address), news=news)


def _byline(
    page: Page,
    articles: list[Statement],
    statements: list[Statement],
    site: str,
) -> Field | None:
    last_resort = None
    for values, origin in _stated_authors(page, articles, statements):
        if byline := _joined(values, site):
            if not _is_site(byline, site):
                return Field(byline, origin)
            last_resort = last_resort or Field(byline, origin)
    return last_resort


def _stated_authors(
    page: Page, articles: list[Statement], statements: list[Statement]
) -> Iterator[tuple[list[str], str]]:
    """Who may have written it, each with where it says so, the most trusted first."""
    known = {s["@id"]: s for s in statements if isinstance(s.get("@id"), str) and "name" in s}
    for statement in articles:
        for key in ("author", "creator"):
            origin = "json-ld organization" if _is_body(statement.get(key)) else "json-ld"
            yield _people(statement.get(key), known), origin
    for key in _words("author_keys"):
        values = [content for name, content in page.head.metas if name == key]
        yield values, key if ":" in key else f"meta:{key}"
    yield _author_lines(page), "author element"


def _is_body(value: Any) -> bool:
    """Is an author a company or the like, and no person?"""
    named = value if isinstance(value, list) else [value]
    kinds = [kind for each in named if isinstance(each, dict) for kind in _types(each)]
    return bool(kinds) and all(kind.endswith("Organization") for kind in kinds)


def _people(value: Any, known: dict[str, Statement]) -> list[str]:
    names: list[str] = []
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            named = each if "name" in each else known.get(str(each.get("@id")), {})
            inner = named.get("name")
            names += [plain(n) for n in (inner if isinstance(inner, list) else [inner])]
        else:
            names.append(plain(each))
    return names


def _author_lines(page: Page) -> list[str]:
    """The first short line inside an element that is named as the author's."""
    names = {text for text in {node.names for node in page.nodes} if _AUTHOR_NAMES.search(text)}
    if not names:
        return []
    named = [node.names in names and not node.hidden for node in page.nodes]
    for line, mark in zip(page.lines, page.markup, strict=True):
        node = mark.node
        for _ in range(3):
            if node < 0:
                break
            if named[node] and (name := _clean_name(line)) and _NAME.fullmatch(name):
                return [line]
            node = page.nodes[node].parent
    return []


def _is_site(name: str, site: str) -> bool:
    """Is a name the site's own, or a part of it?"""
    return folded(name) in folded(site) or folded(name).partition(" ")[0] == folded(site)


def _joined(names: list[str], site: str) -> str:
    """Names cleaned, once each, joined by commas, the site beside others left out."""
    out: dict[str, str] = {}
    for value in names:
        for name in _BETWEEN_NAMES.split(plain(value)):
            text = _clean_name(name)
            if text and folded(text) not in out:
                out[folded(text)] = text
    people = [name for name in out.values() if folded(name) != folded(site)]
    return ", ".join(people or out.values())


def _clean_name(name: str) -> str:
    prefixes = "|".join(map(re.escape, _words("byline_prefixes")))
    text = re.sub(rf"^\s*(?:{prefixes})[\s:]+", "", plain(name), flags=re.IGNORECASE)
    text = re.sub(r"\s*\([^)]*\)\s*$", "", text).strip(" ,;:|-–—•")
    if _ADDRESS.search(text) or len(text) > 80 or not any(map(str.isalpha, text)):
        return ""
    if text.lower() in _words("no_authors") or text[0].isdigit():
        return ""
    return text.title() if text.isupper() and " " in text else text


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


def _of_metas(metas: dict[str, str], names: str) -> list[tuple[str, str]]:
    """What the `<meta>` elements of these names say, each with where."""
    keys = filter(metas.get, _words(names))
    return [(metas[key], key if ":" in key else f"meta:{key}") for key in keys]


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

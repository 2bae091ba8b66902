"""`Digest` -> one HTML page: summary and key quotes on top, then the article with both marked.

What was removed stands where it stood, folded away behind its reasons. The page needs no script
and loads nothing; everything that came from the article is escaped.
"""

from __future__ import annotations

from collections import Counter

from newsclean.document import Digest, Field, Quote
from newsclean.languages import count_words
from newsclean.output import html_body
from newsclean.output.html_parts import (
    count,
    escape,
    page,
    percent,
    share_bar,
    time,
    web_address,
)

_STYLES = ("base.css", "article.css")


def render(digest: Digest, *, index: str | None = None) -> str:
    """The page as text; `index` is the relative address of the folder's index, if there is one."""
    known = digest.article.metadata
    title = known.title.value if known.title else digest.document.name
    parts = [
        '<main class="report">',
        _masthead(digest, title, index),
        _notes(digest),
        _brief(digest),
        _key_quotes(digest),
        html_body.render(digest),
        _account(digest),
        _colophon(digest),
        "</main>",
    ]
    return page(title, "\n".join(part for part in parts if part), styles=_STYLES)


def _masthead(digest: Digest, title: str, index: str | None) -> str:
    known, language = digest.article.metadata, escape(digest.article.language)
    over = [f'<span class="site">{escape(known.site.value)}</span>'] if known.site else []
    if known.date:
        over.append(time(known.date.value))
    lines = ['<header class="masthead">']
    if index:
        lines.append(f'<nav><a href="{escape(index)}">All articles</a></nav>')
    if over:
        lines.append(f'<p class="over">{" · ".join(over)}</p>')
    lines.append(f'<h1 lang="{language}" dir="auto">{escape(title)}</h1>')
    for name, field in (("standfirst", known.standfirst), ("byline", known.byline)):
        if field:
            lines.append(f'<p class="{name}" lang="{language}" dir="auto">{_value(field)}</p>')
    return "\n".join((*lines, "</header>"))


def _value(field: Field) -> str:
    return escape(" ".join(field.value.split()))


def _notes(digest: Digest) -> str:
    if not digest.notes:
        return ""
    notes = "".join(f"<li>{escape(note)}</li>" for note in digest.notes)
    return f'<ul class="notes" aria-label="Notes">{notes}</ul>'


def _brief(digest: Digest) -> str:
    chosen = digest.summary.sentences
    if not chosen:
        return ""
    language = escape(digest.article.language)
    items = "\n".join(
        f'<li><a href="#s{number}" dir="auto">{escape(scored.sentence.text)}</a></li>'
        for number, scored in enumerate(chosen, 1)
    )
    return (
        '<section class="brief" aria-labelledby="brief"><h2 id="brief">Summary</h2>\n'
        f'<ol lang="{language}">\n{items}\n</ol>\n{_facts(digest)}</section>'
    )


def _facts(digest: Digest) -> str:
    """How much was kept and what the marks below mean, beside the summary."""
    read, kept = digest.article.words_read, digest.article.words_kept
    share = f"{kept:,} of {count(read, 'word')}"
    lines = [f'<p><a href="#account">{share} kept</a>{share_bar(kept, read, share + " kept")}</p>']
    voices = len({quote.speaker for quote in digest.quotes if quote.speaker})
    if digest.quotes:
        said = count(len(digest.quotes), "quote")
        lines.append(
            f"<p>{said}" + (f" from {count(voices, 'speaker')}" if voices else "") + "</p>"
        )
    lines.append("<p>Marked below: <mark>summary</mark>")
    lines[-1] += ' and <span class="said">quotes</span></p>' if digest.quotes else "</p>"
    return f'<div class="facts">{"".join(lines)}</div>'


def _key_quotes(digest: Digest) -> str:
    ranked = [(quote.key, number, quote) for number, quote in enumerate(digest.quotes, 1)]
    keys = sorted((key, number, quote) for key, number, quote in ranked if key is not None)
    if not keys:
        return ""
    language = escape(digest.article.language)
    items = "\n".join(_key_quote(quote, number) for _, number, quote in keys)
    return (
        '<section class="voices" aria-labelledby="voices"><h2 id="voices">Key quotes</h2>\n'
        f'<ul lang="{language}">\n{items}\n</ul></section>'
    )


def _key_quote(quote: Quote, number: int) -> str:
    words = escape(" ".join(quote.text.split()).rstrip(","))
    who = ""
    if quote.speaker:
        role = f', <span class="role">{escape(quote.role)}</span>' if quote.role else ""
        who = f'<cite dir="auto">{escape(quote.speaker)}{role}</cite>'
    tag = "span" if quote.kind == "indirect" else "q"
    return f'<li><a href="#q{number}" dir="auto"><{tag}>{words}</{tag}></a>{who}</li>'


def _account(digest: Digest) -> str:
    """What was kept and removed, in numbers: a map of the input and a table by reason."""
    article = digest.article
    lines, words = Counter[str](), Counter[str]()
    for removal in article.removals:
        lines[removal.reason] += 1
        words[removal.reason] += count_words(removal.text)
    read, kept = article.words_read, article.words_kept
    rows = "\n".join(
        f'<tr><th scope="row">{escape(reason)}</th><td>{lines[reason]:,}</td>'
        f"<td>{words[reason]:,}</td>"
        f"<td>{share_bar(words[reason], read, percent(words[reason], read))}</td></tr>"
        for reason in sorted(words, key=lambda reason: (-words[reason], reason))
    )
    table = (
        "<table><thead><tr>"
        '<th scope="col">What was left out</th><th scope="col">Pieces</th>'
        '<th scope="col">Words</th><th scope="col">Share of the page</th>'
        f"</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"
    )
    return (
        '<section class="account" aria-labelledby="account"><h2 id="account">'
        f"{kept:,} of {count(read, 'word')} kept ({percent(kept, read)})</h2>\n"
        f"{html_body.strip(digest)}\n"
        '<p class="legend">From the top of the page to its end: the article dark,'
        " the summary golden, the rest left out.</p>\n"
        f"{table if rows else '<p>Nothing was left out.</p>'}</section>"
    )


def _colophon(digest: Digest) -> str:
    document = digest.document
    facts = [document.label, document.kind]
    facts += [document.encoding] if document.encoding else []
    facts += [f"language {digest.article.language}", f"summary by {digest.summary.method}"]
    text = " · ".join(escape(fact) for fact in facts)
    url = digest.article.metadata.url
    if address := web_address(url.value if url else None):
        link = escape(address)
        text = f'<a href="{link}" rel="noopener noreferrer nofollow">{link}</a><br>{text}'
    return f'<footer class="colophon"><p>{text}</p><p>Cleaned by newsclean.</p></footer>'

"""`Digest` -> one HTML page: summary and key quotes on top, then the article with both marked.

What was removed stands where it stood, folded away behind its reasons. The page needs no script
and loads nothing; everything that came from the article is escaped.
"""

from __future__ import annotations

from collections import Counter

from newsclean.document import Digest, Field, Quote
from newsclean.languages import count_words
from newsclean.output import html_body
from newsclean.output.html_parts import escape, language_of, page, share_bar, time, web_address
from newsclean.output.interface import Interface, load
from newsclean.output.parts import key_quotes

_STYLES = ("base.css", "article.css")


def render(digest: Digest, *, index: str | None = None, interface: str = "en") -> str:
    """The page as text.

    Args:
        digest: the article.
        index: the relative address of the folder's index, if there is one.
        interface: the language of the page's own words.
    """
    ui = load(interface)
    known = digest.article.metadata
    title = known.title.value if known.title else digest.document.name
    parts = [
        '<main class="report">',
        _masthead(digest, title, index, ui),
        _notes(digest, ui),
        _brief(digest, ui),
        _key_quotes(digest, ui),
        html_body.render(digest, ui),
        _account(digest, ui),
        _colophon(digest, ui),
        "</main>",
    ]
    return page(title, "\n".join(part for part in parts if part), ui, styles=_STYLES)


def _masthead(digest: Digest, title: str, index: str | None, ui: Interface) -> str:
    known, language = digest.article.metadata, escape(digest.article.language)
    over = [f'<span class="site">{escape(known.site.value)}</span>'] if known.site else []
    if known.date:
        over.append(time(known.date.value, ui))
    lines = ['<header class="masthead">']
    if index:
        lines.append(f'<nav><a href="{escape(index)}">{escape(ui.tell("all_articles"))}</a></nav>')
    if over:
        lines.append(f'<p class="over">{" · ".join(over)}</p>')
    lines.append(f'<h1 lang="{language}" dir="auto">{escape(title)}</h1>')
    for name, field in (("standfirst", known.standfirst), ("byline", known.byline)):
        if field:
            lines.append(f'<p class="{name}" lang="{language}" dir="auto">{_value(field)}</p>')
    return "\n".join((*lines, "</header>"))


def _value(field: Field) -> str:
    return escape(" ".join(field.value.split()))


def _notes(digest: Digest, ui: Interface) -> str:
    if not digest.notes:
        return ""
    notes = "".join(f"<li>{escape(note)}</li>" for note in digest.notes)
    return f'<ul class="notes" aria-label="{escape(ui.tell("notes"))}">{notes}</ul>'


def _brief(digest: Digest, ui: Interface) -> str:
    chosen = digest.summary.sentences
    if not chosen:
        return ""
    language = language_of(digest.article.language)
    items = "\n".join(
        f'<li><a href="#s{number}" dir="auto">{escape(scored.sentence.text)}</a></li>'
        for number, scored in enumerate(chosen, 1)
    )
    return (
        '<section class="brief" aria-labelledby="brief">'
        f'<h2 id="brief">{escape(ui.tell("summary"))}</h2>\n'
        f"<ol {language}>\n{items}\n</ol>\n{_facts(digest, ui)}</section>"
    )


def _facts(digest: Digest, ui: Interface) -> str:
    """How much was kept and what the marks below mean, beside the summary."""
    read, kept = digest.article.words_read, digest.article.words_kept
    share = ui.count("kept", read, part=ui.number(kept))
    lines = [f'<p><a href="#account">{escape(share)}</a>{share_bar(kept, read, share)}</p>']
    voices = len({quote.speaker for quote in digest.quotes if quote.speaker})
    marks = {"summary": f"<mark>{escape(ui.tell('mark_summary'))}</mark>"}
    if digest.quotes:
        said = ui.count("quote_count", len(digest.quotes))
        if voices:
            speakers = ui.count("speaker_count", voices)
            said = ui.tell("quotes_from", quotes=said, speakers=speakers)
        lines.append(f"<p>{escape(said)}</p>")
        marks["quotes"] = f'<span class="said">{escape(ui.tell("mark_quotes"))}</span>'
    name = "marked_both" if digest.quotes else "marked_summary"
    lines.append(f"<p>{ui.tell(name, **marks)}</p>")
    return f'<div class="facts">{"".join(lines)}</div>'


def _key_quotes(digest: Digest, ui: Interface) -> str:
    numbers = {quote.start: number for number, quote in enumerate(digest.quotes, 1)}
    shown = key_quotes(digest)
    keys = sorted((quote.key or 0, numbers[quote.start], quote) for quote in shown)
    if not keys:
        return ""
    language = language_of(digest.article.language)
    items = "\n".join(_key_quote(quote, number) for _, number, quote in keys)
    return (
        '<section class="voices" aria-labelledby="voices">'
        f'<h2 id="voices">{escape(ui.tell("key_quotes"))}</h2>\n'
        f"<ul {language}>\n{items}\n</ul></section>"
    )


def _key_quote(quote: Quote, number: int) -> str:
    words = escape(" ".join((quote.statement or quote.text).split()).rstrip(","))
    who = ""
    if quote.speaker:
        role = f', <span class="role">{escape(quote.role)}</span>' if quote.role else ""
        who = f'<cite dir="auto">{escape(quote.speaker)}{role}</cite>'
    tag = "span" if quote.kind == "indirect" else "q"
    return f'<li><a href="#q{number}" dir="auto"><{tag}>{words}</{tag}></a>{who}</li>'


def _account(digest: Digest, ui: Interface) -> str:
    """What was kept and removed, in numbers: a map of the input and a table by reason."""
    article = digest.article
    lines, words = Counter[str](), Counter[str]()
    for removal in article.removals:
        lines[removal.reason] += 1
        words[removal.reason] += count_words(removal.text)
    read, kept = article.words_read, article.words_kept
    rows = "\n".join(
        f'<tr><th scope="row">{escape(ui.reason(reason))}</th><td>{ui.number(lines[reason])}</td>'
        f"<td>{ui.number(words[reason])}</td>"
        f"<td>{share_bar(words[reason], read, ui.share(words[reason], read))}</td></tr>"
        for reason in sorted(words, key=lambda reason: (-words[reason], reason))
    )
    heads = "".join(
        f'<th scope="col">{escape(ui.tell(name))}</th>'
        for name in ("left_out_column", "pieces", "words_column", "share_column")
    )
    table = f"<table><thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"
    said = ui.count("kept", read, part=ui.number(kept))
    said = ui.tell("kept_share", kept=said, share=ui.share(kept, read))
    nothing = f"<p>{escape(ui.tell('nothing_left_out'))}</p>"
    return (
        '<section class="account" aria-labelledby="account"><h2 id="account">'
        f"{escape(said)}</h2>\n"
        f"{html_body.strip(digest, ui)}\n"
        f'<p class="legend">{escape(ui.tell("legend"))}</p>\n'
        f"{table if rows else nothing}</section>"
    )


def _colophon(digest: Digest, ui: Interface) -> str:
    document = digest.document
    facts = [document.label, document.kind]
    facts += [document.encoding] if document.encoding else []
    facts.append(ui.tell("language_fact", name=digest.article.language))
    facts.append(ui.tell("summary_by", name=digest.summary.method))
    text = " · ".join(escape(fact) for fact in facts)
    url = digest.article.metadata.url
    if address := web_address(url.value if url else None):
        link = escape(address)
        text = f'<a href="{link}" rel="noopener noreferrer nofollow">{link}</a><br>{text}'
    by = escape(ui.tell("cleaned_by"))
    return f'<footer class="colophon"><p>{text}</p><p>{by}</p></footer>'

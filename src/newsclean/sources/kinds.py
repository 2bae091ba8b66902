"""The kinds of files that are read, for `newsclean kinds`: what to call each, and what it needs."""

from __future__ import annotations

DOCUMENTS = {
    "text": "plain text in any encoding: copied pages, dumps of lynx and w3m, scanned columns",
    "html": "saved pages, also MHTML, Safari's web archives and what SingleFile saves",
    "email": "messages: .eml, Outlook's .msg; one that is passed on whole is the article",
    "pdf": "PDF with text in it; needs newsclean[pdf]",
    "markdown": "Markdown, with front matter",
    "docx": "Word documents",
    "odt": "OpenDocument texts",
    "rtf": "Rich Text Format",
    "captions": "WebVTT and SubRip, joined to prose",
}
"""What `--from` takes -> what is read as that."""
COLLECTIONS = {
    "feeds": "RSS, Atom and JSON Feed: an item is an article",
    "tables": "CSV and TSV with a column of texts (--text-column NAME)",
    "JSON": "JSON Lines and arrays of objects with a text or HTML",
    "EPUB": "a chapter is an article",
    "mailboxes": "mbox",
    "archives": "zip and tar, with what is in them",
    "WARC": "web archives; needs newsclean[warc]",
    "Parquet": "needs newsclean[parquet]",
    "Nexis": "exports as text, HTML, DOCX and RTF",
    "Factiva": "exports as HTML, in both layouts, and XML",
    "Europresse": "exports as HTML, old and new",
    "ProQuest": "exports as text",
    "others": "exports of Kikuzo, Yomidasu and Integrum as HTML",
}
"""Files of many articles -> what is read."""
EITHER = "each of them compressed with gzip, bzip2 or xz"

"""Mails that pass on another one, in their text or attached: what counts is the inner one."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

import newsclean
from newsclean.sources import collections, read

BODY = (
    "The ferry to Ferrow will sail until the spring, the harbour office said on Monday.\n\n"
    "It carries nine thousand people a year, and loses money on all of them, said the clerk of "
    "the council, who has counted them since he was nineteen.\n\n"
    "A decision on the winter after that will be taken when the ice has gone.\n"
)
INNER = [
    ("---------- Forwarded message ---------\nFrom: Ann Marlow <ann@ferrow.example>\n"
     "Date: Thu, 2 Apr 2026 at 06:30\nSubject: Ferry sails on\nTo: <desk@ferrow.example>\n"),
    ("Von: Ann Marlow [mailto:ann@ferrow.example]\nGesendet: Donnerstag, 2. April 2026 08:30\n"
     "An: desk@ferrow.example\nBetreff: Ferry sails on\n"),
    ("Anfang der weitergeleiteten Nachricht:\n\nVon: Ann Marlow <ann@ferrow.example>\n"
     "Betreff: Aw: Ferry sails on\nDatum: 2. April 2026 um 08:30:00 MESZ\n"),
    ('-----Mensaje original-----\nDe: "Ann Marlow" <ann@ferrow.example>\n'
     "Enviado: 2 de abril de 2026 8:30\nPara: desk@ferrow.example\nAsunto: RV: Ferry sails on\n"),
]  # fmt: skip


def mail(subject: str, sender: str, text: str = "Worth a look?") -> EmailMessage:
    message = EmailMessage()
    message["From"] = f"{sender} <{sender.split(maxsplit=1)[0].lower()}@ferrow.example>"
    message["Subject"] = subject
    message["Date"] = "Fri, 03 Apr 2026 09:00:00 +0100"
    message.set_content(text)
    return message


@pytest.mark.parametrize("header", INNER)
def test_the_inner_header_tells_of_the_article(header: str) -> None:
    """Its sender, subject and day; not those of who passed it on."""
    outer = mail("Fwd: boat", "Tom Reeve", f"Worth a look?\n\n{header}\n{BODY}")
    digest = newsclean.digest(outer.as_bytes())
    assert (digest.title, digest.byline, digest.date) == (
        "Ferry sails on",
        "Ann Marlow",
        "2026-04-02",
    )
    assert digest.article.text == BODY.strip()


def test_a_paper_that_sent_it_is_no_author() -> None:
    """Nor is who passed it on."""
    header = INNER[0].replace("Ann Marlow", "The Ferrow Gazette")
    digest = newsclean.digest(mail("Fwd", "Tom Reeve", f"See.\n\n{header}\n{BODY}").as_bytes())
    assert (digest.title, digest.byline) == ("Ferry sails on", None)


def test_a_mail_that_quotes_an_answer_keeps_its_sender() -> None:
    """Where nothing is passed on."""
    outer = mail("Ferry sails on", "Tom Reeve", BODY)
    digest = newsclean.digest(outer.as_bytes())
    assert (digest.byline, digest.date and digest.date[:10]) == ("Tom Reeve", "2026-04-03")


def test_several_mails_attached_are_several_articles(tmp_path: Path) -> None:
    """Each with its own sender; one attached beside a longer letter is no article."""
    outer = mail("Fwd: two", "Tom Reeve")
    for name in ("Ann Marlow", "Cy Dee"):
        outer.add_attachment(mail(f"Ferry, by {name}", name, BODY))
    path = tmp_path / "two.eml"
    path.write_bytes(outer.as_bytes())
    assert collections.is_collection(path)
    found = [read.from_record(record).metadata.byline for record in collections.records(path)]
    assert [field and field.value for field in found] == ["Ann Marlow", "Cy Dee"]
    letter = mail("A long letter", "Tom Reeve", BODY * 3)
    for name in ("Ann Marlow", "Cy Dee"):
        letter.add_attachment(mail("Fw", name, "See above."))
    path.write_bytes(letter.as_bytes())
    assert not collections.is_collection(path)
    (own,) = [read.from_bytes(letter.as_bytes(), "a.eml").metadata.byline]
    assert own
    assert own.value == "Tom Reeve"

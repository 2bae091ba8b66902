"""Who took the pictures has not written the article."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.cleaning.lines.bylines import read_byline
from test_html_title import BODY

TEXTS = {
    "en": (
        (
            "The council voted on Tuesday to close the swimming pool for the winter, and "
            "gave no date for its return, although the swimming pool has leaked since the "
            "spring storms."
        ),
        (
            "The repair of the roof will cost two million crowns, the mayor said on Tuesday "
            "evening after the vote, and the council has no money for the winter."
        ),
    ),
    "sv": (
        (
            "Kommunen beslutade i tisdags att stänga simhallen i vinter och sade inte när "
            "den öppnar igen, trots att taket har läckt sedan stormarna i våras."
        ),
        (
            "Lagningen av taket kostar två miljoner kronor, sade borgmästaren efter "
            "omröstningen, och kommunen har inga pengar till den i vinter."
        ),
    ),
    "es": (
        (
            "El ayuntamiento decidió el martes cerrar la piscina durante el invierno y no "
            "dijo cuándo volverá a abrir, aunque el tejado gotea desde las tormentas de la "
            "primavera."
        ),
        (
            "El arreglo del tejado costará dos millones, dijo la alcaldesa después de la "
            "votación, y el ayuntamiento no tiene dinero para este invierno."
        ),
    ),
    "ar": (
        (
            "قرر المجلس البلدي يوم الثلاثاء إغلاق المسبح طوال الشتاء ولم يحدد موعدا لإعادة "
            "افتتاحه، مع أن السقف يسرب الماء منذ عواصف الربيع الماضي."
        ),
        (
            "وقالت رئيسة البلدية بعد التصويت إن إصلاح السقف يكلف مليونين وإن المجلس لا يملك "
            "المال في هذا الشتاء."
        ),
    ),
}
TITLES = {
    "en": "Council closes the swimming pool for the winter",
    "sv": "Kommunen stänger simhallen i vinter",
    "es": "El ayuntamiento cierra la piscina este invierno",
    "ar": "المجلس البلدي يغلق المسبح طوال الشتاء",
}


def page(language: str, *top: str) -> str:
    """A copied page with these lines between headline and text."""
    first, last = TEXTS[language]
    return "\n".join(["Menu", "", TITLES[language], *top, "", first, "", last, "", "Menu"])


@pytest.mark.parametrize(
    ("language", "top", "author"),
    [
        ("sv", ("3 maj 2024 05.00", "Anna Berg", "text", "Tom Hall", "foto"), "Anna Berg"),
        ("en", ("3 May 2024", "Anna Berg", "Tom Hall", "Photographer"), "Anna Berg"),
        ("es", ("Ana Ruiz", "3 de mayo de 2024", "Fotografías", "Iván Soto"), "Ana Ruiz"),
        ("ar", ("3 مايو 2024", "سارة الخطيب", "تصوير", "ماجد العلي"), "سارة الخطيب"),
        ("en", ("Words", "Anna Berg", "Photographs by", "Tom Hall", "3 May 2024"), "Anna Berg"),
        ("en", ("3 May 2024", "Photos", "Tom Hall"), None),
        ("sv", ("Tom Hall", "foto", "Anna Berg", "text", "3 maj 2024"), "Anna Berg"),
        ("en", ("Anna Berg", "Photos", "Tom Hall", "3 May 2024"), "Anna Berg"),
        ("en", ("By Anna Berg", "Photos", "1 of 5", "3 May 2024"), "Anna Berg"),
        ("en", ("Photography", "By Anna Berg", "3 May 2024"), "Anna Berg"),
        ("en", ("Anna Berg", "Photographer", "3 May 2024"), "Anna Berg"),
        ("en", ("By Anna Berg", "Tom Hall", "Photographer", "3 May 2024"), "Anna Berg"),
        ("es", ("Ana Ruiz", "Iván Soto", "Fotógrafo", "3 de mayo de 2024"), "Ana Ruiz"),
        ("sv", ("Fotografi", "Av Anna Berg", "3 maj 2024"), "Anna Berg"),
        ("en", ("Photos:", "By Tom Hall", "3 May 2024"), None),
    ],
)
def test_a_label_above_or_below_the_name(
    language: str, top: tuple[str, ...], author: str | None
) -> None:
    """The label of each name stands on the same side; with "by" it is not the label of that."""
    assert newsclean.clean(page(language, *top)).byline == author


@pytest.mark.parametrize(
    ("language", "top", "author"),
    [
        ("es", ("La piscina, este martes.", "Iván Soto", "", "Ana Ruiz", "3 MAY 2024"), "Ana Ruiz"),
        ("en", ("The pool on Tuesday", "Tom Hall", "", "3 May 2024"), None),
        ("sv", ("Simhallen i tisdags.", "Tom Hall", "Anna Berg", "3 maj 2024"), "Anna Berg"),
    ],
)
def test_below_a_caption_that_stands_twice(
    language: str, top: tuple[str, ...], author: str | None
) -> None:
    """A copied page has the text of the picture, the caption, and who took it."""
    assert newsclean.clean(page(language, top[0], *top)).byline == author


@pytest.mark.parametrize(
    ("language", "top", "author"),
    [
        ("en", ("Tom Hall/Getty Images", "3 May 2024"), None),
        ("en", ("Tom Hall/AFP via Postwire", "3 May 2024"), None),
        ("en", ("Anna Berg/Ferrow", "3 May 2024"), "Anna Berg"),
        ("en", ("ANNA BERG/Ferrow", "3 May 2024"), "ANNA BERG"),
        ("en", ("Anna Berg/Ferrow Post", "3 May 2024"), "Anna Berg"),
        ("en", ("Anna Berg/Staff writer", "3 May 2024"), "Anna Berg"),
        ("es", ("Ana Gil/Agencias", "3 de mayo de 2024"), "Ana Gil"),
        ("en", ("Anna Berg/Appleton", "3 May 2024"), "Anna Berg"),
        ("en", ("Anna Berg/Tom Hall", "3 May 2024"), "Anna Berg, Tom Hall"),
        ("en", ("Anna Berg/family doctor", "3 May 2024"), "Anna Berg"),
        ("en", ("Anna Berg | Reporter/Editor", "3 May 2024"), "Anna Berg"),
        ("en", ("Anna Berg / Harbour News", "3 May 2024"), "Anna Berg"),
        ("en", ("Anna Berg / 3 May 2024 / 06:15 / Photo: Postwire / 150 /",), "Anna Berg"),
        (
            "en",
            ("Tom Hall, the mayor, leaves the hall. Photo: Ann Lee/pw", "3 May 2024"),
            None,
        ),
        ("es", ("Iván Soto, el alcalde de la ciudadAna Ruiz", "3 de mayo de 2024"), None),
        ("es", ("Ana Ruiz, redactora", "3 de mayo de 2024"), "Ana Ruiz"),
        ("sv", ("Tom Hall öppnar hallen i går. | Anna Berg/dpa", "3 maj 2024"), None),
    ],
)
def test_a_caption_with_its_credit(language: str, top: tuple[str, ...], author: str | None) -> None:
    """Neither who is in the picture nor who took it; the name with its agency glued is a credit."""
    assert newsclean.clean(page(language, *top)).byline == author


@pytest.mark.parametrize(
    "top",
    [
        ("The pool will stay shut until the spring.", "Anna Berg", "3 May 2024"),
        (TITLES["en"], "Anna Berg", "3 May 2024"),
        ("News", "News", "Anna Berg", "3 May 2024"),
        ("Anna Berg (reporter)", "3 May 2024"),
    ],
)
def test_what_stands_above_an_author(top: tuple[str, ...]) -> None:
    """A standfirst, the headline again, a section twice: none is a caption."""
    assert newsclean.clean(page("en", *top)).byline == "Anna Berg"


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Av Anna Berg (tekst) og Tom Hall (foto)", "nb", "Anna Berg"),
        ("Von Anna Berg (Text), Tom Hall (Fotos)", "de", "Anna Berg"),
        ("Von Anna Berg und Tom Hall (Fotos)", "de", "Anna Berg"),
        ("By Anna Berg and Tom Hall (photographs)", "en", "Anna Berg"),
        ("Par Anna Berg et Tom Hall (photos)", "fr", "Anna Berg"),
        ("Par Anna Berg (texte) et Tom Hall (photographies)", "fr", "Anna Berg"),
        ("Teksti: Anna Berg Kuvat: Tom Hall", "fi", "Anna Berg"),
        ("Haber: Anna Berg Fotoğraf: Tom Hall", "tr", "Anna Berg"),
        ("Szöveg: Anna Berg", "hu", "Anna Berg"),
        ("Testo: Anna Berg", "it", "Anna Berg"),
        ("Words and pictures by Anna Berg", "en", "Anna Berg"),
        ("Text och foto: Anna Berg", "sv", "Anna Berg"),
        ("Tekst i zdjęcia: Anna Berg", "pl", "Anna Berg"),
        ("By Anna (Annie) Berg", "en", "Anna Annie Berg"),
        ("By Anna Kuva", "en", "Anna Kuva"),
        ("By Maria Poze and Tom Hall", "en", "Maria Poze, Tom Hall"),
        ("By João Bilde, Tom Hall", "en", "João Bilde, Tom Hall"),
        ("By Anna Berg Photo Tom Hall", "en", "Anna Berg"),
        ("Teksti Anna Berg Kuva Tom Hall", "fi", "Anna Berg"),
        ("Av Anna Berg Bilde: Tom Hall", "nb", "Anna Berg"),
        ("Von Anna Foto", "de", "Anna"),
        ("Von Start Bilder", "de", "Start"),
        ("Szöveg és dallam", "hu", None),
    ],
)
def test_words_and_pictures_on_a_line(text: str, language: str, names: str | None) -> None:
    """Brackets or labels say who wrote; who did both is the author."""
    assert read_byline(text, language) == names


@pytest.mark.parametrize(
    ("figure", "author"),
    [
        ("<figure><img><figcaption><p>The pool.</p><p>Tom Hall</p></figcaption></figure>", None),
        ("<figure><img><figcaption>The pool.</figcaption><cite>Tom Hall</cite></figure>", None),
        ("<div>The pool.</div><div class='photo-credit'>Tom Hall</div>", None),
        ("<figure><img><figcaption>By Tom Hall</figcaption></figure>", None),
        ("<div class='credits'>By Anna Berg</div>", "Anna Berg"),
        (
            "<div class='author'><figure><figcaption>Anna Berg</figcaption></figure></div>",
            "Anna Berg",
        ),
        ("<div class='post-credits'><a href='/u/anna'>Anna Berg</a></div>", "Anna Berg"),
        ("<p class='credit'>Anna Berg</p>", "Anna Berg"),
        ("<figure><img></figure><p class='credit'>Tom Hall</p>", None),
        ("<figure class='avatar'><img><figcaption>Anna Berg</figcaption></figure>", "Anna Berg"),
        (
            "<figure class='profile-pic'><img><figcaption>By Anna Berg</figcaption></figure>",
            "Anna Berg",
        ),
        (
            "<div><figure><img><figcaption>Anna Berg</figcaption></figure><p>Reporter</p></div>",
            "Anna Berg",
        ),
    ],
)
def test_a_name_in_a_figure(figure: str, author: str | None) -> None:
    """A figure names who took the picture; the portrait of a writer names the writer."""
    top = f"<h1>{TITLES['en']}</h1>{figure}<time>3 May 2024</time>"
    assert newsclean.clean(f"<article>{top}{BODY}</article>".encode()).byline == author
    writer = f"<h1>{TITLES['en']}</h1><p>Anna Berg</p>{figure}<time>3 May 2024</time>"
    assert newsclean.clean(f"<article>{writer}{BODY}</article>".encode()).byline == "Anna Berg"


@pytest.mark.parametrize(
    "top",
    [
        "<figure><img><figcaption>{h1}<p>Anna Berg</p><p>3 May 2024</p></figcaption></figure>",
        "<figure>{h1}<figcaption>By Anna Berg</figcaption></figure>",
        "<div class='hero-caption'>{h1}</div><div class='hero-caption'><p>Anna Berg</p></div>",
        "{h1}<div class='article-caption'><span>Anna Berg</span><time>3 May 2024</time></div>",
    ],
)
def test_the_top_of_an_article(top: str) -> None:
    """A figure around the headline, or what calls itself as that does, holds its writer's name."""
    top = top.format(h1=f"<h1>{TITLES['en']}</h1>")
    assert newsclean.clean(f"<article>{top}{BODY}</article>".encode()).byline == "Anna Berg"


@pytest.mark.parametrize(
    ("language", "top", "author"),
    [
        ("en", ("Anna Berg", "Illustration Tom Hall", "3 May 2024"), "Anna Berg"),
        ("sv", ("Anna Berg", "Tom Hall foto", "3 maj 2024"), "Anna Berg"),
        ("en", ("By Anna Berg", "Illustrations by Tom Hall", "3 May 2024"), "Anna Berg"),
        ("en", ("Anna Photiou", "3 May 2024"), "Anna Photiou"),
    ],
)
def test_a_word_for_pictures_in_the_line(language: str, top: tuple[str, ...], author: str) -> None:
    """First or last on the line it says what somebody did."""
    assert newsclean.clean(page(language, *top)).byline == author

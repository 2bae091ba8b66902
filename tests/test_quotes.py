"""Quotes: what stands between marks, what kind it is, who said it, and which ones are key."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsclean
from newsclean.document import Quote, Sentence
from newsclean.quotes import find
from newsclean.quotes.text.lexicon import lexicon

CASES = json.loads(Path(__file__).with_name("cases").joinpath("quotes.json").read_text("utf-8"))

STORY = """\
Harbour master Martha Quill says the old lock gates must go before the winter storms.

“The gates have leaked since the storm of 2019, and the harbour loses a foot of water a night,” \
Quill said. “We can pump, or we can build.”

“New gates for the harbour will cost four million, and they will last for eighty years,” \
she said at a meeting on Tuesday.

“It is too much,” said fisherman Tom Reed. “Who will pay for it?”

Reed told the meeting that boats could wait outside the harbour until the tide came in.

“The harbour loses a foot of water a night, and the gates have leaked since the storm,” \
Quill said again before the vote.
"""


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_cases(case: dict[str, object]) -> None:
    """Each case's quotes come out with their words, kind and speaker, and no others."""
    found = newsclean.find_quotes(str(case["text"]), str(case.get("language", "en")))
    assert [[quote.text, quote.kind, quote.speaker] for quote in found] == case["quotes"]


def test_spans_are_offsets_into_the_text() -> None:
    """A quote's span is what stands between the marks, its speaker's span the mention."""
    first = newsclean.find_quotes(STORY)[0]
    assert STORY[first.start : first.end].startswith("The gates have leaked")
    assert STORY[first.start - 1] == "“"
    assert STORY[first.end] == "”"
    assert first.speaker_start is not None
    assert STORY[first.speaker_start : first.speaker_end] == "Quill"
    assert first.speaker == "Martha Quill"


@pytest.mark.parametrize(
    ("language", "text", "speaker", "role", "mention"),
    [
        ("zh", "“没有人受伤”，市水利局局长周明远说。", "周明远", "市水利局局长", "周明远"),
        (
            "ja",
            "中村健一市長が来た。中村市長は「橋は開く」と話す。",
            "中村健一",
            "市長",
            "中村",
        ),
    ],
)
def test_a_speaker_where_no_blanks_part_words(
    language: str, text: str, speaker: str, role: str, mention: str
) -> None:
    """In Chinese and Japanese, too, spans are offsets and the role comes with the name."""
    (quote,) = newsclean.find_quotes(text, language)
    assert text[quote.start - 1] in "“「"
    assert (quote.speaker, quote.role) == (speaker, role)
    assert text[quote.speaker_start : quote.speaker_end] == mention


def test_the_role_is_read_beside_the_name() -> None:
    """The role comes from the words before a name, or from the apposition after it."""
    text = (
        "“We are late,” said Chief Engineer Ada Lund.\n\n"
        "“We are not,” said Olaf Berg, director of the city archive, on Monday."
    )
    late, not_late = newsclean.find_quotes(text)
    assert late.role == "Chief Engineer"
    assert not_late.role == "director of the city archive"


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        (
            "de",
            "„Das Netz trägt uns noch zehn Jahre“, sagt Ole Hagen, Leiter der Werke.",
            "Leiter der Werke",
        ),
        (
            "de",
            "„Wir spielen weiter wie bisher und hoffen“, sagt Ole Hagen, Trainer des 1.FC Ferrow.",
            "Trainer des 1.FC Ferrow",
        ),
        (
            "de",
            "„Das ist ein neuer Anfang“, sagte der neue Präsident Karl Adam.",
            "neuer Präsident",
        ),
        (
            "en",
            (
                "“We close none,” said the chief executive of the Tyne Valley hospital trust and "
                "former army doctor, Priyanka Bose."
            ),
            "chief executive of the Tyne Valley hospital trust and former army doctor",
        ),
        (
            "de",
            (
                "„Das ist für alle schlecht“, sagte der Vorsitzende des kleinen Verbandes der "
                "Händler, Elmar Gesse."
            ),
            "Vorsitzende des kleinen Verbandes der Händler",
        ),
        (
            "en",
            (
                "The numbers buoyed union president Lena Voss.\n\n“We did better than in 2019,” "
                "said Lena Voss."
            ),
            "union president",
        ),
        (
            "en",
            (
                "Ambassador Linda Green, CIA Director Bill Burns and others met.\n\n“It took "
                "us days to get this right,” Green said."
            ),
            "Ambassador",
        ),
        (
            "en",
            "“I hope you have better plans,” said Anyone But You star Glen Powell.",
            "star",
        ),
        (
            "de",
            (
                "„Die Stadt handelt zu langsam“, sagt Ayla Asar, Sprecherin für Forschung im "
                "Bundestag gegenüber der Zeitung."
            ),
            "Sprecherin für Forschung im Bundestag",
        ),
    ],
)
def test_a_role_is_whole_and_has_no_verb(language: str, text: str, role: str) -> None:
    """All that a verb and a comma enclose is the role; a verb before a role is no part of it."""
    (quote,) = newsclean.find_quotes(text, language)
    assert quote.role == role


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "– Vi stänger inte skolan, säger kommunalrådet Marta Berg.\n\nTaket läcker."),
        ("en", "“Not one single ward,” said Priyanka Bose.\n\nThe roof leaks."),
    ],
)
def test_a_short_statement_is_key_where_there_is_no_other(language: str, text: str) -> None:
    """Four words by somebody named are a key quote of an article that has nothing longer."""
    (quote,) = newsclean.find_quotes(text, language)
    assert quote.key == 1


def test_few_key_quotes_make_room_for_a_short_one() -> None:
    """Four words by somebody who is sure are key beside one longer statement."""
    text = (
        "“The roof leaks in every room of it,” said Ann Lee.\n\n“I will not sign,” said Jon Falk."
    )
    assert all(quote.key for quote in newsclean.find_quotes(text))


@pytest.mark.parametrize(
    "text",
    [
        "“We found the car near the river on Friday night,” police said.",
        "“The sea will rise by half a metre in this century,” the report says.",
    ],
)
def test_who_has_no_name_may_have_a_key_quote(text: str) -> None:
    """A body or a report is all that the article says of who speaks."""
    (quote,) = newsclean.find_quotes("Nobody slept on Friday.\n\n" + text)
    assert quote.key == 1


def test_an_attribution_says_how_it_was_found() -> None:
    """Each speaker comes with the cue, the way it was found and a confidence."""
    first, second, third = newsclean.find_quotes(STORY)[:3]
    assert first.cue == "said"
    assert first.attribution == '"said" after the quote'
    assert 0.9 < first.confidence <= 1
    assert second.continues
    assert second.attribution == "goes on from the quote before"
    assert third.attribution == '"said" after the quote, "she" resolved'
    assert third.confidence < first.confidence


def test_an_unknown_speaker_stays_unknown() -> None:
    """Where nobody is named, nobody is made up."""
    text = "It rained all day.\n\n“Keep the door shut and the lamp burning until we come back.”"
    (quote,) = newsclean.find_quotes(text)
    assert quote.speaker is None
    assert quote.cue is None
    assert quote.confidence == 0


def test_key_quotes_say_something_and_do_not_repeat() -> None:
    """The best quote comes first, a near-duplicate gets no rank, nor does every quote."""
    quotes = find(STORY, "en", title="Harbour needs new lock gates", keys=3)
    ranked = sorted((quote for quote in quotes if quote.key), key=lambda quote: quote.key or 0)
    assert [quote.key for quote in ranked] == [1, 2, 3]
    assert "gates" in ranked[0].text
    repeated = [quote for quote in ranked if "foot of water" in quote.text]
    assert len(repeated) == 1
    assert {quote.speaker for quote in ranked} == {"Martha Quill", "Tom Reed"}


KEYS = [
    ("en", "“The old gates must go before the storms,” said Ann Lee.", True),
    ("en", "“Never again,” said Ann Lee.", False),
    ("en", "Ann Lee called the plan “a waste of everybody's time and money” on Monday.", False),
    ("en", "Ann Lee shrugged. You might say, “We should all buy less bread.”", False),
    ("en", "Ann Lee sang “We will all go down to the harbour again.”", False),
    ("en", "“The river rose,” Ann Lee said, “and nobody told us until it was too late.”", True),
    ("de", "„Die alten Tore müssen vor dem Winter weg“, sagte Clara Winkler.", True),
    ("de", "„Nie wieder“, sagte Clara Winkler.", False),
    ("de", "Clara Winkler sang „Wir gehen alle wieder zum Hafen hinunter“ im Chor.", False),
    ("fr", "« Les vieilles portes doivent partir avant l’hiver », a dit Anne Girard.", True),
    ("fr", "« Jamais », a dit Anne Girard.", False),
]
"""Language, text, whether a quote in it is worth printing by itself."""


@pytest.mark.parametrize("case", KEYS, ids=[text[:40] for _, text, _ in KEYS])
def test_a_key_quote_is_a_whole_statement_with_a_speaker(case: tuple[str, str, bool]) -> None:
    """No scraps, parts of sentences, songs and nothing that "you might say"."""
    language, text, worth = case
    assert any(quote.key for quote in find(text, language)) == worth


def test_a_language_without_lexicon_is_noted() -> None:
    """Speakers that are not known are said to be unknown, rather than nobody."""
    body = "\n\n".join(
        ["இந்தப் பாலம் பல ஆண்டுகளுக்கு முன்பு நகரின் நடுவில் கட்டப்பட்டது, மக்கள் இதை மிகவும் விரும்புகிறார்கள்."] * 3
    )
    page = f'{body}\n\n"பாலம் உறுதியாக நிற்கிறது, அழகாக இருக்கிறது, யாரும் விழவில்லை", என்றார் மேயர்.'
    digest = newsclean.digest(page, language="ta")
    assert digest.quotes
    assert any("speakers are not known in Tamil" in note for note in digest.notes)


def test_all_quotes_are_ranked_on_request() -> None:
    """`keys=None` ranks every quote, each rank once."""
    quotes = find(STORY, "en", keys=None)
    assert sorted(quote.key or 0 for quote in quotes) == list(range(1, len(quotes) + 1))


def test_indirect_speech_only_on_request() -> None:
    """Reported clauses are found with their speaker, and only when asked for."""
    text = (
        "Harbour master Martha Quill said that the gates would be closed in May.\n\n"
        "According to engineer Tom Reed, the pumps can wait until the autumn.\n\n"
        "The ferry leaves at nine."
    )
    assert find(text, "en") == ()
    gates, pumps = find(text, "en", indirect=True)
    assert (gates.kind, gates.speaker) == ("indirect", "Martha Quill")
    assert gates.text == "the gates would be closed in May"
    assert (pumps.cue, pumps.speaker) == ("According to", "Tom Reed")
    assert text[pumps.start : pumps.end] == "the pumps can wait until the autumn"


def test_given_sentences_are_respected() -> None:
    """A sentence end that the sentence stage knows keeps a name out of the next sentence."""
    text = "He left with Mr. Ames. “I am glad of it,” Vera Lindqvist said."
    ends = [0, text.index("“")]
    sentences = [Sentence(ends[0], ends[1] - 1, text[: ends[1] - 1])]
    sentences.append(Sentence(ends[1], len(text), text[ends[1] :]))
    (quote,) = find(text, "en", sentences=sentences)
    assert quote.speaker == "Vera Lindqvist"


def test_paragraphs_bound_quotes() -> None:
    """With paragraphs given, what stands between them is not read."""
    text = (
        "“Not this one, it was removed,” Al Gray said.\n“This one we keep for you,” Bo Hale said."
    )
    start = text.index("\n") + 1
    (quote,) = find(text, "en", paragraphs=[(start, len(text))])
    assert quote.speaker == "Bo Hale"


@pytest.mark.parametrize("text", ["", "\n\n", "“", "”", '""', "“ ”", "'", "«»«", "„“„"])
def test_degenerate_texts_give_nothing(text: str) -> None:
    """Empty texts and lone marks give no quotes and no error."""
    assert newsclean.find_quotes(text) == ()


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*"“”\"'‘’„«»\n.,:;?! ", " said ", "Ann Lee", " he ", "the minister", "’s", "Mr.", "x"]
        ),
        max_size=60,
    )
)
def test_any_jumble_of_marks_is_survived(pieces: list[str]) -> None:
    """Whatever the marks, spans lie in the text, in order, and quote its very words."""
    text = "".join(pieces)
    quotes = find(text, "en", keys=None, indirect=True)
    assert list(quotes) == sorted(quotes, key=lambda quote: quote.start)
    for quote in quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert quote.text == " ".join(text[quote.start : quote.end].split())


def test_hash_seed_changes_nothing() -> None:
    """The same text gives the same quotes under any PYTHONHASHSEED."""
    code = "import sys, newsclean; print(newsclean.find_quotes(sys.stdin.read()))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=STORY,
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            check=True,
            encoding="utf-8",
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“We are sorry about it,” said Hanna Feist. She talked to Ann Lee, 61."),
        ("de", "„Das tut uns leid“, sagte Hanna Feist. Sie sprach mit Jens Ott, 61."),
        ("en", "“We are sorry about it,” said Hanna Feist.\n\nThe price for Ann Lee, £18.99."),
    ],
)
def test_text_may_end_on_an_age(language: str, text: str) -> None:
    """A name, a number and a stop may be all that is left of an article."""
    assert newsclean.find_quotes(text, language=language)[0].speaker == "Hanna Feist"


_INTERVIEWS = {
    "en": """\
Hanna Feist, 61, lives in a lighthouse with a dog called Otto.

THE POST: You wrote it in three weeks. How did you do it?

Hanna Feist: I was snowed in and had nothing to read, so I had to make something.

You burned your first novel, as your friend Ida Rask told us: “She was glad to see it go.”

I did not burn it. The stove did, and it was glad to do so.

I have to ask: will there be another one? My husband wants to know every winter!

Yes, I am writing it now, and he will not like it at all.

What do the gulls mean to you?

They are gulls. People say to me: “They must be the souls of sailors, surely.” I say no.

Do you still swim in the sea?

Every morning, and my knees have stopped complaining about it since the spring.

Thank you, Hanna Feist.
""",
    "de": """\
Es war ein Tag im Leben von Hanna Feist, der alles änderte.

Frau Feist, wie haben Sie das in drei Wochen geschafft?

Ich war eingeschneit und hatte nichts zu lesen, also musste ich etwas machen.

Laut Wikipedia hat Richard Gere Sie zum Schreiben gebracht.

Das ist Unsinn. Ich habe ihn nie getroffen und habe es auch nicht vor.

In Ihrem Leben scheint es viele Möwen zu geben. Was bedeuten sie Ihnen?

Es sind Möwen. Die Leute sagen mir: „Das sind bestimmt die Seelen der Seeleute.“ Ich sage nein.

Foto: Jens Ott

Schwimmen Sie noch im Meer?

Jeden Morgen, und meine Knie haben seit dem Frühjahr aufgehört zu klagen.
""",
    "es": """\
Entrevista con Ana Lagos, que vive en un faro con un perro llamado Otto.

¿Cómo escribió usted el libro en tres semanas?

Estaba aislada por la nieve y no tenía nada que leer, así que tuve que hacer algo.

Usted quemó su primera novela, según cuenta su editora, Inés Vidal.

Yo no la quemé. Lo hizo la estufa, y creo que se alegró mucho de hacerlo.

¿Qué significan para usted las gaviotas?

Son gaviotas. La gente me lo pregunta en cada pueblo, y yo siempre digo que no.

¿Sigue usted nadando en el mar?

Todas las mañanas, y mis rodillas han dejado de quejarse desde la primavera.
""",
}


@pytest.mark.parametrize("language", _INTERVIEWS)
def test_an_interview_is_quoted_of_its_guest_alone(language: str) -> None:
    """Neither questions, nor statements of the interviewer, nor quotes in answers are others'."""
    text = _INTERVIEWS[language]
    quotes = newsclean.find_quotes(text, language=language)
    guest = "Ana Lagos" if language == "es" else "Hanna Feist"
    assert {quote.speaker for quote in quotes} == {guest}
    said = "\n".join(quote.text for quote in quotes)
    paragraphs = text.split("\n\n")
    answers = [one for one in paragraphs if one.startswith(("I ", "Ich", "Es sind", "Est", "Yo "))]
    for answer in answers:
        if not answer.startswith("I have to ask"):
            assert answer in said
    for foreign in ("?", "Gere", "husband", "Ida", "Inés", "Foto", "Thank"):
        assert foreign not in said


@pytest.mark.parametrize("language", _INTERVIEWS)
def test_half_a_page_of_an_answer_is_not_key(language: str) -> None:
    """Where an interview has short answers, those are printed."""
    answers = {
        "en": "I did not burn it.",
        "de": "Das ist Unsinn.",
        "es": "Yo no la quemé.",
    }
    text = _INTERVIEWS[language]
    longer = text.replace(answers[language], " ".join([answers[language]] * 40))
    keys = [quote for quote in newsclean.find_quotes(longer, language=language) if quote.key]
    assert len(keys) >= 3
    assert max(len((quote.statement or quote.text).split()) for quote in keys) <= 60


_PRONOUNS = [
    (
        "en",
        "Jenelle Moss reposted the photos of Ashley Jones. “I never saw it,” she wrote.",
        "Moss",
    ),
    ("en", "Jenelle Moss is in a feud with Ashley Jones. “I never saw it,” she wrote.", "Moss"),
    ("de", "Lena Moss teilte die Bilder von Anna Lehmann. „Das war mir neu“, schrieb sie.", "Moss"),
    (
        "fr",
        "Ylva Moss a montré les photos d’Anne Leroy. « Je ne sais rien », a-t-elle dit.",
        "Moss",
    ),
    (
        "en",
        """Greta Lee says she will work on—“for all those years of watching,” she says. \
While Jodie Fenn, after decades of it, is glad to let go: “It is someone else’s time,” she says.""",
        "Fenn",
    ),
    (
        "en",
        """Mokitimi Tano, a lawyer, read about figures like Marcus Garvey and Malcolm Reed \
and wanted to fight.\n\n“The judges were meant to curb it,” he explains.""",
        "Tano",
    ),
    (
        "de",
        """Der Anwalt Mokitimi Tano wollte kämpfen wie Markus Gerber und Jens Ott.

„Die Richter sollten das eindämmen“, erklärt er.""",
        "Tano",
    ),
]


@pytest.mark.parametrize(("language", "text", "family"), _PRONOUNS)
def test_a_pronoun_means_the_subject_before_it(language: str, text: str, family: str) -> None:
    """Not the object of a sentence, a name in the genitive or a mere example."""
    last = newsclean.find_quotes(text, language=language)[-1]
    assert last.speaker is not None
    assert last.speaker.split()[-1] == family


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "“The demand has risen a lot,” said one of ET News’s insiders.", None),
        ("en", "“The demand has risen a lot,” said one of her lawyers, Jon Falk.", "Jon Falk"),
        ("de", "„Die Nachfrage ist sehr gestiegen“, so einer von ET-News’ Insidern.", None),
        ("fr", "« La demande a beaucoup augmenté », a dit un des avocats de Paul Roux.", None),
        ("en", "“The demand has risen a lot,” said Anna Reed PhD, RDN, a dietitian.", "Anna Reed"),
        ("en", "“The demand has risen a lot,” said Dame Margaret Hodge MP.", "Margaret Hodge"),
        ("en", "Tom Reed QC said: “The demand has risen a lot.”", "Tom Reed"),
    ],
)
def test_one_of_them_is_nobody_named(language: str, text: str, speaker: str | None) -> None:
    """Who is not named is not the one whose people they are; letters behind a name are not it."""
    assert newsclean.find_quotes(text, language=language)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "de",
            """„Sie haben mir alles genommen“, sagte Rom Breslau. \
„Ich habe jede Nacht gebetet“, erinnert sich der junge Mann in dem Gespräch.""",
            "Rom Breslau",
        ),
        (
            "en",
            "“They took all I had,” said Rom Breslau. “I prayed to God every night,” the man said.",
            "Rom Breslau",
        ),
        (
            "en",
            """A man waited outside. “They took all I had,” said Rom Breslau. \
“I saw nothing of it,” the man said.""",
            "the man",
        ),
        (
            "ja",
            """韓国の尹錫悦ユンソンニョル大統領は談話を出した。

尹氏は「内乱を企てる明白な反国家行為だ」と指摘した。""",
            "尹錫悦",
        ),
        (
            "ko",
            """이재명 더불어민주당 후보가 연설했다.

이 당선인은 서울에서 “우리가 빛의 혁명을 완수할 것”이라고 강조했다.""",
            "이재명",
        ),
        (
            "it",
            """Mario Rossi ha aperto la mostra. \
“Questi orologi – scrivono gli attivisti – attirano l’attenzione del mondo intero.”""",
            "gli attivisti",
        ),
    ],
    ids=["de", "en", "en, another", "ja", "ko", "it"],
)
def test_whom_a_description_or_half_a_name_means(language: str, text: str, speaker: str) -> None:
    """'The young man' is who just spoke; a family name alone is the one with the whole name."""
    quote = newsclean.find_quotes(text, language=language)[-1]
    assert quote.speaker == speaker
    assert quote.key is not None or speaker == "the man"


def test_a_lost_mark_takes_nothing_of_the_next_quote() -> None:
    """Where a term in lower case is never closed, what is said after it still is a quote."""
    text = (
        "She was called an “ice queen or “robot”, which she hates. “I do not need to be popular "
        "with anybody at all,” said Ann Lee."
    )
    quotes = newsclean.find_quotes(text)
    assert (quotes[-1].speaker, quotes[-1].text[:8]) == ("Ann Lee", "I do not")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            """“The gates have leaked since last year,” said Martha Quill.

“We can pump the water out or build new ones,” Quill said.

The council meets on Monday in the old hall.

“New gates for the harbour will cost four million.”
""",
        ),
        (
            "de",
            """„Die Tore sind seit letztem Jahr undicht“, sagte Martha Quill.

„Wir können das Wasser abpumpen oder neue bauen“, sagte Quill.

Der Rat tagt am Montag im alten Saal.

„Neue Tore für den Hafen werden vier Millionen kosten.“
""",
        ),
        (
            "nl",
            """“De sluisdeuren lekken al sinds vorig jaar”, zei Martha Quill.

“Wij kunnen het water wegpompen of nieuwe bouwen”, zei Quill.

De raad vergadert maandag in de oude zaal.

“Nieuwe deuren voor de haven gaan vier miljoen kosten.”
""",
        ),
    ],
)
def test_a_whole_paragraph_of_the_only_speaker_may_be_key(language: str, text: str) -> None:
    """Who alone speaks in an article also says a paragraph that is a quote from mark to mark."""
    last = newsclean.find_quotes(text, language=language)[-1]
    assert last.speaker == "Martha Quill"
    assert last.key is not None


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        (
            "en",
            """“Nobody asked me what to do with my time.” -- Senior engineer at a bank

“They count how often I open my door.” — Nurse, Leeds
""",
            ["Senior engineer at a bank", "Nurse, Leeds"],
        ),
        (
            "de",
            """„Mich hat niemand gefragt, was ich will.“ – Ingenieurin bei einer Bank

„Sie zählen, wie oft ich die Tür öffne.“ – Lehrer aus Köln

„Und keiner sagt mir, warum sie das tun.“
""",
            ["Ingenieurin bei einer Bank", "Lehrer aus Köln", None],
        ),
        (
            "fr",
            """« On ne m’a jamais demandé ce que je veux. »

— Une infirmière de Lyon
""",
            ["Une infirmière de Lyon"],
        ),
    ],
)
def test_a_signature_may_say_only_what_somebody_is(
    language: str, text: str, speakers: list[str | None]
) -> None:
    """A role behind a dash is the speaker, and the town in it is not."""
    quotes = newsclean.find_quotes(text, language=language)
    assert [quote.speaker for quote in quotes] == speakers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            """Anna Berg runs a salon in Leeds.

How often do I need to wash my hair for you?

I wash mine twice a week, and I tell my clients the same.

What do I do if my hair is dry, as you say?

We use oil, and I like almond best.

Can I cut it myself, would you say?

I would not, but my sister does.
""",
        ),
        (
            "de",
            """Anna Berg führt einen Salon in Köln.

Wie oft muss ich mir für Sie die Haare waschen?

Ich wasche meine zweimal in der Woche.

Was mache ich, wenn meine Haare trocken sind, wie Sie sagen?

Wir nehmen Öl, und ich mag Mandel am liebsten.

Kann ich sie mir selbst schneiden, oder machen Sie das?

Ich würde es nicht tun.
""",
        ),
        (
            "nl",
            """Anna Berg heeft een salon in Gent.

Hoe vaak moet ik voor u mijn haar wassen?

Ik was het mijne twee keer per week.

Wat doe ik als mijn haar droog is, zoals u zegt?

Wij nemen olie, en ik vind amandel het lekkerst.

Kan ik het zelf knippen, of doet u dat?

Ik zou het niet doen.
""",
        ),
    ],
)
def test_what_readers_ask_is_no_interview(language: str, text: str) -> None:
    """Questions that say "I" are a list of frequent ones."""
    assert not newsclean.find_quotes(text, language=language)


def test_the_next_person_is_no_role() -> None:
    """Behind "according to Ann Lee" the judge who is named next is somebody else."""
    text = (
        "According to Ann Lee, Judge Tom Reed once warned the court. “The law is the law,” "
        "Ann Lee said."
    )
    assert newsclean.find_quotes(text)[-1].role is None


def test_lexicons_are_whole() -> None:
    """Every language file has the fields that the code reads, and cue verbs."""
    folder = Path(newsclean.__file__).parent / "data" / "quotes"
    names = {path.stem for path in folder.glob("??.json")}
    assert {"en", "de", "fr", "es", "it", "pt", "nl", "ru"} <= names
    for name in sorted(names):
        data = json.loads((folder / f"{name}.json").read_text("utf-8"))
        if "quotatives" in data or "uncased" in data:
            continue  # verbs and names stand under "patterns"
        assert len(data["cues"].split()) + 2 * len(data.get("cue_phrases", ())) >= 30, name
        assert lexicon(name).cues or lexicon(name).cue_phrases, name


def test_a_quote_is_a_record() -> None:
    """What is found are frozen records of the house."""
    assert all(isinstance(quote, Quote) for quote in newsclean.find_quotes(STORY))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "«Due anni senza banco sono la fine», ha detto uno dei commercianti."),
        ("fr", "« Personne ne nous a écoutés », lâche une qui n'a pas voulu donner son nom."),
        ("en", "“Nobody has asked us about it,” said one of those who live below the dam."),
    ],
)
def test_a_sentence_in_which_nobody_is_named(language: str, text: str) -> None:
    """It may be the whole text: the quote is of nobody, and no bug."""
    (quote,) = newsclean.find_quotes(text, language)
    assert quote.speaker is None or quote.speaker in text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "“We are glad of it all,” said Tom Reed. At the gate the head of the union and its "
                "bank, Ann Lee, who met him, smiled and left with the manager of interiors, health "
                "and wellness."
            ),
        ),
        ("en", "“We are glad of it all,” said Tom Reed, his brother Sam and two others."),
        ("fr", "« Nous travaillons à perte », a déclaré Tom Reed, leur président depuis un an."),
        ("de", "„Wir arbeiten ohne Gewinn“, sagte Tom Reed, ihr Vorsitzender seit einem Jahr."),
        ("es", "«Trabajamos sin ganar nada», dijo Tom Reed, su presidente desde hace un año."),
    ],
)
def test_a_text_that_breaks_off(language: str, text: str) -> None:
    """Behind any word: what was said before is found as it is in the whole."""
    words = text.split()
    first = next(at for at, word in enumerate(words) if word.startswith("Reed"))
    for end in range(first + 1, len(words) + 1):
        (quote,) = newsclean.find_quotes(" ".join(words[:end]), language)
        assert quote.speaker == "Tom Reed"

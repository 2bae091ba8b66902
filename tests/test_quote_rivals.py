"""Whom a pronoun, a title or a family name does not mean: nobody is better than the wrong one."""

from __future__ import annotations

import pytest

import newsclean


def _speakers(text: str, language: str) -> list[str | None]:
    return [quote.speaker for quote in newsclean.find_quotes(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "nl",
            (
                "Wethouder Marijke Postma verkoopt de hal. Raadslid Henk Bouma wil dat niet. "
                "“Een lege "
                "hal vangt geen vis”, zegt Postma.\n\n“Een verkochte hal ook niet”, antwoordt hij."
            ),
            "Henk Bouma",
        ),
        (
            "ru",
            (
                "Директор Нина Орлова продаёт школу. Депутат Пётр Лапшин против. «Школа стоит "
                "пустая "
                "третий год подряд», — сказала Орлова.\n\n«Её надо открыть снова», — сказал он."
            ),
            "Пётр Лапшин",
        ),
        (
            "it",
            (
                "Il presidente Ugo Galli vende la scuola. La consigliera Nora Basile dice no. «La "
                "scuola è vuota da anni», dice Galli.\n\n«Riapriamola in autunno», dice lei."
            ),
            "Nora Basile",
        ),
    ],
)
def test_an_office_does_not_tell_the_gender(language: str, text: str, speaker: str) -> None:
    """Women are called by offices that look like a man's, and the other way round."""
    assert _speakers(text, language)[-1] == speaker


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        (
            "fr",
            (
                "M. Paul Arnaud habite Lyon. « Nous partons demain matin tous ensemble », a dit M. "
                "Arnaud. « Nous restons ici pour toujours », a dit Mme Arnaud."
            ),
            ["Paul Arnaud", "Mme Arnaud"],
        ),
        (
            "en",
            (
                "Tom Reed lives in Leeds. “We are leaving town in the morning,” said Mr. Reed. “We "
                "are staying here for good, all of us,” said Mrs. Reed."
            ),
            ["Tom Reed", "Mrs. Reed"],
        ),
        (
            "de",
            (
                "Jan Roth wohnt in Bonn. „Wir gehen morgen früh alle zusammen weg“, sagte Herr "
                "Roth. "
                "„Wir bleiben hier und gehen niemals fort“, sagte Frau Roth."
            ),
            ["Jan Roth", "Frau Roth"],
        ),
        (
            "en",
            "Tom Reed lives in Leeds. “We are leaving town in the morning,” said Mr Reed.",
            ["Tom Reed"],
        ),
        (
            "en",
            "Kim Reed lives in Leeds. “We are leaving town in the morning,” said Mrs Reed.",
            ["Kim Reed"],
        ),
    ],
)
def test_mrs_reed_is_not_tom_reed(language: str, text: str, speakers: list[str]) -> None:
    """A title of the other gender makes a family name somebody else's."""
    assert _speakers(text, language) == speakers


_STRANGER = [
    (
        "da",
        (
            "»Vi kan ikke drive en butik hele året,« siger Karen Toft.\n\nEn nabo, der ikke vil "
            "have "
            "sit navn i avisen, har købt en fryser. »Den er fuld af fisk fra havnen,« siger hun."
        ),
        "En nabo",
    ),
    (
        "en",
        (
            "“It is a big deal for the market,” said Gordon Hill, of the trade body.\n\nOne "
            "long-standing UK wholesaler, who asked to remain anonymous, says the firm would be "
            "too "
            "powerful.\n\n“If those two merged there would be one supplier,” he argues."
        ),
        "One long-standing UK wholesaler",
    ),
    (
        "it",
        (
            "«C'è molto da dire su questa città», replica Mauro Galli. Galli ha una lettera.\n\n"
            "Un consigliere, che chiede di restare anonimo, li ha visti. «Con la mano», precisa."
        ),
        "Un consigliere",
    ),
    (
        "fr",
        (
            "« Elle manquera cet été encore », dit Luc Charrier.\n\nUn ancien plombier a vu le "
            "chantier. « Le plomb est partout », dit-il.\n\n« Ils ont creusé pendant la fête », "
            "raconte-t-il encore, ému, devant la grille."
        ),
        "Un ancien plombier",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), _STRANGER)
def test_he_is_the_neighbour_who_was_just_told_of(language: str, text: str, speaker: str) -> None:
    """Also where the neighbour spoke in the paragraph before, and nobody was named since."""
    assert _speakers(text, language)[-1] == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "en",
            "Ann Lee has a shop. A fire broke out in May. “It was over in an hour,” she said.",
            "Ann Lee",
        ),
        (
            "en",
            "Ann Lee is the mayor. A neighbour saw Ann Lee leave. “I was late,” she said.",
            "Ann Lee",
        ),
        (
            "de",
            (
                "Ann Lee hat einen Laden. Ein Brand zerstörte ihn im Mai. „Es war nach einer "
                "Stunde "
                "vorbei“, sagte sie."
            ),
            "Ann Lee",
        ),
        (
            "fr",
            (
                "Anne Roux a une boutique. Un incendie l'a détruite en mai. « Tout était fini "
                "en une "
                "heure », dit-elle."
            ),
            "Anne Roux",
        ),
        (
            "nl",
            (
                "Anne Vos heeft een winkel. Een brand verwoestte die in mei. “Het was na een uur "
                "voorbij”, zegt ze."
            ),
            "Anne Vos",
        ),
    ],
)
def test_a_fire_is_no_neighbour(language: str, text: str, speaker: str) -> None:
    """A thing at the head of the sentence before, or somebody named in it, changes nothing."""
    assert _speakers(text, language)[-1] == speaker


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "da",
            (
                "Mette Ravn sagde: »Sennep holder sig meget længe.«\n\nBent Hjort siger: »Et "
                "skær har "
                "ingen kommune.«\n\nHendes svar: »Kommunen sejler hver onsdag i godt vejr.«"
            ),
        ),
        (
            "it",
            (
                "Mauro Galli e Nora Basile hanno firmato. «Chiediamo una scuola per tutti», ha "
                "spiegato Nora Basile.\n\nSecondo Rita Danieli, maestra, l'isola perde due "
                "bambini. "
                "Secondo Basile, tre.\n\nLa sua promessa: «Tornerò quando il tetto sarà al suo "
                "posto»."
            ),
        ),
        (
            "fr",
            (
                "« Le toit sera refait avant l'été », dit Anne Roux.\n\nPaul Petit et Rose Morel "
                "attendent.\n\nSon verdict : « Deux ans de travaux, au moins, et encore. »"
            ),
        ),
    ],
)
def test_his_verdict_is_nobodys_where_several_may_be_meant(language: str, text: str) -> None:
    """Whose the possessive is must be the one person of the paragraph before."""
    assert _speakers(text, language)[-1] is None


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "en",
            (
                "Tom Lee and Jon Roth ran the race in Leeds. “It was a hard one to win,” Lee "
                "said.\n\n"
                "His verdict: “A good day for the island and its people.”"
            ),
            "Tom Lee",
        ),
        (
            "fr",
            (
                "« On pourrait dire que tout le monde a raison », conclut Claire Vasseur.\n\nSon "
                "verdict : « Deux ans de travaux, au moins, et encore. »"
            ),
            "Claire Vasseur",
        ),
        (
            "de",
            (
                "Anna Berg hat mit Jan Roth das Bad gegründet. „Es bleibt offen“, sagte Roth.\n\n"
                "Sein Fazit: „Das Bad bleibt, solange die Pumpe läuft.“"
            ),
            "Jan Roth",
        ),
    ],
)
def test_his_verdict_is_of_who_just_spoke(language: str, text: str, speaker: str) -> None:
    """Others who are named beside them change nothing."""
    assert _speakers(text, language)[-1] == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "ru",
            (
                "Пекарню построил моряк Тихон Варламов. Однако Варламов недоволен. «Хлеб должен "
                "остыть дома, а не в машине», — сказал Варламов."
            ),
            "Тихон Варламов",
        ),
        (
            "en",
            (
                "Ann Leland and Tom Vance run a shop. Are Ann Leland And Tom Vance Still "
                "Friends?\n\n"
                "Vance thinks so. “We share a dentist in the old town,” Vance said."
            ),
            "Tom Vance",
        ),
        (
            "de",
            (
                "Die Wirtin Ute Karg bleibt. Inzwischen Karg zu fragen, ist schwer. „Wir öffnen "
                "erst "
                "im Herbst wieder die Tür“, sagte Karg."
            ),
            "Ute Karg",
        ),
        (
            "pl",
            (
                "Most zbudował Jan Wręga. Przecież Wręga go zna. „Most jest stary i bardzo słaby”, "
                "powiedział Wręga."
            ),
            "Jan Wręga",
        ),
    ],
)
def test_no_name_begins_with_what_opens_a_sentence(language: str, text: str, speaker: str) -> None:
    """Neither with "however" at the head of a sentence, nor with "And" in a heading."""
    assert _speakers(text, language)[-1] == speaker

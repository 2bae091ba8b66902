"""Who is told something, and where it is told, is nobody who speaks; who was asked answers."""

from __future__ import annotations

import pytest

from newsclean.quotes.find import find

_TOLD = [
    (
        "hu",
        "„Nem hittük el, amíg meg nem láttuk” – mondta a Zala Hírnek Kelemen Dóra.",
        "Kelemen Dóra",
    ),
    ("hu", "Kelemen Dóra húsz éve jegyző. „Nem hittük el” – mondta a Zala Hírnek.", "Kelemen Dóra"),
    ("hu", "„Nem hittük el, amíg meg nem láttuk” – mondta a lapnak.", None),
    ("hu", "„Nem hittük el, amíg meg nem láttuk” – közölte Kelemen Dóra.", "Kelemen Dóra"),
    ("fi", "”Emme tienneet asiasta mitään”, sanoo Lauri Virtanen Ylelle.", "Lauri Virtanen"),
    (
        "fi",
        "”Emme tienneet siitä mitään”, sanoo Anna Maria Niemi Helsingin Sanomille.",
        "Anna Maria Niemi",
    ),
    ("fi", "”Emme tienneet asiasta mitään”, sanoo Ville Kalle.", "Ville Kalle"),
    ("fi", "”Emme tienneet asiasta mitään”, sanoi Charles de Gaulle.", "Charles de Gaulle"),
    ("hu", "„Nem hittük el, amíg meg nem láttuk” – mondta Vanek Péter, a jegyző.", "Vanek Péter"),
    ("hu", "„Nem hittük el, amíg meg nem láttuk” – mondta a Hírnek Kis Péter.", "Kis Péter"),
    ("fi", "”Emme tienneet asiasta mitään”, sanoo George Melville.", "George Melville"),
    ("fi", "”Emme tienneet asiasta mitään”, sanoo Ville Salle.", "Ville Salle"),
    ("fi", "”Emme tienneet asiasta mitään tästä”, sanoo Niemi Ylelle.", None),
    ("tr", '"Bu kararı pazartesi günü öğrendik" dedi Hürriyet\'e.', None),
    ("tr", 'Ayşe Demir Anadolu Ajansı\'na, "Bu kararı pazartesi öğrendik" dedi.', "Ayşe Demir"),
    ("pl", "„Nie wiedzieliśmy o tym” – powiedziała Gazecie Krakowskiej Maria Kos.", "Maria Kos"),
    ("pl", "„Nie wiedzieliśmy o tym aż do teraz” – powiedział Maciej Skórzej.", "Maciej Skórzej"),
    ("cs", "„Nevěděli jsme o tom až do pondělí,“ řekla Jana Malá Deníku.", "Jana Malá"),
    ("cs", "„Nevěděli jsme o tom až do pondělí,“ uvedla agentuře ČTK Jana Malá.", "Jana Malá"),
    ("cs", "„Nevěděli jsme o tom až do pondělí,“ řekl Trudeau.", "Trudeau"),
    ("ru", "«Мы узнали об этом только вчера», — сказал Петров Интерфаксу.", "Петров"),
    ("ru", "«Мы узнали об этом вчера», — сказала агентству Рейтер Мария Иванова.", "Мария Иванова"),
    ("de", "„Wir haben das erst jetzt erfahren“, sagte der Sprecher dem SWR.", "der Sprecher"),
    ("de", "„Wir wissen es erst jetzt“, sagte dem Magazin Stern der Anwalt Jan Roth.", "Jan Roth"),
    (
        "de",
        "„Wir wissen es jetzt“, sagte ein Minister aus dem Norden.",
        "ein Minister aus dem Norden",
    ),
    ("fr", "« Nous l'avons appris lundi », a confié au Monde Anne Rey.", "Anne Rey"),
    ("es", '"Nos enteramos el lunes por la mañana", dijo a El País Ana Ruiz.', "Ana Ruiz"),
    ("it", '"L\'abbiamo saputo solo lunedì", ha detto a Repubblica Anna Rossi.', "Anna Rossi"),
    ("pt", '"Só soubemos na segunda de manhã", disse à Folha Ana Souza.', "Ana Souza"),
    ("ro", "„Am aflat abia luni dimineața”, a declarat pentru Digi24 Ana Popescu.", "Ana Popescu"),
    ("el", "«Το μάθαμε μόλις τη Δευτέρα», δήλωσε στον Σκάι.", None),
    ("en", '"Nobody has told us anything," the Stoke Post was told by Ann Farrow.', "Ann Farrow"),
    ("en", '"Would you vote for it, then?" Ann Farrow was asked.', None),
    ("en", '"Nobody has told us anything," Ann Farrow told the Stoke Post.', "Ann Farrow"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), _TOLD)
def test_who_is_told_is_no_speaker(language: str, text: str, speaker: str | None) -> None:
    """A case or a preposition says who hears; the name beside that says who speaks."""
    assert [quote.speaker for quote in find(text, language)] == [speaker]


_PLACES = [
    ("it", "“Non l'ho mai visto arrivare”, racconta in cucina in via dei Tigli.", None),
    ("it", "“Non l'ho mai visto arrivare”, racconta in via Manzoni Carla Bruni.", "Carla Bruni"),
    ("es", '"No ha llegado nunca a su hora", cuenta en la plaza de Cervantes.', None),
    ("es", '"No ha llegado nunca a su hora", cuenta en la plaza Ana Ruiz.', "Ana Ruiz"),
    ("fr", "« Il n'arrive jamais à l'heure », raconte rue des Tilleuls Anne Rey.", "Anne Rey"),
    (
        "en",
        "Just past Stoke, a boy of nine, who had read, stood up. “How much is it?” he said.",
        "a boy",
    ),
    ("en", "Outside Stoke, a woman waited. “It has never been on time,” she said.", "a woman"),
    (
        "fr",
        "Près de Rouen, un garçon s'est levé. « Combien coûte-t-il ? », a-t-il dit.",
        "un garçon",
    ),
    ("en", "For Madonna, a singer, it was late. “It was never on time,” she said.", "Madonna"),
    (
        "en",
        "According to Renard, a teacher, it was late. “It was late,” she said.",
        "Renard",
    ),
]


_NO_PLACES = [
    "But Zorbin, a farmer who lost his herd, said: “We had ten minutes and no boat at all.”",
    "Not so Grubb, a farmer who owns the yard. “We have been warned for twenty years,” he said.",
    "Then Okwando, a farmer who lives here, said it all. “It came under the door,” she said.",
]


@pytest.mark.parametrize("text", _NO_PLACES)
def test_but_and_then_lead_to_somebody(text: str) -> None:
    """Only a word of place leads to a place; behind others is a person, and who that is."""
    (quote,) = find(text, "en")
    assert quote.speaker in {"Zorbin", "Grubb", "Okwando"}
    assert quote.role == "farmer"


@pytest.mark.parametrize(("language", "text", "speaker"), _PLACES)
def test_where_it_was_said_is_no_speaker(language: str, text: str, speaker: str | None) -> None:
    """A street's name speaks never, and a place behind "past" not instead of "a boy"."""
    assert [quote.speaker for quote in find(text, language)] == [speaker]


_FAMILY = (
    "Tom Vell, 83, understood at once. “I told them the money was in the barn,” he says. His "
    "granddaughter, Nell Vell, 26, called the police. “I knew that he was fine,” she says.\n"
)


def test_the_pronoun_before_tells_two_of_a_family() -> None:
    """In "He has had a call. ..., says Vell" it is the man's, whoever was named last."""
    text = _FAMILY + "He has had a call since. “They said I had done wrong there,” says Vell."
    assert [quote.speaker for quote in find(text, "en")] == ["Tom Vell", "Nell Vell", "Tom Vell"]


def test_a_family_name_alone_stays_with_whom_it_named() -> None:
    """Without a pronoun of another gender nothing changes."""
    text = _FAMILY + "She came at noon. “They said I had done wrong there,” says Vell."
    assert find(text, "en")[-1].speaker == "Nell Vell"


_ASKED = [
    ("I asked Tom what that meant.", "Tom Vell"),
    ("I told Tom about it.", "Tom Vell"),
    ("Nobody asked Tom about it, Paul Kerr said later.", "Paul Kerr"),
]


@pytest.mark.parametrize(("asked", "speaker"), _ASKED)
def test_whom_the_author_asks_answers(asked: str, speaker: str) -> None:
    """In "I asked Tom. ..., he said" it is Tom's, not the one's who spoke last."""
    text = (
        "Tom Vell has worked in the basement since 1999. His manager, Paul Kerr, told me that the "
        f'bank was "exploring new pathways for it." {asked}\n"It means I do the night," he said.'
    )
    assert find(text, "en")[-1].speaker == speaker


_IMPLIED = [
    (
        "pt",
        (
            '"Contar é demais para um peixe", afirma a Ana Melo.\nO criador Benedito Rocha, de '
            '71 anos, não se surpreendeu. "Trinta anos eu crio e sempre soube disso", diz.'
        ),
        ["Ana Melo", "Benedito Rocha"],
    ),
    (
        "es",
        (
            '"Contar es demasiado para un pez", afirma la Ana Melo.\nEl vecino Rosendo Quiño, de '
            '71 años, no se sorprendió. "Los crío desde hace treinta años", dice.'
        ),
        ["Ana Melo", "Rosendo Quiño"],
    ),
    (
        "hu",
        (
            "„A tervet bármikor kicseréljük” – mondta Borbás Tamás.\nLánya, Kelemen Dóra, aki itt "
            "vezeti, úgy emlékszik, régen volt.\n„Haragudtam érte, sokáig” – mondta a Hírnek."
        ),
        ["Borbás Tamás", "Kelemen Dóra"],
    ),
]


@pytest.mark.parametrize(("language", "text", "speakers"), _IMPLIED)
def test_a_verb_without_subject_is_of_whom_the_sentence_before_is_about(
    language: str, text: str, speakers: list[str]
) -> None:
    """Not of who spoke last, if the sentence before begins with somebody else."""
    assert [quote.speaker for quote in find(text, language)] == speakers


_KOREAN = [
    ("김도윤 한솔대 사회학과 교수는 “좋은 뜻으로 연 가게는 많다”고 말했다.", "김도윤"),
    ("한솔대 사회학과 교수는 “좋은 뜻으로 연 가게는 많다”고 말했다.", None),
    ("이날 오전 송다은 의원은 “좋은 뜻으로 연 가게는 많다”고 말했다.", "송다은"),
    ("김도윤 교수(한솔대 사회학과)는 “좋은 뜻으로 연 가게는 많다”고 말했다.", "김도윤"),
    ("간호사 한예진씨는 “좋은 뜻으로 연 가게는 많다”고 말했다.", "한예진"),
    ("옛 주인 박순애(79)씨가 왔다. 박씨는 “좋은 뜻으로 연 가게는 많다”고 했다.", "박순애"),
    ("박순애(79)씨는 줄을 섰다. 그는 “좋은 뜻으로 연 가게는 많다”고 했다.", "박순애"),
    ("박순애(79)씨는 한예진 의원에게 물었다. “좋은 뜻으로 연 가게는 많다”라고 그는 말했다.", None),
    (
        "박순애(79)씨는 이웃에게 감사했다. “좋은 뜻으로 연 가게는 많다”라고 그는 말했다.",
        "박순애",
    ),
    ("아가씨는 “좋은 뜻으로 연 가게는 많다”고 했다.", None),
    ("날씨가 추웠다. 주민들은 “글씨가 작아서 읽을 수 없었다”고 했다.", None),
]


@pytest.mark.parametrize(("text", "speaker"), _KOREAN)
def test_korean_bodies_and_times_are_no_names(text: str, speaker: str | None) -> None:
    """The university before a professor's office is none, nor "this morning"; "Park" is known."""
    assert [quote.speaker for quote in find(text, "ko")] == [speaker]

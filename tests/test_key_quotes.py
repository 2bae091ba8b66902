"""Which quotes are shown as key quotes: whole statements, a few of each who speaks."""

from __future__ import annotations

import pytest

from newsclean.quotes import find
from newsclean.quotes.draft import Grounds, QuoteDraft
from newsclean.quotes.key import rank_quotes
from newsclean.quotes.text.lexicon import lexicon
from newsclean.quotes.text.marks import find_marked
from newsclean.quotes.text.words import read_words

_LEANING = [
    (
        "en",
        "“{}” said Ann Lee, the owner of the mill.\n\n“{}” Lee said.",
        "Bread is a common thing to share around the whole world.",
        [
            "That'll be a new trade channel for us in the spring,",
            "And people could watch it and think he was a tyrant,",
            "It's because she signed some contract to put it here,",
        ],
    ),
    (
        "de",
        "„{}“, sagte Anna Sommer, Leiterin der Mühle.\n\n„{}“, sagte Sommer.",
        "Brot ist eine Sache, die auf der ganzen Welt geteilt wird",
        [
            "Somit sind die meisten auf den Bus angewiesen, jeden Tag",
            "Das war damals sehr wichtig, um alles hier zu verstehen",
            "Aber wir haben die Straße ja nie ganz allein gebaut",
        ],
    ),
    (
        "fr",
        "« {} », a dit Anne Petit, directrice du moulin.\n\n« {} », a dit Anne Petit.",
        "Le pain est une chose que le monde entier partage toujours",
        [
            "Mais nous avons vu les camions arriver dans la nuit",
            "Cela permet de garder les ouvriers toute l'année ici",
            "Donc tout le monde a dû prendre le bus du matin",
        ],
    ),
]


def _keys(text: str, language: str, keys: int = 5) -> list[str]:
    found = find(text, language, keys=keys)
    return [quote.text for quote in found if quote.key]


@pytest.mark.parametrize(
    ("language", "text", "whole", "leaning"),
    [(language, text, whole, one) for language, text, whole, more in _LEANING for one in more],
)
def test_what_leans_is_no_key_quote_beside_what_stands(
    language: str, text: str, whole: str, leaning: str
) -> None:
    """A statement that points back is left out where its speaker says one that does not."""
    assert _keys(text.format(whole, leaning), language) == [whole]


@pytest.mark.parametrize(
    ("language", "text", "whole", "leaning"),
    [(language, text, whole, more[0]) for language, text, whole, more in _LEANING],
)
def test_what_leans_is_shown_where_nothing_else_is_said(
    language: str, text: str, whole: str, leaning: str
) -> None:
    """Somebody's only statement is shown, whatever it begins with."""
    del whole
    assert _keys(text.format(leaning, leaning).split("\n\n")[0], language) == [leaning]


@pytest.mark.parametrize(
    ("language", "text", "both", "whole"),
    [
        (
            "en",
            (
                "“People with this trouble worry about what may happen to them,” Ann Lee "
                "said, “but"
                " few of them ask.”\n\n“{}” said Lee."
            ),
            "People with this trouble worry about what may happen to them, but few of them ask.",
            "Bread is a common thing to share around the whole world.",
        ),
        (
            "fr",
            (
                "« Les gens ont peur de ce qui peut leur arriver, » a dit Anne Petit, « mais "
                "peu le"
                " disent. »\n\n« {} », a dit Anne Petit."
            ),
            "Les gens ont peur de ce qui peut leur arriver, mais peu le disent.",
            "Le pain est une chose que le monde entier partage toujours",
        ),
        (
            "es",
            (
                "«La gente tiene miedo de lo que le puede pasar,» dijo Ana Ruiz, «pero pocos lo"
                " dicen».\n\n«{}», dijo Ruiz."
            ),
            "La gente tiene miedo de lo que le puede pasar, pero pocos lo dicen",
            "El pan es una cosa que todo el mundo comparte siempre",
        ),
    ],
)
def test_a_sentence_that_its_attribution_parts_is_printed_whole(
    language: str, text: str, both: str, whole: str
) -> None:
    """Neither half is shown alone; the parts keep their own places."""
    found = find(text.format(whole), language)
    assert [quote.statement or quote.text for quote in found if quote.key] == [both, whole]
    assert len(found) == 3


_PRINTED = [
    (
        "en",
        "“We close at two,” said Ann Lee. “The oven is off.”",
        "We close at two. The oven is off.",
    ),
    (
        "en",
        "“The dam,” said Ann Lee, “will hold for years.”",
        "The dam … will hold for years.",
    ),
    (
        "en",
        "“It is not enough,” said Ann Lee and added: “We go on.”",
        "It is not enough. We go on.",
    ),
    (
        "de",
        "„Um zwei ist Schluss“, sagte Eva Moll. „Der Ofen ist aus.“",
        "Um zwei ist Schluss. Der Ofen ist aus.",
    ),
    (
        "de",
        "„Der Damm“, sagte Eva Moll, „hält noch viele Jahre.“",
        "Der Damm … hält noch viele Jahre.",
    ),
    (
        "fr",
        "« Nous fermons ce soir », a dit Anne Petit. « Le four est froid. »",
        "Nous fermons ce soir. Le four est froid.",
    ),
    (
        "es",
        "—La presa aguanta —dijo Ana Ruiz—. No habrá obras.",
        "La presa aguanta. No habrá obras.",
    ),
    (
        "pl",
        "„Nikt nas nie pytał”, powiedziała Anna Nowak. „Po prostu przyjechali.”",
        "Nikt nas nie pytał. Po prostu przyjechali.",
    ),
    (
        "ru",
        "— Лопат у нас нет, — сказал Олег Сычёв, — и денег тоже нет.",
        "Лопат у нас нет, и денег тоже нет.",
    ),
]


@pytest.mark.parametrize(("language", "text", "printed"), _PRINTED)
def test_what_is_said_in_one_go_is_one_statement(language: str, text: str, printed: str) -> None:
    """A reader sees both parts, without who says them."""
    key = next(quote for quote in find(text, language) if quote.key)
    assert key.statement == printed
    assert text[key.start : key.end] == key.text


_INSIDE = [
    (
        "ru",
        "«Нам дали подвал, — рассказала Анна Сергеева «Вестнику». — Потом нашёлся вагон».",
        "Нам дали подвал. Потом нашёлся вагон",
    ),
    (
        "ru",
        "«Лопат у нас нет, — сказал Олег Сычёв, — и денег нет, — добавил он. — Копайте сами».",
        "Лопат у нас нет, и денег нет. Копайте сами",
    ),
    (
        "it",
        "«Il forno, spiega Carla Bonomi, era di mia nonna. E resta acceso.»",
        "Il forno … era di mia nonna. E resta acceso.",
    ),
    (
        "fr",
        "« Nous perdons, reconnaît le maire, Luc Charrier, mais nous perdons ensemble. »",
        "Nous perdons, mais nous perdons ensemble.",
    ),
    (
        "fr",
        "« Le four est froid, dit Anne Petit. Nous fermons ce soir à deux heures. »",
        "Le four est froid. Nous fermons ce soir à deux heures.",
    ),
    (
        "fr",
        (
            "« C'est toujours pareil, souffle une mère d'élève, Julie Martel, qui habite à deux"
            " rues de là. On ferme et on discute après. »"
        ),
        "C'est toujours pareil. On ferme et on discute après.",
    ),
    (
        "fr",
        (
            "« On nous avait promis un an, regrette, dans la cour encore vide, le maire sans"
            " étiquette de la commune, Paul Vidal, élu en 2020. Rien ne viendra. »"
        ),
        "On nous avait promis un an. Rien ne viendra.",
    ),
    (
        "es",
        (
            "«Nos habían prometido un año, lamenta el alcalde del pueblo, Pablo Vidal, elegido en"
            " 2020. No van a cumplir»."
        ),
        "Nos habían prometido un año. No van a cumplir",
    ),
    (
        "pt",
        (
            "«Prometeram-nos um ano, lamenta o presidente da junta, Paulo Vidal, que vive ali. Não"
            " vão cumprir.»"
        ),
        "Prometeram-nos um ano. Não vão cumprir.",
    ),
    (
        "it",
        "«Il muro è solido, spiega Anna Conti, la sindaca, e terrà cent'anni».",
        "Il muro è solido, e terrà cent'anni",
    ),
    (
        "it",
        (
            "«È sempre la stessa storia – sospira una mamma, Giulia Martelli, che abita a "
            "due passi"
            " – prima si chiude e poi si discute»."
        ),
        "È sempre la stessa storia … prima si chiude e poi si discute",
    ),
    (
        "es",
        (
            "«Es siempre lo mismo —suspira una madre, Julia Martos, que vive cerca—. Primero se"
            " cierra y luego se discute»."
        ),
        "Es siempre lo mismo. Primero se cierra y luego se discute",
    ),
]


_MANNER = [
    (
        "fr",
        "« La roue est belle, dit Jean Roux, la roue qui tourne encore est la plus belle. »",
        "La roue est belle … la roue qui tourne encore est la plus belle.",
    ),
    (
        "fr",
        (
            "« Voici la plus vieille, dit Anne Petit en montrant une meule. Elle a mal pris "
            "l’hiver. »"
        ),
        "Voici la plus vieille. Elle a mal pris l’hiver.",
    ),
    (
        "fr",
        (
            "« J’ai cru à un voleur, raconte Paul Roche, le plongeur qui a trouvé la cloche. "
            "J’ai fui. »"
        ),
        "J’ai cru à un voleur. J’ai fui.",
    ),
    (
        "fr",
        "« Ma mère, raconte Paul Roche devant la grille, n’a jamais vu la mer. »",
        "Ma mère … n’a jamais vu la mer.",
    ),
    (
        "es",
        "«Esta es la más vieja, dice Ana Ruiz señalando una muela. Ha llevado mal el invierno.»",
        "Esta es la más vieja. Ha llevado mal el invierno.",
    ),
    (
        "it",
        "«Apriamo alle sei, spiega Luca Conti davanti al mulino, ma nessuno viene prima.»",
        "Apriamo alle sei, ma nessuno viene prima.",
    ),
    (
        "pt",
        (
            "«Pensei num ladrão, conta Paulo Neves, o mergulhador que achou o sino. Chamei a "
            "polícia.»"
        ),
        "Pensei num ladrão. Chamei a polícia.",
    ),
]


_NOT_EXPLAINED = [
    "On a tout vendu, dit Anne Rey, les ouvriers qui sont venus repartent jeudi.",
    "Tout change, dit Anne Rey, la rue qui dormait se réveille.",
    "Rien n'est perdu, dit Paul Rey, l'ingénieur qui a construit le four tient encore debout.",
    "J'ai tout vu, dit Anne Rey, la tempête qui a pris le toit.",
]


@pytest.mark.parametrize("said", _NOT_EXPLAINED)
def test_a_clause_about_others_behind_who_speaks_is_said(said: str) -> None:
    """Only who somebody is may go with the attribution, and nothing with a verb of its own."""
    (quote,) = find(f"« {said} »", "fr")
    assert quote.key
    assert (quote.statement or quote.text).endswith(said.rpartition(", ")[2])


@pytest.mark.parametrize(("language", "text", "printed"), _INSIDE + _MANNER)
def test_who_says_it_is_no_part_of_what_is_printed(language: str, text: str, printed: str) -> None:
    """The reporter's words between the marks are left out, be there several of them."""
    (quote,) = find(text, language)
    assert quote.key
    assert quote.statement == printed
    assert text[quote.start - 1] in "«\u00a0 "


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("fr", "« Le mur, dit M. Roux, est encore solide. »", "Le mur … est encore solide."),
        (
            "fr",
            "« Les enfants ont vidé leurs tirelires, raconte M. Paul Roux. J’ai dû en refuser. »",
            "Les enfants ont vidé leurs tirelires. J’ai dû en refuser.",
        ),
    ],
)
def test_a_title_with_a_stop_is_part_of_the_name(language: str, text: str, printed: str) -> None:
    """The stop of "M." ends no attribution."""
    (quote,) = find(text, language)
    assert quote.statement == printed


def test_the_paper_s_own_answers_are_nobody_s() -> None:
    """Questions that the paper answers itself, and quotes somebody in, are no interview."""
    text = (
        "The Post talked to Jane Orme, the mayor, about our new wall.\n\nWhen does it start?\n\n"
        "In March, says Orme, when the river is low.\n\nWho pays for it?\n\n"
        "The county pays half of it, and we pay the rest.\n\nIs it safe?\n\n"
        "Orme says that it is. She has measured it for years."
    )
    assert not find(text, "en")


_WHOLE = [
    (
        "fr",
        "« Nous resterons ici, affirme Claire Morel. — Vous partirez tous, réplique Paul Roux. »",
    ),
    ("ru", "«Мы остаёмся, — говорит Анна Орлова. — Вы уходите, — отвечает Пётр Дунин»."),
    ("fr", "« Nous avons tout perdu, raconte Claire Morel, pilier du café. Il reste les murs. »"),
    ("fr", "« C'est beau, sourit Luc Hamon, un peu lent peut-être. Mais c'est très beau. »"),
    ("fr", "« La rue, dit Luc Hamon, fermée depuis mai, rouvre enfin lundi matin. »"),
    ("fr", "« On verra, répond Luc Hamon, en été, quand la mer sera chaude. On verra bien. »"),
    ("it", "«Il mare, dice Anna Conti, agitato da giorni, oggi è calmo»."),
    ("pt", "“O muro é sólido, diz Ana Conde, dona do café. Aguenta cem anos.”"),
    ("fr", "« Le préfet nous a menti, dit clairement le rapport », dénonce Claire Morel."),
    ("fr", "« Le problème, disent les experts, c'est l'argent », affirme Paul Roux."),
    ("es", "“El cartero llegó, dijo buenos días y se fue. Era el 3 de mayo”, recuerda Ana Conde."),
    ("es", "“Mi marido entró, gritó que subía el agua y se fue”, cuenta Ana Conde."),
    ("ru", "«Муж мне, помню, сказал: уезжай отсюда, — и я уехала», — вспоминает Анна Орлова."),
    ("ru", "«Врач, который пришёл, сказал мне, что всё хорошо», — вспоминает Анна Орлова."),
    ("fr", "« Les jeunes partent, regrette Anne Petit, les vieux restent ici tous seuls. »"),
    ("it", "«La farina, dice Anna Conti: la macina, la ruota e il tetto sono nostri»."),
    ("fr", "« Les gens ont peur, dit-on, mais ils ont tort », affirme Paul Roux."),
    ("uk", "«Листоноша прийшов, сказав добрий день і дав мені листа», — згадує Анна Орлова."),
    (
        "fr",
        "« Il nous faut la digue, dit Claire Morel. — Trouvez l'argent », répond Paul Roux.",
    ),
    (
        "es",
        "«Hace falta el dique, dice Ana Conde. — Busque usted el dinero», contesta Luis Prado.",
    ),
]


@pytest.mark.parametrize(("language", "text"), _WHOLE)
def test_where_it_is_unsure_whose_words_they_are_all_are_printed(language: str, text: str) -> None:
    """A second speaker, an object, an apposition, a speaker named outside: nothing is cut."""
    (quote,) = find(text, language)
    assert quote.statement is None
    assert quote.text in text


_APART = [
    (
        "en",
        (
            "“We will never sell the field,” said Jane Orme in May, but in June she said: “It"
            " has been sold to a builder by us.”"
        ),
    ),
    (
        "en",
        "“You are a liar,” Peter Dunn told Jane Orme in the chamber. “I have never lied to you.”",
    ),
    ("en", "“Close the gate to the field,” Ann Lee called to her son. “It is stuck fast, Mum.”"),
    (
        "de",
        "„Wir verkaufen das Feld nie“, sagte Eva Moll im Mai, aber im Juni: „Das Feld ist weg.“",
    ),
    ("nl", "“We verkopen het veld nooit”, zei Anna Bakker in mei. “Het is weg”, zei ze in juni."),
]


@pytest.mark.parametrize(("language", "text"), _APART)
def test_other_times_and_whoever_may_answer_end_a_statement(language: str, text: str) -> None:
    """What was said later, against it or by who was told so, is not joined to it."""
    assert all(quote.statement is None for quote in find(text, language))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            (
                "Asked about cost, Ann Lee said: “Ask the county.” Asked about the wall, she said:"
                " “It will hold for a century.”"
            ),
            ["It will hold for a century."],
        ),
        (
            (
                "“It is a good day,” said Jane Orme. “It is a bad day,” said Peter Dunn. “We "
                "cannot"
                " pay for it.”"
            ),
            ["It is a good day,", "It is a bad day. We cannot pay for it."],
        ),
        (
            (
                "“We can pay for it from the fund for the schools,” said Jane Orme.\n\n“We "
                "will not"
                " pay for it, and it is not for us,” said Peter Dunn."
            ),
            [
                "We can pay for it from the fund for the schools,",
                "We will not pay for it, and it is not for us,",
            ],
        ),
    ],
)
def test_no_scrap_and_no_small_word_takes_a_statement_away(text: str, shown: list[str]) -> None:
    """Three words are shown of nobody who says more; two who say "for it" do not repeat."""
    found = find(text, "en")
    assert [quote.statement or quote.text for quote in found if quote.key] == shown


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "« Il faut que, dit ma mère, et mon père aussi, tout change », a dit Anne Petit."),
        ("ru", "«Книга «Остров» лежит на столе», — сказал Олег Сычёв."),
        ("it", "«La diga, che tutti dicono sicura, tiene ancora», spiega Livia Sarti."),
        ("pl", "„Droga, o której mówi się od lat, jest gotowa”, powiedziała Anna Nowak."),
        ("uk", "«Міст, про який усі говорять, стоїть», – каже Петро Лісовий."),
    ],
)
def test_a_clause_of_the_speaker_s_own_stays(language: str, text: str) -> None:
    """What the speaker tells of others' words is part of what is said."""
    assert all(quote.statement is None for quote in find(text, language))


_NOT_ONE = [
    ("en", "“We close at two for the winter,” said Ann Lee. She left. “The oven is off for good.”"),
    ("en", "“We close at two for the winter,” said Ann Lee. “Which oven?”"),
    ("en", "“We close at two for the winter,” said Ann Lee.\n\n“The oven is off,” said Tom Reed."),
    ("de", "„Wir schließen nun immer um zwei“, sagte Eva Moll. „Der Ofen ist aus“, sagte Jan Ott."),
    ("fr", "« Nous fermons à deux heures », a dit Anne Petit. Il pleut. « Le four est froid. »"),
]


@pytest.mark.parametrize(("language", "text"), _NOT_ONE)
def test_what_is_not_said_in_one_go_stays_apart(language: str, text: str) -> None:
    """Behind a sentence of the reporter's, in another's mouth, or asked."""
    assert all(quote.statement is None for quote in find(text, language))


_UNNAMED = [
    ("en", "“I filled four cans on Monday morning,” said a retired teacher.", "a retired teacher"),
    ("en", "“We thank him for nine years and two cups,” the club said.", "the club"),
    ("de", "„Wir haben zwei Jahre auf die Straße gewartet“, sagte ein Lehrer.", "ein Lehrer"),
    ("fr", "« Nous avons attendu deux ans cette route », a dit un pêcheur.", "un pêcheur"),
    ("es", "«Hemos esperado dos años esta carretera», dijo un vecino.", "un vecino"),
    ("it", "«Abbiamo aspettato due anni questa strada», ha detto un medico.", "un medico"),
]


@pytest.mark.parametrize(("language", "text", "who"), _UNNAMED)
def test_somebody_without_a_name_is_shown_where_the_clause_says_who(
    language: str, text: str, who: str
) -> None:
    """A described person and a body are speakers, however long the article is."""
    rest = "\n\n".join([_LONG.get(language, "1 2 3 4 5 6.")] * 12)
    found = find(f"{rest}\n\n{text}\n\n{rest}", language)
    assert [(quote.speaker, quote.key) for quote in found] == [(who, 1)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“We will not comment on our relations with the bank,” said Ann Lee."),
        ("de", "„Das können und wollen wir nicht kommentieren“, sagte Anna Sommer."),
        ("es", "«No voy a comentar lo que se dijo ayer», dijo Ana Ruiz."),
        ("cs", "„Nebudu se vyjadřovat k tomu, co se řešilo,“ řekl Petr Novák."),
    ],
)
def test_no_comment_is_no_key_quote(language: str, text: str) -> None:
    """Who says nothing is not quoted saying so."""
    assert find(text, language)
    assert _keys(text, language) == []


_LONG = {
    "en": "The tram line to the harbour was sold by the council many years ago.",
    "de": "Die Bahn zum Hafen wurde vor vielen Jahren von der Stadt verkauft.",
    "es": "La línea del puerto fue vendida por la ciudad hace muchos años.",
}
_SAID = [
    "The mill has stood here for three hundred years in all weathers,",
    "Every family of the valley worked in its halls at some time,",
    "My grandfather carried flour down to the harbour on his back,",
    "Tourists now pay to see what we were glad to leave behind,",
    "Without the new roof the walls will not last another winter,",
    "Nobody in the town hall has answered a single letter of ours,",
]


def _article(*speakers: str) -> str:
    return "\n\n".join(
        f"“{said}” said {speakers[at % len(speakers)]}." for at, said in enumerate(_SAID)
    )


@pytest.mark.parametrize(
    ("speakers", "wanted", "shown"),
    [
        (["Ann Lee"], 5, {"Ann Lee": 3}),
        (["Ann Lee", "Tom Reed"], 5, {"Ann Lee": 2, "Tom Reed": 2}),
        (["Ann Lee", "Tom Reed", "Zoe Hall"], 5, {"Ann Lee": 2, "Tom Reed": 2, "Zoe Hall": 1}),
        (["Ann Lee"], 10, {"Ann Lee": 6}),
    ],
)
def test_nobody_has_all_key_quotes(speakers: list[str], wanted: int, shown: dict[str, int]) -> None:
    """Of five key quotes one of several has two at most, and the only one three."""
    found = find(_article(*speakers), "en", keys=wanted)
    counts = sorted(
        sum(quote.key is not None for quote in found if quote.speaker == who) for who in speakers
    )
    assert counts == sorted(shown.values())


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        (
            "de",
            "Markus Lau, Technikexperte beim Deutschen Verband Gas, rät: „{}“",
            "Technikexperte beim Deutschen Verband Gas",
        ),
        (
            "en",
            '"{}" said Jay Silver, a professor of law at St. Thomas College.',
            "professor of law",
        ),
        ("ru", "14 мая президент Иван Петров сказал: «{}»", "президент"),
    ],
)
def test_a_role_is_whole_words_of_an_office(language: str, text: str, role: str) -> None:
    """No day of a date, no half of a name, and not the body without the office."""
    said = "This has to be said for as long as there are people here."
    assert [quote.role for quote in find(text.format(said), language)] == [role]


_PRONOUNS = {
    "en": (
        "The union welcomed the decision on Monday. Its chairwoman, Mira Kessler, said that"
        " drivers had been promised uniforms. “We never gave back the hats,” she said."
    ),
    "de": (
        "Die Gewerkschaft begrüßte den Beschluss. Ihre Vorsitzende Mira Kessler sagte, dass man"
        " Uniformen versprochen habe. „Wir haben die Mützen nie zurückgegeben“, sagte sie."
    ),
    "es": (
        "El sindicato celebró la decisión. Su presidenta, Mira Castro, dijo que se habían"
        " prometido uniformes. «Nunca devolvimos las gorras de antes», dijo ella."
    ),
}


@pytest.mark.parametrize("language", _PRONOUNS)
def test_a_pronoun_right_behind_who_spoke_is_sure(language: str) -> None:
    """Where nobody else is named since, "she" in the next sentence is who just spoke."""
    name = "Mira Castro" if language == "es" else "Mira Kessler"
    rest = "\n\n".join([_LONG[language]] * 12)
    found = find(f"{rest}\n\n{_PRONOUNS[language]}\n\n{rest}", language)
    assert [(quote.speaker, quote.key) for quote in found] == [(name, 1)]


@pytest.mark.parametrize("told", ["The tramway was shut on Monday.", "They met on Monday."])
def test_what_the_article_is_about_comes_first(told: str) -> None:
    """A word that is said twice is what it is about: the quote that has it is the first."""
    text = (
        f"{told}\n\n“My aunt keeps yellow umbrellas in a house beside the sea,” said Ann Lee, a "
        "nurse.\n\n“We must keep the tramway running through the summer,” said Tom Reed, a nurse."
    )
    first = next(quote for quote in find(text, "en") if quote.key == 1)
    assert first.speaker == ("Tom Reed" if "tramway" in told else "Ann Lee")


@pytest.mark.parametrize(
    ("confidence", "certain", "beside", "shown"),
    [
        (0.75, 0.9, False, True),
        (0.75, 0.5, False, False),
        (0.75, 0.9, True, False),
        (0.8, 0.9, True, True),
    ],
)
def test_an_only_statement_may_be_less_sure(
    confidence: float, certain: float, *, beside: bool, shown: bool
) -> None:
    """It is shown where nothing else is, or nearly as sure, and whom a pronoun means is sure."""
    text = "“The bridge has carried our bread for forty years.” “We will never sell it to anyone.”"
    known = lexicon("en")
    spans = [(0, len(text))]
    words = read_words(text, spans, find_marked(text, spans), known, None)
    first, second = 1, text.rindex("“") + 1
    grounds = Grounds("model", "R inverted2", certain=certain)
    quotes = [
        QuoteDraft(
            text[start:end], start, end, "direct", speaker, None, confidence=sure, grounds=grounds
        )
        for start, end, speaker, sure in (
            (first, text.index("”"), "Ann Lee", confidence),
            (second, len(text) - 1, "Tom Reed", 0.97 if beside else 0.3),
        )
    ]
    keys = rank_quotes(quotes, words, known, None, 5)
    assert bool(keys[0].key) is shown


_LOST = [
    ("en", 'Critics were divided. "We laughed for a week, actor Bea Hunt said.', "Bea Hunt"),
    ("en", "“It took us four years, and all of it by hand, said Una Tarn.", "Una Tarn"),
    ("de", "„Wir haben jede Strebe geprüft«, sagte Eva Moll. Sie ging.", "Eva Moll"),
]


@pytest.mark.parametrize(("language", "text", "who"), _LOST)
def test_a_lost_mark_is_where_the_attribution_begins(language: str, text: str, who: str) -> None:
    """What nothing closes ends before who says it, and mixed marks close each other."""
    (quote,) = find(text, language)
    assert quote.speaker == who
    assert who not in quote.text
    assert "sag" not in quote.text
    assert "said" not in quote.text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“We have told Ann Lee so in two letters.\n\n“Nobody has answered,” Tom Reed said."),
        ("en", "“We are sorry for the bees, and we have told Ann Lee so in two letters."),
        ("fr", "« Nous avons tout vérifié, et nous l'avons dit à Anne Petit."),
    ],
)
def test_what_somebody_tells_is_no_attribution(language: str, text: str) -> None:
    """A verb of speech inside a sentence that nothing closes says nothing of who speaks."""
    first = find(text, language)[0]
    assert first.text.endswith(("letters.", "Petit."))


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        (
            "en",
            "“We sang for an hour and nobody came to\nlisten to us at all,” said Una Tarn.",
            "We sang for an hour and nobody came to listen to us at all,",
        ),
        (
            "de",
            "„Wir haben eine Stunde gesungen und niemand\nhat uns zugehört“, sagte Eva Moll.",
            "Wir haben eine Stunde gesungen und niemand hat uns zugehört",
        ),
        (
            "ja",
            "「霧の日は鐘を鳴らした。\n鐘の音は島まで届いた」と森田健一さんは話した。",
            "霧の日は鐘を鳴らした。鐘の音は島まで届いた",
        ),
    ],
)
def test_a_quote_over_two_lines_is_printed_whole(language: str, text: str, printed: str) -> None:
    """The break of a line ends no statement."""
    assert [quote.statement for quote in find(text, language) if quote.key] == [printed]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "The ferry stopped. Una Tarn said that “nobody should go home before the water does”.",
            "… nobody should go home before the water does",
        ),
        ("Una Tarn called the plan “not worth the paper that it was printed on at all”.", None),
        (
            (
                "Una Tarn said that “nobody should go home before the water does”.\n\n"
                "“The water is in the cellar of the school,” said Tom Reed."
            ),
            "The water is in the cellar of the school,",
        ),
    ],
)
def test_a_part_of_a_sentence_is_shown_where_nothing_else_is(
    text: str, printed: str | None
) -> None:
    """It begins with its subject, and three dots say that it is a part."""
    shown = [quote.statement or quote.text for quote in find(text, "en") if quote.key]
    assert shown == ([printed] if printed else [])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Belediye başkanı Ayşe Demir, “Köprü bu kış kapanmayacak” dedi.", "Ayşe Demir"),
        ('Mimar Elif Taner, "Burada çalışanlar binanın kalmasını istiyordu" dedi.', "Elif Taner"),
        ("“Yorgun köprü” sözü gazetelere başlık oldu.", None),
        ("Ayşe Demir, “Köprü” adlı filmi izledi.", None),
    ],
)
def test_a_name_before_and_a_verb_behind_a_quote_say_whose_it_is(
    text: str, who: str | None
) -> None:
    """Turkish sentences end with their verb; what no verb follows is no quote."""
    assert [quote.speaker for quote in find(text, "tr")] == ([who] if who else [])


_ABOVE = [
    (
        "de",
        "Die Dirigentin Clara Wendt über Proben im Winter",
        (
            "Frau Wendt, was haben Sie geändert?\n\nIch habe die Pausen im Haus geändert.\n\n"
            "Hat Ihnen das gefallen?\n\nMir hat es vom ersten Tag an gefallen.\n\n"
            "Und was spielen Sie?\n\nWir spielen ein Werk, das lange im Keller lag."
        ),
        "Clara Wendt",
    ),
    (
        "es",
        "Una conversación con Elisa Montero en su taller",
        (
            "¿Cuándo subió a la torre?\n\nSubí con mi abuelo cuando tenía siete años.\n\n"
            "¿Y ahora?\n\nAhora las palomas tienen miedo de mí y de mis gatos."
        ),
        "Elisa Montero",
    ),
    (
        "en",
        "Our baker on bread, winters and patience",
        (
            "Do you bake on Sundays?\n\nI bake on every day of the week but one.\n\n"
            "Would you do it again?\n\nI would do it again in this very oven.\n\n"
            "What would you change?\n\nI would change the window, for the light."
        ),
        None,
    ),
]


@pytest.mark.parametrize(("language", "standfirst", "text", "guest"), _ABOVE)
def test_the_guest_may_be_named_above_the_interview(
    language: str, standfirst: str, text: str, guest: str | None
) -> None:
    """Who is asked stands in the lines below the headline; where nobody is named, nobody speaks."""
    spans = []
    at = 0
    for part in text.split("\n\n"):
        spans.append((at, at + len(part)))
        at += len(part) + 2
    found = find(text, language, paragraphs=spans, standfirst=standfirst)
    assert {quote.speaker for quote in found} == ({guest} if guest else set())
    assert not any("?" in quote.text for quote in found)

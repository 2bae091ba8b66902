"""A sentence leans whose subject is only "most", or a pronoun behind the verb, or an example."""

from __future__ import annotations

import pytest

from newsclean.summary.text.standing import leans, rules


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Most are run by families from Tarrow, but two belong to the council."),
        ("en", "Some have been open since the flood of 1931."),
        ("en", "Many still burn peat in the evening."),
        ("en", "The two met at a dance in Tarrow in 1968."),
        ("en", "All three were sold to a firm from Leeds."),
        ("de", "Viele waren schon vor dem Krieg geschlossen."),
        ("de", "Die meisten haben nur am Wochenende geöffnet."),
        ("fr", "Certains sont ouverts toute l'année."),
        ("es", "Algunos han cerrado desde la riada de 1982."),
        ("it", "Molti sono chiusi dal terremoto del 1980."),
        ("nl", "Sommige zijn alleen in het weekend open."),
        ("pl", "Niektóre są otwarte tylko latem."),
        ("ru", "Некоторые были закрыты ещё до войны."),
        ("pl", "Zawiera ona dużo wapnia i żelaza."),
        ("cs", "Včera ona otevřela druhou pekárnu ve městě."),
        ("ru", "Вчера он открыл вторую пекарню в городе."),
        ("uk", "Учора вона відкрила другу пекарню в місті."),
        ("en", "Today she runs the only bakery on the island."),
        ("es", "Hoy ella dirige la única panadería de la isla."),
        ("en", "Tarrow, for example, has closed its last bank."),
        ("de", "In Tarlow steht zum Beispiel eine Mühle von 1790."),
        ("fr", "À Tarlac, par exemple, la banque a fermé."),
        ("es", "En Tarlo, por ejemplo, el banco cerró en mayo."),
        ("ru", "К примеру, в Тарлове закрыли последний банк."),
        ("uk", "До прикладу, у Тарлові закрили останній банк."),
        ("pl", "Przykładowo w Tarłowie zamknięto ostatni bank."),
        ("tr", "Örneğin Tarlı'da son banka kapandı."),
        ("fi", "Esimerkiksi Tarlassa suljettiin viimeinen pankki."),
        ("ja", "例えば、タルロ町では最後の銀行が閉店した。"),
    ],
)
def test_it_leans_on_what_was_named_before(language: str, text: str) -> None:
    assert leans(text, rules(language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Most bakeries on the island are run by families."),
        ("en", "Most of the bakeries are run by families."),
        ("en", "Some 300 people were at the dance in Tarrow."),
        ("en", "Many people still burn peat in the evening."),
        ("en", "Each year the council closes two libraries."),
        ("en", "All is well again in the harbour of Tarrow."),
        ("en", "The two bakeries of Tarrow will close in May."),
        ("en", "All three bakeries of Tarrow were sold to a firm from Leeds."),
        ("en", "The example of Tarrow shows what a small council can do."),
        ("en", "Few can match what Ann Holm did for the island."),
        ("en", "Whenever it rains in Tarrow, the bridge is closed."),
        ("de", "Viele Bäckereien waren schon vor dem Krieg geschlossen."),
        ("de", "Etwa 300 Menschen kamen zum Tanz nach Tarlow."),
        ("de", "Wollen Sie das Haus kaufen, brauchen Sie 300.000 Euro."),
        ("de", "Im Mai es zu versuchen war ein Fehler der Stadt Tarlow."),
        ("fr", "En ne payant pas son loyer, la ville de Tarlac a perdu son école."),
        ("fr", "Certains magasins sont ouverts toute l'année."),
        ("sv", "Bland de sju bagerierna finns ett från 1790."),
        ("nb", "Mange er skadet etter brannen i Tarlo."),
        ("tr", "Dün o fırın yeniden açıldı."),
        ("it", "Ieri il forno di Tarlo ha riaperto."),
        ("pl", "Minister powiedział, że on nie podpisze umowy."),
        ("ru", "Многие жители Тарлова работают на заводе."),
        ("es", "Algunos vecinos han cerrado sus tiendas en Tarlo."),
    ],
)
def test_a_subject_with_its_noun_stands(language: str, text: str) -> None:
    assert not leans(text, rules(language))

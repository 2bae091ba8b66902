"""What speaks for and against each thing of a round-up stays, and so does the name of the thing."""

from __future__ import annotations

import pytest

import newsclean

EN = """Kilns for a small shed: three that we fired all winter
We fired three small kilns in a shed without heating from November to March, and weighed the ash.
Two of them would do for a school, and one is so loud that the neighbours asked what it was.
Credit: Shed Post | $113 from Amazon | What we like | What we don't like
Best overall | Marl Ember 40 | Holds its heat for nine hours | Lid opens easily | Heavy
The first glaze took eleven hours, and the bowls at the front came out as green as those behind.
We opened the lid at a hundred degrees, and nothing cracked, which surprised everybody there.
Best for clubs | Osland Twin Shelf | Two shelves | Plain switches | No wheels
A club of nine potters shared it for a month, and they fired forty mugs a day in it without a break.
Only the treasurer, who had paid for the power, wanted to know why it was on at night.
Most patient | Ness Slow Nine | Cools by itself | Clear manual | Loud
It cools so slowly that we left it overnight, which suits the crystals in a zinc glaze very well.
In return the fan hums like a bus at a stop, and the shed next door hummed with it until four.
All of them were fired with the same clay, and each stood on the same floor of stone."""
DE = """Brennöfen für den Schuppen: drei Geräte im Winter geprüft
Drei kleine Brennöfen liefen von November bis März in einem Schuppen ohne Heizung bei jedem Wetter.
Zwei von ihnen taugen für eine Schule, einer ist so laut, dass die Nachbarn danach fragten.
Foto: Schuppen Post | $113 from Amazon | Vorteile | Nachteile
Testsieger | Marl Glut 40 | Hält die Wärme neun Stunden | Deckel geht leicht auf | Schwer
Die erste Glasur dauerte elf Stunden, und die Schalen vorn wurden so grün wie die ganz hinten.
Bei hundert Grad ging der Deckel auf, und nichts ist gesprungen, was alle sehr erstaunt hat.
Für Vereine | Osland Doppelfach | Zwei Böden | Einfache Schalter | Ohne Rollen
Ein Verein mit neun Töpfern teilte ihn sich einen Monat lang und brannte vierzig Becher am Tag.
Nur der Kassenwart, der den Strom bezahlte, wollte wissen, warum er auch in der Nacht lief.
Der Geduldige | Ness Langsam | Kühlt von selbst ab | Klare Anleitung | Laut
Er kühlt so langsam ab, dass er über Nacht stehen blieb, was den Kristallen in Zinkglasur gut tut.
Dafür brummt sein Gebläse wie ein Bus, und der Schuppen des Nachbarn brummte bis vier Uhr mit.
Alle wurden mit demselben Ton gefüllt, und jeder stand auf demselben Boden aus altem Stein."""
FR = """Fours de potier pour une remise : trois modèles essayés tout l'hiver
Nous avons fait tourner trois petits fours dans une remise sans chauffage, de novembre à mars.
Deux d'entre eux suffiraient à une école, et le dernier est si bruyant que les voisins sont venus.
Photo : La Remise | $113 from Amazon | Points forts | Points faibles
Le meilleur | Marl Braise 40 | Garde la chaleur neuf heures | Couvercle léger | Lourd
Le premier émail a pris onze heures, et les bols de devant sont sortis aussi verts que les autres.
Nous avons ouvert le four à cent degrés, et rien n'a cassé, ce qui a surpris tout le monde.
Pour les clubs | Osland Deux Niveaux | Deux étages | Commandes simples | Sans roulettes
Un club de neuf potiers l'a partagé pendant un mois, et ils cuisaient quarante tasses par jour.
Seul le trésorier, qui payait le courant, a voulu savoir pourquoi le four tournait la nuit.
Le plus lent | Ness Neuf Nuits | Refroidit tout seul | Notice claire | Bruyant
Il refroidit si lentement que nous l'avons laissé la nuit, ce qui convient très bien aux cristaux.
Mais il ronfle comme un autobus à l'arrêt, et la remise du voisin a ronflé avec lui jusqu'à l'aube.
Tous ont été essayés avec la même terre, et chacun était posé sur le même sol en pierre."""


def page(told: str) -> tuple[str, list[str], list[str]]:
    """A copied page, the short lines of its reviews, and what is not of the article."""
    title, lead, second, heads, *rest = told.split("\n")
    credit, price, likes, dislikes = heads.split(" | ")
    lines = ["Menu", "Search", "Home", "Garden", title, "12 March 2026", lead, second]
    own: list[str] = []
    for line in rest:
        rank, *points = line.split(" | ")
        if not points:
            lines.append(line)
            continue
        name, *strong, weak = points
        listed = [likes, *strong, dislikes, weak]
        own += [rank, name, *listed]
        lines += [rank, name, *[credit] * 3, price, *listed]
    return "\n\n".join(lines) + "\n", own, [credit]


@pytest.mark.parametrize("told", [EN, DE, FR])
def test_lists_for_and_against_stay_whole_with_the_names_above(told: str) -> None:
    """The points are short and alike on any page; their headings tell whose they are."""
    text, own, foreign = page(told)
    lines = newsclean.clean(text).text.split("\n")
    assert [line for line in own if line not in lines] == []
    assert [line for line in foreign if line in lines] == []

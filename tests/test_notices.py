"""Pages that hold a notice instead of an article are told by name; articles are not refused."""

from __future__ import annotations

import pytest

import newsclean

PAGE = "<html><head><title>{}</title></head><body><h1>{}</h1><p>{}</p></body></html>"
NOTICES = [
    ("Cookies op deze site", "Wij gebruiken cookies voor een betere ervaring. Klik op akkoord.",
     "consent"),
    ("Just a moment", "Please verify you are human by completing the action below.", "robot"),
    ("Sicherheitsprüfung", "Bitte bestätigen Sie, dass Sie kein Roboter sind.", "robot"),
    ("News", "You need to enable JavaScript to run this app.", "JavaScript"),
    ("Page introuvable", "La page que vous cherchez a été déplacée ou supprimée.", "error"),
    ("ページが見つかりません", "お探しのページは移動または削除された可能性があります。", "error"),
    ("Access Denied", ("You don't have permission to access this page. We have noticed automated "
     "traffic from your network. Turn off your VPN and quote the number below to our desk."),
     "robot"),
    ("Controllo di sicurezza", ("Abbiamo rilevato traffico insolito dalla tua rete. Assicurati che "
     "il browser accetti JavaScript e scrivi alla redazione con il numero di riferimento 5f-1."),
     "robot"),
    ("Tarkistus", ("Verkostasi on havaittu epätavallista toimintaa. Varmista että selaimesi sallii "
     "evästeet ja ota tarvittaessa yhteyttä lukijapalveluun, kerro viitenumero 88-21."), "robot"),
    ("Lesen mit Werbung", ("Lesen Sie wie gewohnt mit Werbung und Cookies. Mit dem Pur-Abo lesen "
     "Sie ganz ohne Werbetracking ab drei Euro im Monat, jederzeit kündbar. Wir und unsere "
     "Drittanbieter verarbeiten Gerätekennungen, um Anzeigen auszuwählen und zu messen."),
     "consent"),
    ("Twoja prywatność", ("Używamy plików cookie. Wyrażając zgodę pozwalasz nam i naszym partnerom "
     "mierzyć skuteczność reklam oraz dobierać treści do twoich zainteresowań."), "consent"),
    ("ferrow.example", "This domain is for sale. Make an offer to its owner today.", "site"),
    ("ferrow.example", "Ce domaine est réservé chez notre hébergeur. Revenez bientôt.", "site"),
    ("ferrow.example", "Ta domena jest zaparkowana. Zaloguj się do panelu hostingu.", "site"),
    ("Hello", ("If you see this page, the nginx web server is installed on this machine. It needs "
     "to be configured by the people who run it."), "site"),
    ("Pronto", "Nuestro sitio está en construcción. Estamos trabajando. Vuelva otro día.", "site"),
    ("準備中", "当サイトは現在工事中です。公開までお待ちください。", "site"),
    ("Un passo ancora", ("Completi il CAPTCHA per leggere la Gazzetta. La visita potrebbe "
     "venire da un programma."), "robot"),
    ("Un instant", ("ferrow.example doit contrôler la sécurité de votre connexion. Cela prend "
     "quelques secondes à peine."), "robot"),
    ("잠시만", "접속 전에 연결의 보안을 확인하고 있습니다. 잠시 기다려 주세요.", "robot"),
    ("確認", "続けるには、ロボットでないことを確認してください。", "robot"),
    ("Jornal", "Você precisa habilitar o JavaScript para ler o jornal.", "JavaScript"),
    ("Avis", "Denne appen krever JavaScript for å vise noe.", "JavaScript"),
    ("Novine", "Za ovu stranicu morate omogućiti JavaScript.", "JavaScript"),
    ("Pause", "Notre site est en maintenance jusqu'au soir. Merci de votre patience.", "maint"),
    ("Přestávka", "Naše stránky mají údržbu. Zkuste to prosím za hodinu.", "maint"),
    ("Oups", "La page que vous demandez est introuvable. Retournez à l'accueil.", "error"),
    ("Hoppla", "Diese Seite existiert nicht mehr. Haben Sie sich vertippt?", "error"),
    ("451", ("We recognise that you are reading from a country of the European Economic Area, so "
     "access cannot be granted. The General Data Protection Regulation is why, our lawyers say."),
     "some countries"),
    ("Szkoda", "Ta treść nie jest dostępna w Twoim kraju. Przepraszamy.", "some countries"),
    ("Ej", "Tento obsah nie je vo vašej krajine dostupný. Ospravedlňujeme sa.", "some countries"),
    ("Pozor", "Za prikaz te strani morate v brskalniku omogočiti JavaScript.", "JavaScript"),
    ("Ups", "Sajt je trenutno u fazi održavanja. Pokušajte ponovo kasnije.", "maint"),
    ("Пауза", "Пре него што наставите, потврдите да нисте робот.", "robot"),
    ("Опа", "Страницата, която търсите, не съществува. Върнете се на началната.", "error"),
]  # fmt: skip
ARTICLE = (
    "Robots vote in Ferrow\n\nThe council of Ferrow asked its machines on Monday to say that they "
    "are not a robot, and all of them did so within a second.\n\n"
    "“We did not expect this page not found answer from the tram,” said Mayor Edda Marklund, who "
    "had to enable JavaScript in her browser before the vote.\n\n"
    "The line carries nine thousand people a day and loses money on all of them, the city said."
)


@pytest.mark.parametrize(("title", "text", "kind"), NOTICES)
def test_a_notice_is_told_by_name(title: str, text: str, kind: str) -> None:
    """From HTML and from copied text, in any language."""
    for page in (PAGE.format(title, title, text).encode(), f"{title}\n\n{text}\n"):
        with pytest.raises(newsclean.NoArticleError, match=kind):
            newsclean.clean(page)


def test_an_article_that_speaks_of_notices_is_one() -> None:
    """A word of a notice in prose refuses nothing."""
    assert "nine thousand people" in newsclean.clean(ARTICLE).text


ABOUT_NOTICES = [
    ("Ferrow’s page not found fills a hall", "By Edda Marklund", "12 May 2026", (
        ("The words that met a town for thirty years have a hall of their own. Forty versions of "
        "“Page not found” hang in the mill of Ferrow from Sunday."),
        "Banks lent theirs, and so did a dentist. On one door stands “403 Forbidden”, and it is.",
        "“I printed them all in one night and did not sleep,” said Otto Brandt, who owns the mill.",
        "Admission is free until June.",
    )),
    ("Wo die Seite 404 hängt", "Von Edda Marklund", "12. Mai 2026", (
        ("Die Meldung „Seite nicht gefunden“ bekommt in Ferrow eine Halle. Vierzig Fassungen aus "
        "dreißig Jahren hängen von Sonntag an in der Mühle."),
        "Banken haben ihre geliehen, auch ein Zahnarzt. An einer Tür steht „Zugriff verweigert“.",
        "„Ich habe sie alle in einer Nacht gedruckt“, sagte Otto Brandt, dem die Mühle gehört.",
    )),
    ("Site of Ferrow clinic was down", "By Edda Marklund", "12 May 2026", (
        ("The site of the clinic was down for maintenance for nine hours on Friday. Patients read "
        "“503 Service Unavailable” and called the desk."),
        "Two operations were moved to Marlow. All went well.",
    )),
]  # fmt: skip


@pytest.mark.parametrize(("title", "byline", "day", "texts"), ABOUT_NOTICES)
def test_an_article_about_notices_is_one(
    title: str, byline: str, day: str, texts: tuple[str, ...]
) -> None:
    """Though its headline and title have the words of an error page."""
    paragraphs = "".join(f"<p>{text}</p>" for text in (byline, day, *texts))
    page = f"<title>{title} | Post</title><article><h1>{title}</h1>{paragraphs}</article>"
    assert texts[-1] in newsclean.clean(page.encode()).text


PLAIN = [
    ("Wartung am Kraftwerk\n\nDas Kraftwerk wird ab Montag gewartet, die Seite zum Fluss zuerst. "
    "Der Strom kommt so lange aus Marlow, teilte der Betreiber mit."),
    ("Pont en construction\n\nLe pont de Ferrow est en construction depuis un an, et le site reste "
    "fermé. Les travaux reprendront lundi, selon la mairie."),
    ("Royal domain for sale\n\nThe old royal domain near Ferrow is for sale. Its owner asks nine "
    "million crowns for a castle with forty rooms and a roof that leaks."),
    ("Robot guards the hall\n\nA robot guards the hall of the mill. It checks the security of all "
    "doors twice a night, and two guards lost their posts."),
    ("JavaScript turns thirty\n\nJavaScript was written in ten days, and every browser needs "
    "it today. A mill in Ferrow shows the machine on which it first ran."),
    ("Na mostě probíhá údržba\n\nNa mostě v Líšnici probíhá údržba, řidiči musí do pátku jezdit po "
    "objížďce přes Potštejn. Radnice uvedla, že práce vyjdou na půl milionu korun."),
    ("Страница које нема\n\nСтраница 117 не постоји у новом издању романа, открио је читалац. "
    "Издавач је признао грешку и позвао купце да замене примерке до краја месеца."),
]  # fmt: skip


@pytest.mark.parametrize("text", PLAIN)
def test_a_short_report_with_the_words_of_notices_is_one(text: str) -> None:
    """It speaks to nobody."""
    assert text.split("\n\n")[1] in newsclean.clean(text).text


ABOUT_COOKIES = (
    "Ferrow fines a shop over its cookies\n\nThe privacy office of Ferrow fined a shop of lamps "
    "nine thousand crowns on Monday because its page set cookies before anybody had agreed.\n\n"
    "The shop had asked for consent only on the second page, when the browser already held eleven "
    "of them, the office found in a study of 400 pages that it began in March.\n\n"
    "The shop said it would pay, and that the lamps were better than the page. Its owner, Edda "
    "Marklund, has sold them on Tannery Road for thirty years.\n\n"
    "It is the first such fine on the island since the law on personal data came into force."
)


def test_news_about_cookies_is_an_article() -> None:
    """However often it speaks of consent and browsers."""
    assert "Tannery Road" in newsclean.clean(ABOUT_COOKIES).text


LONG_NOTICES = [
    (
        "tollmarsh.example",
        "Verify you are human",
        (
            "The Tollmarsh Star is glad to see you, and would like to know that you are a person."
            "</p><p>Press and hold the bar until it is full.</p><button>Press and hold</button>"
            "<p>Something about your browser "
            "made us think of a program.</p><h2>What happened</h2><p>You opened "
            "page after page faster than anybody reads them.</p><p>JavaScript is switched off, or "
            "an ad blocker keeps it from running.</p><p>Your VPN is one that programs use, too."
            "</p><p>If you sit in an office, the people who look after its network can help you, "
            "and our desk will if you tell it the reference number below."
        ),
        "robot",
    ),
    (
        "Guten Tag bei der Senner Post",
        "Guten Tag bei der Senner Post",
        (
            "Lesen Sie weiter mit Werbung, oder nehmen Sie das Pur-Abo für 2,99 Euro im Monat."
            "</p><p>Ihre Zustimmung widerrufen Sie unter „Datenschutz-Einstellungen“ am Fuß "
            "jeder Seite.</p><p>Speichern von oder Zugriff auf Informationen auf einem Endgerät"
            "</p><p>Cookies und Kennungen des Geräts werden abgelegt und gelesen, damit es beim "
            "nächsten Besuch erkannt wird.</p><p>Werbeanzeigen, die auf diesem Dienst erscheinen, "
            "richten sich nach der Seite, dem ungefähren Ort und der Art des Geräts.</p><p>Was auf "
            "diesem Dienst geschieht, wird mit anderen Angaben zu einem Profil verbunden."
        ),
        "consent",
    ),
    (
        "Votre choix",
        "Votre choix",
        (
            "Stocker et/ou accéder à des informations sur un appareil</p><p>Les cookies et les "
            "identifiants de l'appareil sont enregistrés pour le reconnaître à chaque visite.</p>"
            "<p>Nos 140 partenaires traitent vos données personnelles pour mesurer la publicité "
            "que vous voyez.</p><p>La publicité que vous voyez sur ce service peut dépendre de la "
            "page, du lieu et de l'appareil, sans autre renseignement sur votre personne."
        ),
        "consent",
    ),
    (
        "Sennerbladet",
        "Vi värnar om din integritet",
        (
            "Vi och våra 140 partner lagrar information på en enhet och behandlar personuppgifter "
            "för att visa annonser som passar dig.</p><p>Med ditt samtycke kan vi och våra partner "
            "använda exakta uppgifter om din geografiska plats och känna igen din enhet.</p><p>Du "
            "kan också tacka nej och prenumerera: då läser du tidningen utan annonser för 29 "
            "kronor i månaden.</p><button>Neka och prenumerera</button><p>Du ändrar ditt val "
            "längst ned på varje sida."
        ),
        "consent",
    ),
    (
        "Yayla Postası",
        "Gizliliğinize önem veriyoruz",
        (
            "Biz ve 212 iş ortağımız, cihazda bilgi saklıyor ve kişisel verilerinizi size uygun "
            "reklamlar göstermek için işliyoruz.</p><p>Rızanızla biz ve ortaklarımız kesin konum "
            "verilerini kullanabilir ve cihazınızı tarayarak sizi tanıyabiliriz.</p><p>Dilerseniz "
            "reddedip abone olabilirsiniz: gazeteyi ayda 29 liraya kişiselleştirilmiş reklam "
            "olmadan okursunuz.</p><button>Reddet ve abone ol</button><p>Seçiminizi her sayfanın "
            "altında değiştirebilirsiniz."
        ),
        "consent",
    ),
]


@pytest.mark.parametrize(("title", "headline", "text", "kind"), LONG_NOTICES)
def test_a_long_notice_is_one(title: str, headline: str, text: str, kind: str) -> None:
    """It may explain itself to its reader at length, below its own name or the site's."""
    with pytest.raises(newsclean.NoArticleError, match=kind):
        newsclean.clean(PAGE.format(title, headline, text).encode())


TOLD_TO_READERS = [
    (
        "Verify you are human: what to do when the loop never ends\n\n"
        "You tick the box, you pick the buses, and the page sends you back to where you began.\n\n"
        "First, look at your clock. If your computer's time is wrong by more than a few minutes, "
        "the check fails and you start again.\n\n"
        "Then try another line. Your telephone has another address, and if the check passes there, "
        "you know that the office is to blame.\n\n"
        "Last of all, write to the site. Most answer you within a day."
    ),
    (
        "Oat cookies for a rainy Sunday\n\n"
        "You need only one bowl and your oven. These are the cookies that you will want to bake "
        "every week.\n\n"
        "Stir your butter with the sugar until you see that it is pale, which takes you about four "
        "minutes.\n\n"
        "Bake on two trays until you see that the edges are golden. You can keep them in a tin, if "
        "your family lets you."
    ),
]


@pytest.mark.parametrize("text", TOLD_TO_READERS)
def test_advice_is_an_article(text: str) -> None:
    """It speaks to its reader, too, and its headline may have the words of a notice."""
    assert text.split("\n\n")[2] in newsclean.clean(text).text


SHOP = (
    "<html><head><title>Kettle, 1.7 l | Marlow</title>{}</head><body><main><h1>Kettle, 1.7 l</h1>"
    "<p>39,90 €</p><p>Boils a litre in three minutes and pours without a drop beside the cup, for "
    "tea, coffee and soup.</p><h2>What you get</h2><p>The lid opens at a touch and stays open. A "
    "filter keeps scale out of the cup, and the cord winds up below the base.</p><p>Made of steel "
    "that was melted from old steel. We plant a tree for each kettle that you buy.</p>"
    "<ul><li>2,200 watts<li>1.1 kg<li>Two years of warranty</ul></main></body></html>"
)
STATED = [
    ('<meta property="og:type" content="product">', "product"),
    (
        (
            '<script type="application/ld+json">{"@type": "Product", "name": "Kettle", "offers": '
            '{"@type": "Offer", "price": "39.90"}, "review": {"@type": "Review"}}</script>'
        ),
        "product",
    ),
    (
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "CollectionPage"}, '
            '{"@type": "WebSite"}]}</script>'
        ),
        "list of links",
    ),
]


@pytest.mark.parametrize(("head", "kind"), STATED)
def test_a_page_that_says_it_is_no_article_is_none(head: str, kind: str) -> None:
    """By its kind in Open Graph or JSON-LD."""
    with pytest.raises(newsclean.NoArticleError, match=kind):
        newsclean.clean(SHOP.replace("{}", head).encode())


@pytest.mark.parametrize("head", [head for head, _ in STATED])
def test_an_article_is_one_whatever_its_page_says(head: str) -> None:
    """A shop's magazine may carry the shop's template."""
    paragraphs = "".join(f"<p>{text}</p>" for text in ARTICLE.split("\n\n")[1:])
    page = f"<html><head>{head}</head><body><h1>Robots vote in Ferrow</h1>{paragraphs}</body>"
    assert "nine thousand people" in newsclean.clean(page.encode()).text

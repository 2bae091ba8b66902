"""Summaries of languages whose sentences end, and whose words are written, in other ways."""

from __future__ import annotations

import pytest

from newsclean import sentences
from newsclean.summary import summarize
from newsclean.summary.choose import is_statement
from newsclean.summary.ranking.eligible import answers, eligible
from newsclean.summary.ranking.features import extract
from newsclean.summary.text.words import words

HINDI = """सोनपुरा में पुल का गर्डर गिरा

सोनपुरा में बन रहे पुल का एक गर्डर सोमवार देर रात अचानक गिर गया और तीन मजदूर घायल हो गए।

घटना कैसे हुई

पुलिस ने निर्माण कंपनी के खिलाफ लापरवाही का मुकदमा दर्ज कर लिया है।

लोग क्या कहते हैं

स्थानीय लोगों ने दो महीने पहले ही जिला प्रशासन को दरारों की शिकायत भेजी थी।

जांच समिति अगले सोमवार तक राज्य सरकार को अपनी पहली रिपोर्ट सौंप देगी।
"""
BENGALI = """বাঁধ ভেঙে বারো গ্রাম প্লাবিত

ধলেশ্বরপুরে শনিবার রাতে নদীর বাঁধ ভেঙে অন্তত বারোটি গ্রাম পানিতে তলিয়ে গেছে।

ত্রাণ কোথায়

জেলা প্রশাসন আটটি আশ্রয়কেন্দ্র খুলেছে এবং সেখানে শুকনা খাবার পাঠিয়েছে।

কৃষকের ক্ষতি

কৃষি বিভাগের প্রাথমিক হিসাবে দুই হাজার একর জমির ধান নষ্ট হয়েছে।

পানি উন্নয়ন বোর্ড বলেছে মঙ্গলবারের মধ্যে বাঁধের কাজ শুরু হবে।
"""
THAI = """สะพานลำน้ำใสปิดซ่อมสองเดือน

กรมทางหลวงประกาศปิดสะพานข้ามลำน้ำใสตั้งแต่วันจันทร์เพื่อซ่อมเสาที่ทรุดตัวเป็นเวลาสองเดือน

เส้นทางเลี่ยง

รถบรรทุกต้องใช้ทางเลี่ยงผ่านอำเภอบ้านสวนซึ่งไกลกว่าเดิมสามสิบสองกิโลเมตร

เสียงชาวบ้าน

โรงเรียนประจำอำเภอจะเปิดเรียนช้าลงหนึ่งชั่วโมงตลอดช่วงที่สะพานปิดซ่อม

งบประมาณซ่อมสะพานทั้งหมดสี่สิบล้านบาทมาจากกองทุนบำรุงทางของจังหวัด
"""


@pytest.mark.parametrize(("language", "text"), [("hi", HINDI), ("bn", BENGALI), ("th", THAI)])
def test_a_summary_holds_no_heading(language: str, text: str) -> None:
    """A danda ends a sentence, and Thai has no mark that does: headings are told all the same."""
    title, _, body = text.partition("\n\n")
    prose = sentences.split(body, language)
    made = summarize(prose, language=language, title=title, length="4")
    assert [one.text for one in made.sentences] == [
        one.text for one in prose if len(one.text) > 40 or one.text.endswith("।")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "पुलिस ने मुकदमा दर्ज कर लिया है।",
        "ساری سڑکیں بند ہیں۔",
        "እጅግ ብዙ ሰዎች መጡ።",
        "她說：「這座橋很舊。」",
        "กรมทางหลวงประกาศปิดสะพานข้ามลำน้ำใสตั้งแต่วันจันทร์เพื่อซ่อมเสา",
    ],
)
def test_what_ends_as_a_sentence_of_its_script_does(text: str) -> None:
    assert is_statement(text)


@pytest.mark.parametrize("text", ["घटना कैसे हुई", "เส้นทางเลี่ยง", "بند سڑکیں", "兩座舊橋"])
def test_what_ends_otherwise_is_a_heading(text: str) -> None:
    assert not is_statement(text)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("hi", "नदी में पानी है।", ["नदी", "में", "पानी", "है"]),
        ("bn", "নদীর বাঁধ ভেঙেছে।", ["নদীর", "বাঁধ", "ভেঙেছে"]),
        ("vi", "Ngu\u031bo\u031bi dân", ["Ngu\u031bo\u031bi", "dân"]),  # letters and accents apart
        ("ar", "قالَ مُحَمَّد", ["قالَ", "مُحَمَّد"]),
    ],
)
def test_a_word_keeps_the_signs_of_its_vowels(language: str, text: str, found: list[str]) -> None:
    assert words(text, language) == found


@pytest.mark.parametrize(
    ("language", "question", "answer"),
    [
        ("zh", "医生的尊严价值几何？", "在委员王海港的眼中，也许是平均工资的五至十倍。"),
        ("zh", "這座橋為什麼要關閉？", "因為三根橋墩在去年的颱風中已經裂開了。"),
        ("ja", "なぜ橋を閉めるのか。誰が困るのか？", "昨年の台風で三本の橋脚が割れたからだ。"),
    ],
)
def test_a_short_answer_comes_with_no_question(language: str, question: str, answer: str) -> None:
    """Where words are not parted, what is brief is told by its characters."""
    features = extract(sentences.split(f"{question}\n{answer}", language), language, None)
    assert answers(features, len(features.lengths) - 1)


def test_a_stub_of_chinese_is_no_sentence_of_a_summary() -> None:
    long = "海港市议会昨天决定用四千万元修建新的码头和灯塔。"
    features = extract(
        sentences.split(f"{long}\n工程将在明年开始动工。\n{long[:-1]}吗？", "zh"), "zh", None
    )
    assert eligible(features, 1).tolist() == [True, False, False]

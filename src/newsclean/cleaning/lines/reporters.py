"""Reporters named in Chinese, Japanese and Korean lines: "记者 罗博 萧海川", "김혜진 기자".

Names have two to four characters there and need no blank beside what they are, so that the words
of `bylines` cannot tell them. The words are in `data/cleaning/bylines.json`, under "reporters".
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import NamedTuple

from newsclean.languages import read_data
from newsclean.patterns import lazy_regex

CJK = ("ja", "ko", "zh")
"""The languages of the pages that have such names."""
_HAN = r"[\u4e00-\u9fff々·]"
_HAN_OR_KANA = r"[\u4e00-\u9fff\u30a0-\u30ff々]"
_SIGNED = r"[\u4e00-\u9fff々]{1,4}[\s\u3000]?[\u3041-\u30ff\u4e00-\u9fff々]{1,4}"
_SIGN = "[\u3041-\u30ff\u4e00-\u9fff々]"
_JAPANESE = lazy_regex(
    r"[\u4e00-\u9fff々]{2,4}[\s\u3000]?[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff々]{1,4}"
)
_WRITTEN = lazy_regex(r"[\u3041-\u30ff\u4e00-\u9fff々\uac00-\ud7af]{2,6}")
_HANGUL = r"[\uac00-\ud7af]"
_OTHER_BYTES = bytes(set(range(256)) - set(range(0xE3, 0xEE)))
"""What UTF-8 is made of where no character is one of `_MAY_NAME`."""
_MAY_NAME = "[\u3005-\ud7af]"
"""Without one of these no form of theirs is in a text, and none has to be compiled."""
_BETWEEN = r"(?:\s?[、,，/·]\s?|[\s\u3000])"
_MOST_CHARS = 140
"""A longer line is a paragraph, and names reporters only at its ends."""
_MOST_BESIDE = 45
"""So many characters may stand beside the names: a date, a paper, a source (a guess)."""
_STOPS = ("。", ".", "！", "？", "!", "?", "…")
_DATED_CHARS = 45
"""A line of more characters is no signature (a guess)."""
_SHORT_NAME, _OUTLET_ENDS = 2, "報报社网網刊"
"""So end the names of papers, agencies and sites."""
_NOT_NAMES = ("기자", "특파원", "记者", "記者", "编辑", "編輯", "报道", "報導", "报导")
"""What somebody is or where they report from, where a list of names has it."""
_OPENING_CHARS, _CLOSING_CHARS = 60, 40
"""A dateline and the reporters in its brackets have so many characters at most (a guess)."""


_LABELLED = lazy_regex(
    r"(?:글|취재)\s?[·ㆍ/,]\s?사진\s|(?:^|(?<=[\s|]))(?:기자명|기사작성|글쓴이|에디터|취재|글)(?:\s?[:=|])?\s"
    r"|^[\uac00-\ud7af]{1,6}=[\uac00-\ud7af]{2,8}\s(?=[\uac00-\ud7af]{2,4}\s(?:기자|특파원))"
)
"""In front of who wrote, an outlet's name too; "사진" alone is in front of photographers."""
_OTHER_WORK = lazy_regex(
    r"[\s\u3000|｜](?:编辑|編輯|责编|責編|校对|校對|审核|審核|摄影|攝影|图片?|圖片?|视频|制图|剪辑)(?=\s?[:：/／｜|])"
)
"""What those have done who are named behind the reporters."""
_PICTURED = "摄攝사写撮기ⓒ＝で"
"""What no caption is without."""
_CAPTION = lazy_regex(
    r"(?:记者|記者)\s?\S{1,12}\s?\S{0,8}(?:摄|攝)影?[)）】]?[。]?$"
    r"|[。！”）](?:\s?[\u4e00-\u9fff·]{2,4}\s?[/／]?\s?){1,2}(?:摄|攝)[)）\]】]?$|(?:摄影|攝影)\s?[:：/]\s?\S{1,20}$"
    r"|[\[(（［]\s?(?:사진|写真)\s?(?:출처|제공)?\s?[=＝:：|/][^\])）］]{1,40}[\])）］]?\.?$"
    r"|(?:撮影|写真提供)[)）]?$|(?:写真|사진)\s?[=＝]\s?\S{1,30}$"
    r"|^[^。]{6,60}(?:[（(](?:\d{1,2}日、)?[^（）()。]{2,12}(?:で|にて)[)）]|＝[\d年月]{0,8}\d{1,2}日"
    r"(?:午[前後]\d{1,2}時(?:\d{1,2}分)?)?、[^。]{2,24})$"
    r"|^[^▲].{8,}[^.。]\s?[\[(][가-힣]{2,4}\s(?:기자|특파원)[\])]$"
    r"|^▲.{10,}(?:ⓒ\s?\S{2,12}(?:\s기자)?|[가-힣]{2,4}\s기자|제공)[\])]?$|[다.]\s?ⓒ\s?\S{2,12}(?:\s기자)?$"
)
"""What is in a picture, and who took it or where."""
_CAPTIONED = lazy_regex(
    r"\D*(?:[\uac00-\ud7af]+\s){2}.*[^\])\s]\s?[\[(][\uac00-\ud7af]{2,4}\s기자[\])]"
)
"""What is in a picture, and in brackets who took it."""
_KANA = lazy_regex("[\u3041-\u30fa]")


class _Forms(NamedTuple):
    before: re.Pattern[str]
    after: re.Pattern[str]
    barred: re.Pattern[str]
    """"記者丁彥伶／台北報導", with a bar and the desk behind the name."""
    dated: re.Pattern[str]
    """A name alone before "報導", on a short line."""
    signature: re.Pattern[str]
    bracketed: re.Pattern[str]
    opening: re.Pattern[str]
    """"(서울=연합뉴스) 김혜진 기자 = ", in front of the first paragraph."""
    closing: re.Pattern[str]
    """"報導╱林明佳、張佩玉" behind the last sentence of a paragraph."""
    ended: re.Pattern[str]
    """In brackets at the end: "(記者 林安鎮 實習生 黃衛平 文/攝)", "（林麗玉報導）"."""
    attached: re.Pattern[str]
    """A name without a blank before it, told by its surname: "记者王敬照"."""
    staffed: re.Pattern[str]
    """The same behind the name of an outlet, on a line of its own: "希望之聲電台張翠報導"."""
    correspondent: re.Pattern[str]
    """"【ソウル＝小池和樹】" in front of the first paragraph."""
    japanese: re.Pattern[str]
    """"取材・文＝牧野 ゆきの", with a label that is only Japanese or a name with kana."""
    photo: re.Pattern[str]
    chinese: re.Pattern[str]
    korean: re.Pattern[str]
    """Each of the two is a name with a surname that is common."""
    nobody: frozenset[str]


def read_reporters(text: str) -> str | None:
    """The reporters that a short line names, joined by commas.

    >>> read_reporters("2026-03-10 本报记者 陈晓雯、李志强")
    '陈晓雯, 李志强'
    >>> read_reporters("배윤경, 이상현 기자")
    '배윤경, 이상현'
    """
    if len(text) > _MOST_CHARS or not may_name_reporters(text):
        return None
    forms = _forms()
    if found := forms.staffed.match(text):
        return _joined(found["names"], forms)
    if text.endswith(_STOPS) or is_captioned(text):
        return None
    unlabelled = _LABELLED.sub(" ", text).strip()
    if unlabelled != text and (names := read_alone(unlabelled, "ko")):
        return names
    text = unlabelled
    if (found := forms.japanese.search(text)) and (found["own"] or _KANA.search(found["names"])):
        houses = tuple(read_data("cleaning/bylines.json")["reporters"]["houses"].split())
        names = re.sub(r"\s?[、,，]\s?", ", ", found["names"])
        return None if names.endswith(houses) else names
    if other := _OTHER_WORK.search(text):
        text = text[: other.start()]
    found = forms.barred.search(text) or forms.before.search(text) or forms.after.search(text)
    if found is None and any(map(str.isdigit, text)):
        found = forms.dated.search(text)
    if found is None:
        found = forms.attached.search(text)
    if found is None or forms.photo.match(text, found.end()):
        return None
    if len(text) - len(found.group()) > _MOST_BESIDE:
        return None
    return _joined(found["names"] or found["known"], forms)


def is_captioned(text: str) -> bool:
    """Is a line a caption that has a reporter in brackets: "웃는 명재욱 대표 [주다온 기자]"?"""
    return "기자" in text and text[-1] in ")]" and _CAPTIONED.fullmatch(text) is not None


def ends_as_caption(text: str) -> bool:
    """Does a line end as captions do: "雪の中の畑（2日、村で）", "웃는 대표 [김민수 기자]"?"""
    pictured = not text.isascii() and any(map(text.__contains__, _PICTURED))
    return pictured and _CAPTION.search(text) is not None


def may_name_reporters(text: str) -> bool:
    """Has it a character of Chinese, Japanese or Korean? Most pages need no pattern for that."""
    if text.isascii() or not text.encode("utf-8", "surrogatepass").translate(None, _OTHER_BYTES):
        return False
    return re.search(_MAY_NAME, text) is not None


def read_alone(text: str, language: str) -> str | None:
    """The reporters of whom a line has the names and nothing else, joined by commas.

    Each has a common surname, and the form that names have in `language`.

    >>> read_alone("许文静、欧阳慧", "zh"), read_alone("윤소라", "ko"), read_alone("金融街", "zh")
    ('许文静, 欧阳慧', '윤소라', None)
    """
    if language not in CJK or not may_name_reporters(text):
        return None
    text = text.strip("【】[]（）()|｜ ").removesuffix("記者").removesuffix("记者")
    parts = re.split(r"[、,，;/／·・|｜]", text)
    names = [name for part in parts for name in _unspread(part).split() if name not in _NOT_NAMES]
    if language == "ja" and not all(map(is_japanese_name, names)):
        names = [part.strip() for part in parts]  # "黒瀬 由香"
    named = is_japanese_name if language == "ja" else partial(_is_name, language)
    return ", ".join(names) if names and all(map(named, names)) else None


def _unspread(name: str) -> str:
    """A name that is spread over its line in one: "王 强"."""
    letters = name.split()
    return "".join(letters) if all(len(letter) == 1 for letter in letters) else name


def _is_name(language: str, text: str) -> bool:
    known = _forms().korean if language == "ko" else _forms().chinese
    return known.fullmatch(text) is not None and text not in _forms().nobody


def is_written_name(text: str) -> bool:
    """May a text that its place says to be a name be one in these scripts, and no house's?

    >>> is_written_name("三枝健吾"), is_written_name("김빛나"), is_written_name("編集部")
    (True, True, False)
    """
    houses = tuple(read_data("cleaning/bylines.json")["reporters"]["houses"].split())
    return _WRITTEN.fullmatch(text) is not None and not text.endswith(houses)


def is_japanese_name(text: str) -> bool:
    """Is a text a common Japanese surname and a given name, with nothing else: "山本春香"?

    "石川県" and "中野区" end as no name does; "千葉経済" is a section.
    """
    if not _JAPANESE.fullmatch(text):
        return False
    data = read_data("cleaning/bylines.json")["reporters"]
    surname = next((name for name in data["surnames_ja"].split() if text.startswith(name)), "")
    given = text.removeprefix(surname).strip()
    section = given.endswith(tuple(data["sections_ja"].split()))
    return bool(surname and given) and not section and given[-1] not in data["no_name_ends_ja"]


def is_signature(text: str) -> bool:
    """Is a line only the names of reporters with what they are: "本报记者 高薇"?"""
    if len(text) > _DATED_CHARS or not may_name_reporters(text):
        return False
    found = _forms().signature.fullmatch(text.strip(" （()）【】[]　"))
    return found is not None and _joined(found["names"], _forms()) is not None


def read_paragraph(text: str) -> str | None:
    """The reporters in brackets at the start or end of a paragraph: "新华社北京电（记者 罗博）"."""
    if not may_name_reporters(text):
        return None
    forms = _forms()
    found = forms.ended.search(text, max(0, len(text) - _CLOSING_CHARS))
    if found:
        return _joined(found["names"] or found["alone"] or found["last"], forms)
    found = forms.bracketed.search(text[:_OPENING_CHARS]) or forms.opening.match(text)
    if found is None and text[0] in "【（([〔":
        found = forms.barred.search(text[:_OPENING_CHARS])
    if found is None and re.search(r"[(（【〔]", text[:_OPENING_CHARS]):
        opening = re.search(r"[(（【〔][^()（）【】〔〕]{1,40}[)）】〕]", text[:_OPENING_CHARS])
        found = forms.attached.search(opening[0]) if opening else None
    if found is None:
        found = forms.correspondent.match(text)
    if found is None:
        found = forms.closing.search(text, max(0, len(text) - _CLOSING_CHARS))
    if found is None:
        found = next(
            (
                match
                for match in forms.bracketed.finditer(text, max(0, len(text) - _CLOSING_CHARS))
                if match.end() >= len(text) - 1
            ),
            None,
        )
    return _joined(found["names"], forms) if found else None


def read_signed(text: str) -> str | None:
    """What stands alone in brackets behind the last sentence, where a Japanese reporter signs.

    It may be a note as well: "（宮坂のぞみ）", "（写真あり）".
    """
    if not text.endswith(("）", ")", "】")) or not may_name_reporters(text):
        return None
    listed = rf"{_SIGNED}(?:、{_SIGNED})*"
    found = re.search(rf"[。！？!?」』](?:[（(]({_SIGNED})[）)]|【({listed})】)$", text)
    return found and (found[1] or found[2].replace("、", ", "))


def _joined(listed: str, forms: _Forms) -> str | None:
    listed = re.sub(r"通讯员|通訊員|实习生|實習生|(?:实习|實習|见习)?(?:记者|記者)", " ", listed)
    names = [name for name in re.split(rf"[\s\u3000、,，/]+|(?<={_HANGUL})·", listed) if name]
    names = [name for name in names if not name.endswith(_NOT_NAMES)]
    names = _unspread(" ".join(names)).split()
    if any(len(name) < 2 or name in forms.nobody for name in names) or names[:1] == ["사진"]:
        return None
    if any(len(name) > _SHORT_NAME and name[-1] in _OUTLET_ENDS for name in names):
        return None
    return ", ".join(dict.fromkeys(names)) or None


@cache
def _forms() -> _Forms:
    data = read_data("cleaning/bylines.json")["reporters"]
    before, after, desks, photo, beside, ours = (
        "|".join(sorted(data[kind].split(), key=lambda word: (-len(word), word)))
        for kind in ("before", "after", "desks", "photo", "beside", "before_ja")
    )
    han = rf"(?P<names>{_HAN}{{1,4}}(?:{_BETWEEN}{_HAN}{{1,4}}){{0,5}})"
    hangul = rf"(?P<names>{_HANGUL}{{2,4}}(?:{_BETWEEN}{_HANGUL}{{2,4}}){{0,5}})"
    known = rf"[{data['surnames']}]{_HAN}{{1,2}}"
    helped = r"\s?(?:通讯员|通訊員|实习生|實習生)?\s?"
    office = "通讯员|通訊員|实习生|實習生|见习记者|记者|記者"
    named = rf"{known}(?:{_BETWEEN}(?:(?:{office})[\s\u3000]?)?{known}){{0,4}}"
    listed = rf"(?P<names>{known}(?:(?:{_BETWEEN}){helped}{known}){{0,3}})"
    # in mark-up the next item of the line stands right behind the last name
    end = rf"(?=[\s\u3000)）】\]|，,。]|$|\d|(?:{beside})(?![部员員])|文\s?[/／])"
    return _Forms(
        re.compile(
            rf"(?<!{_HAN})(?:{_HAN}{{0,6}}?)(?:{before})(?:\s?[:：/／・|｜丨＝=]\s?|[\s\u3000]){han}{end}"
        ),
        re.compile(rf"(?<!{_HANGUL}){hangul}\s(?:{after}){end}"),
        re.compile(
            rf"(?:记者|記者)\s?(?P<names>{_HAN}{{2,4}}(?:[、,，]\s?{_HAN}{{2,4}}|\s{known}){{0,4}})\s?"
            rf"[╱/／]\s?{_HAN}{{0,8}}?(?:{desks})(?!{_HAN})"
            rf"|^(?P<known>{named})\s?[╱/／]\s?{_HAN}{{2,6}}(?:{desks})$"
        ),
        re.compile(
            rf"(?:^|(?<=[\d\s]))(?P<names>{_HAN}{{2,4}}(?:、{_HAN}{{2,4}}){{0,3}})\s(?:{desks})$"
        ),
        re.compile(
            rf"(?:(?:{_HAN}{{0,4}}(?:记者|記者)(?:\s?[:：/／╱]\s?|[\s\u3000])|(?=.{{2,20}}\s(?:{after})))"
            rf"(?P<names>(?:{_HAN}{{1,4}}|{_HANGUL}{{2,4}})"
            rf"(?:{_BETWEEN}(?:{_HAN}{{1,4}}|{_HANGUL}{{2,4}})){{0,5}}?)"
            rf"(?:\s(?:{after}))?(?:\s\S{{3,30}}@\S{{3,30}})?)"
        ),
        re.compile(rf"[(（](?:{_HAN}{{0,6}}?)(?:{before})[\s\u3000:：]?{han}[)）]"),
        re.compile(
            rf"[(\[【][^()\[\]【】]{{1,12}}=[^()\[\]【】]{{2,12}}[)\]】]\s?{hangul}\s(?:{after})\s?="
        ),
        re.compile(
            rf"[。！？」”](?:{_HAN}{{0,4}})(?:{desks}|記者|记者|文)\s?[╱/／:：]\s?"
            rf"(?P<names>{_HAN}{{2,4}}(?:[、,，]\s?{_HAN}{{2,4}}){{0,4}})\s*$"
        ),
        re.compile(
            rf"[(（](?:(?:{_HAN}{{0,6}}(?:{office})[\s\u3000:：]?)(?P<names>{named})"
            rf"(?:[\s\u3000]?{_HAN}{{0,2}}(?:{desks}|文\s?[/／]\s?[攝摄图圖]))?"
            rf"|(?P<alone>{named})(?:{desks}))[)）]\s*$"
            rf"|[。！？”」][(（](?P<last>{named})(?:[\s\u3000]?发自{_HAN}{{2,6}})?[)）]\s*$"
        ),
        re.compile(
            rf"(?:记者|記者)\s?{listed}(?=[\s\u3000)）】\]，,。/]|$|{_HAN}{{2,4}}\d{{1,2}}日|{_HAN}{{0,6}}(?:{desks}))"
        ),
        re.compile(
            rf"{_HAN}{{2,12}}(?:[視视台報报網网社訊讯]){listed}{_HAN}{{0,8}}(?:報導|报道)。?$"
        ),
        re.compile(
            rf"【{_HAN_OR_KANA}{{1,10}}[＝=](?P<names>{_HAN}{{2,5}}(?:、{_HAN}{{2,5}}){{0,3}})】"
        ),
        re.compile(
            rf"(?<!{_SIGN})(?:(?P<own>{ours})|文)(?:[・&＆、／/](?:{ours}|{photo}|文|写真|編集))*"
            rf"(?:\s?[:：/／＝=・｜|]\s?|[\s\u3000])(?P<names>{_SIGNED}(?:[、,，]\s?{_SIGNED})*)"
            rf"(?=$|[\s\u3000)）】\]。／/|｜]|{photo}|写真|編集|イラスト)"
        ),
        re.compile(rf"\s?(?:{photo})(?!\s?[:：/／])"),
        re.compile(
            rf"(?:[{data['surnames']}]|{data['surnames_two'].replace(' ', '|')})"
            rf"[{data['given_zh']}]{{1,2}}"
        ),
        re.compile(
            rf"[{data['surnames_ko']}][{data['given_ko']}]{{2}}"
            rf"|(?:{data['surnames_two_ko'].replace(' ', '|')})[{data['given_ko']}]{{1,2}}"
        ),
        frozenset([*data["nobody"].split(), *data["no_names_ko"].split()]),
    )

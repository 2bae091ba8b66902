"""Interviews in Japanese and Chinese: the answers below questions that a dash or a label marks.

`――なぜ灯台だったのですか。` `児玉　海が近いからです。` An answer begins with the guest's name or
"A"; where none does, it is the paragraph right below a question. The guest is the one whom a label
or the text above the first question names.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.document import Span
from newsclean.patterns import lazy_regex
from newsclean.quotes.draft import ANSWER, QuoteDraft
from newsclean.quotes.unspaced import japanese

_MIN_QUESTIONS, _MIN_ANSWER_CHARS, _CONFIDENCE = 3, 8, 0.9
"""The fewest questions of an interview, the shortest answer, and how sure it is; guesses."""
_QUESTION = lazy_regex(
    r"\s*(?:[―─—]{1,2}\s*(?=[^\s―─—])|(?:Q|Ｑ|問|问|記者|记者|聞き手)\d{0,2}\s?[.．：:　])"
)
_ANSWER = lazy_regex(
    r"\s*([\u4e00-\u9fff々ヶぁ-んァ-ヴー・·]{1,8}?|A|Ａ|答)(?:さん|氏)?\s?[.．：:　]\s*"
)
_PLAIN = frozenset("AＡ答")
_NAMED = lazy_regex(r"([\u4e00-\u9fff々ヶ]{2,6}|[ァ-ヴー・]{3,14})(?:さん|氏)")


def find_answers(text: str, paragraphs: Sequence[Span], title: str | None) -> list[QuoteDraft]:
    """The answers of an interview, in order; none in other texts, or where nobody is named."""
    asked = [at for at, span in enumerate(paragraphs) if _QUESTION.match(text, *span)]
    if len(asked) < _MIN_QUESTIONS:
        return []
    below = [paragraphs[at + 1] for at in asked if at + 1 < len(paragraphs) and at + 1 not in asked]
    labels = [_ANSWER.match(text, *span) for span in below]
    named = {label[1] for label in labels if label}
    if len(named) > 1 or len(below) < _MIN_QUESTIONS - 1:
        return []
    above = f"{title or ''}\n{text[: paragraphs[asked[0]][0]]}"
    guest = _guest(above, named.pop() if named else "")
    if guest is None:
        return []
    led = any(labels)
    found: list[QuoteDraft] = []
    for (start, end), label in zip(below, labels, strict=True):
        begin = label.end() if label else start
        body = text[begin:end].strip()
        if len(body) >= _MIN_ANSWER_CHARS and bool(label) == led:
            begin = text.index(body, begin)
            how = "the person interviewed"
            found.append(
                QuoteDraft(
                    " ".join(body.split()),
                    begin,
                    begin + len(body),
                    "direct",
                    guest,
                    attribution=how,
                    confidence=_CONFIDENCE,
                    rule=ANSWER,
                )
            )
    return found


def _guest(above: str, label: str) -> str | None:
    """Who is interviewed: whom the label names, or the only one named with respect above."""
    if label and label not in _PLAIN:
        whole = japanese.in_full(above, label)
        return whole if whole in above else None
    people = {found[1].rpartition("の")[2] for found in _NAMED.finditer(above)}
    people = {one for one in people if not any(one != other and one in other for other in people)}
    return people.pop() if len(people) == 1 else None

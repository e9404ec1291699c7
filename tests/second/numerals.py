"""Numbers as they stand in words, in Chinese and English: each as the span of values that its words are true of.

Written anew, by regular expressions and spans, so that it shares neither line nor method with the program's own reader,
which walks characters and knows bounds.
"""

import functools
import re
import unicodedata

INFINITE = float("inf")

HAN_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
HAN_POWERS = {"十": 10, "百": 100, "千": 1000}
HAN_GREAT = {"万": 10**4, "亿": 10**8}
ENGLISH = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
} | {word: 10 * (at + 2) for at, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
RANKS = {
    word: at + 2
    for at, word in enumerate(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split()
    )
}
GREAT = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}

# What holds a numeral and says none, in any story.
IDIOMS = re.compile(
    r"[上下前后]半[年段]?|半[岛径天夜格]|半导体|十[分足字]|万一|四[季周]|百[姓货科]|两[岸侧边旁头]|零[件售星散]|零部件|"
    r"再三|三角|五金|(?:first|second)[ -](?:half|hand)\b|at first\b|first of all",
    re.I,
)

# The second quarter of a year is no part of anything.
QUARTER = re.compile(r"\b(second|third|fourth)( quarter)\b", re.I)

DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
HAN = r"[〇零一二三四五六七八九十百千万亿两]+"
WORDS = "|".join(sorted([*ENGLISH, *RANKS, *GREAT, "dozen", "dozens"], key=len, reverse=True))
TOKEN = re.compile(
    rf"(?P<part>(?P<below>{HAN}|\d+)分之(?P<above>{HAN}|\d+(?:\.\d+)?))"
    rf"|(?P<digits>(?:(?<![\w.])[-−])?{DIGITS})(?P<ending>(?:st|nd|rd|th)\b|[十百千万亿]+| (?:hundred|thousand|million|billion|trillion)\b)?"
    rf"|(?P<half>过半数?|一?大半|一?多半|一半|半数|半|\b(?:a |one )?half\b|\bhalves\b|\bhalved\b|\bmajority\b)"
    rf"|(?P<tenths>[一二三四五六七八九])成(?P<and_half>半)?(?![立为员果品本长年人功就分交熟效])"
    rf"|(?P<han>{HAN}几?|[几数][十百千万亿]+)"
    rf"|(?P<share>\b(?:a|one|two|three|four) ?-?(?:thirds?|quarters?|fifths?|tenths?)\b)"
    rf"|(?P<words>\b(?:(?:a )?(?:{WORDS})(?:(?:[ -]|(?<=hundred) and |(?<=thousand) and )(?:{WORDS}))*)\b)"
    rf"|(?P<times>\b(?:twice|doubled?|doubling|thrice|tripled?|quadrupled)\b|翻番)",
    re.I,
)
# What a text without any number lacks; most texts do, and are soon done with.
MAYBE = re.compile(rf"[\d０-９半翻]|{HAN}|\b(?:{WORDS}|hal[fv]\w*|majority|\w+s?rds?|quarters?|\w+ths?|twice|thrice|doubl\w*|tripl\w*|quadrupled)\b", re.I)
TIMES = {"twice": 2, "thrice": 3, "翻番": 2, "quadrupled": 4}

# What the words around a number make of it: words before or after, then low and high as factors.
ABOVE = re.compile(r"(?<![A-Za-z])(?:超过|多于|高于|大于|逾|超|more than|over|above|过)\s*$", re.I)
FROM = re.compile(r"(?<![A-Za-z])(?:至少|不少于|不低于|at least|no fewer than|no less than)\s*$", re.I)
BELOW = re.compile(r"(?<![A-Za-z])(?:不到|不足|低于|少于|接近|近|fewer than|less than|under|below|nearly|almost)\s*$", re.I)
UP_TO = re.compile(r"(?<![A-Za-z])(?:不超过|至多|最多|at most|up to|no more than)\s*$", re.I)
ABOUT = re.compile(r"(?<![A-Za-z])(?:约|大概|about|around|roughly|some|approximately|close to)\s*$", re.I)
AND_MORE = re.compile(r"^[^\s，。；、,.;:（(]{0,4}?(?:以上)|^[^，。；,.;]{0,14}? (?:or more|and over|and more)\b", re.I)
AND_LESS = re.compile(r"^[^\s，。；、,.;:（(]{0,4}?(?:以下|以内)|^[^，。；,.;]{0,14}? (?:or less|or fewer)\b", re.I)
OR_SO = re.compile(r"^[^\s，。；、,.;:（(]{0,4}?左右", re.I)
ODD = re.compile(r"^[多余来]")
FALLS = re.compile(r"(?<![A-Za-z])(?:下降|减少|降低|下跌|fell by|down|down by|decline of)了?\s*$", re.I)
RANGE = re.compile(r"^\s*(?:至|到|–|—|-|~|to)\s*$", re.I)


class Number:
    """A number in a text: what was read, and from which value up to which it is true."""

    def __init__(self, text, value, start, end, share=False):
        self.text, self.value, self.start, self.end, self.share = text, value, start, end, share
        self.low = self.high = value
        self.open_low = self.open_high = False
        self.falls = False

    def is_true_of(self, value):
        """Whether a value is as it is said; a part of one is as well so many per cent."""
        if value is None:
            return False
        if self.falls and value < 0:
            value = -value
        return any(self._holds(factor, value) for factor in ([1, 100] if self.share else [1]))

    def _holds(self, factor, value):
        low, high = self.low * factor, self.high * factor
        if self.share and low == high:
            # Two thirds are 66.7 per cent.
            places = len(f"{value:.9f}".rstrip("0").split(".")[1])
            low = high = round(low, places)
        near = 1e-9 * max(1, abs(value))
        if abs(value - low) <= near:
            return not self.open_low
        if abs(value - high) <= near:
            return not self.open_high
        return low < value < high


def even(text):
    """Full-width digits, letters and signs in their half-width form; as long as before."""
    return "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" and c not in "，。；：！？（）、" else c for c in text)


@functools.lru_cache(maxsize=None)
def numbers(text, names=()):
    """The numbers of a text, without those that one of these names holds. Lone 一, “one” and “first” are words of order."""
    if not MAYBE.search(text):
        return ()
    text = hide(even(text), names)
    found = [number for number in map(_read, TOKEN.finditer(text)) if number]
    joined = []
    for number in found:
        last = joined[-1] if joined else None
        if last and RANGE.match(text[last.end : number.start]) and last.low == last.high < number.value:
            last.high, last.text, last.end = number.value, text[last.start : number.end], number.end
            continue
        joined.append(number)
    for number in joined:
        if number.low == number.high:
            _bound(number, text[: number.start], text[number.end :])
    return tuple(joined)


def hide(text, names):
    """The text with idioms and names blotted out; Latin names count as whole words."""
    for name in sorted(filter(None, names), key=len, reverse=True):
        pattern = re.escape(even(name))
        pattern = (r"(?<![A-Za-z0-9])" if name[0].isascii() and name[0].isalnum() else "") + pattern
        pattern += r"(?![A-Za-z0-9])" if name[-1].isascii() and name[-1].isalnum() else ""
        text = re.sub(pattern, lambda hit: "\ufffc" * len(hit.group()), text)
    text = QUARTER.sub(lambda hit: hit[1] + "\ufffc" * len(hit[2]), text)
    return IDIOMS.sub(lambda hit: "\ufffc" * len(hit.group()), text)


def _read(hit):
    text, start, end = hit.group(), hit.start(), hit.end()
    if hit["part"]:
        return Number(text, _value(hit["above"]) / _value(hit["below"]), start, end, share=True)
    if hit["digits"]:
        value = float(hit["digits"].replace(",", "").replace("−", "-"))
        ending = (hit["ending"] or "").strip().lower()
        for c in ending:
            value *= HAN_POWERS.get(c, HAN_GREAT.get(c, 1))
        return Number(text, round(value * GREAT.get(ending, 1), 6), start, end)
    if hit["half"]:
        number = Number(text, 0.5, start, end, share=True)
        if any(word in text.lower() for word in ("过", "大半", "多半", "majority")):
            number.high, number.open_low = INFINITE, True
        return number
    if hit["tenths"]:
        return Number(text, HAN_DIGITS[hit["tenths"]] / 10 + (0.05 if hit["and_half"] else 0), start, end, share=True)
    if hit["share"]:
        over, below = re.split(r"[ -]", text.lower())
        return Number(text, ENGLISH.get(over, 1) / PARTS[below.rstrip("s")], start, end, share=True)
    if hit["times"]:
        word = text.lower()
        return Number(text, TIMES.get(word, 3 if word.startswith("trip") else 2), start, end)
    if hit["words"]:
        return _english(text, start, end)
    return _han(text, start, end)


def _value(text):
    return float(text) if text[0].isdigit() else han_value(text)


def han_value(text):
    """The value of a run of 汉字; a year is read digit by digit."""
    if len(text) > 1 and all(c in HAN_DIGITS for c in text):
        return float("".join(str(HAN_DIGITS[c]) for c in text))
    total = part = digit = 0
    last = 10
    for c in text:
        if c in HAN_DIGITS:
            digit = HAN_DIGITS[c]
            if digit == 0:
                last = 10
        elif c in HAN_POWERS:
            part += (digit or 1) * HAN_POWERS[c]
            digit, last = 0, HAN_POWERS[c]
        else:
            total = (total + (part + digit or 1)) * HAN_GREAT[c]
            part, digit, last = 0, 0, HAN_GREAT[c]
    # 两万五 is 25,000.
    return total + part + digit * (last // 10 if last > 10 else 1)


def _han(text, start, end):
    if text in ("一", "百", "千", "万", "亿"):
        return None
    if text[0] in "几数":
        unit = han_value("一" + text[1:]) if text[1] != "十" else 10.0
        number = Number(text, 2 * unit, start, end)
        number.high = 10 * unit - 1
        return number
    if text.endswith("几"):
        value = han_value(text[:-1])
        number = Number(text, value + 1, start, end)
        number.high = value + 9
        return number
    # 七八个: neither is meant alone.
    if len(text) == 2 and all(c in HAN_DIGITS for c in text) and HAN_DIGITS[text[1]] == HAN_DIGITS[text[0]] + 1 > 1:
        number = Number(text, HAN_DIGITS[text[0]], start, end)
        number.high = HAN_DIGITS[text[1]]
        return number
    return Number(text, han_value(text), start, end)


def _english(text, start, end):
    words = re.split(r"[ -]", text.lower())
    if words in (["one"], ["a", "one"]):
        return None
    if words[-1] == "dozens":
        number = Number(text, 24, start, end)
        number.high = INFINITE
        return number
    total = part = 0
    for word in words:
        if word == "dozen":
            part = (part or 1) * 12
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in GREAT:
            total, part = total + (part or 1) * GREAT[word], 0
        else:
            part += ENGLISH.get(word, RANKS.get(word, 0))
    return Number(text, float(total + part), start, end)


def _bound(number, before, after):
    value, step = number.value, _step(number.value)
    if FALLS.search(before) or number.text[0] in "-−":
        number.falls = True
        number.low = number.high = value = abs(value)
    if ODD.match(after):
        number.high, number.open_low, number.open_high = value + step, True, True
    elif AND_MORE.match(after) or FROM.search(before):
        number.high = INFINITE
    elif AND_LESS.match(after) or UP_TO.search(before):
        number.low = -INFINITE
    elif BELOW.search(before):
        number.low, number.open_high = -INFINITE, True
    elif ABOVE.search(before):
        number.high, number.open_low = INFINITE, True
    elif OR_SO.match(after) or ABOUT.search(before):
        slack = min(step / 2, abs(value) / 10)
        number.low, number.high = value - slack, value + slack


def _step(value):
    """What one of the last figure that is not nought stands for: 100 in 300, 0.1 in 3.5."""
    figures = unicodedata.normalize("NFKC", f"{abs(value):.9f}").rstrip("0")
    whole, _, places = figures.partition(".")
    if places:
        return 10.0 ** -len(places)
    bare = whole.rstrip("0")
    return 10.0 ** (len(whole) - len(bare)) if bare else 1.0

"""The story's files as a second reader takes them: facts by id, what their numbers may be, what their sentences say."""

import ast
import functools
import hashlib
import json
import operator
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from numerals import numbers

FILES = ["facts", "chapters", "places", "figures", "map", "corrections"]
BRACE = re.compile(r"\{(@?)([^{}|]+)(?:\|([^{}]*))?\}")
# How a number in a title says how we come to say it.
KINDS = re.compile(
    r"（(?:报载|目标|计算|未给出|编者注)）| \((?:reported|target|computed|not given|editor’s note)\)"
)
# Words of the pages' own that hold a numeral and count nothing of the story.
WORDING = ("半满", "Half: under way", "double-tap", "双指", "两指", "two fingers", "三段代码", "three snippets")
SIGNS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


class Story:
    """All that the files of a folder say, and the transcript if there is one."""

    def __init__(self, folder, transcript=None):
        self.folder = Path(folder)
        read = lambda name: json.loads((self.folder / f"{name}.json").read_text("utf-8-sig"))
        self.files = {name: read(name) for name in FILES if (self.folder / f"{name}.json").exists()}
        self.facts = {fact["id"]: fact for fact in self.files["facts"]["facts"]}
        self.rows = {fact: row for row, fact in enumerate(self.facts, 1)}
        self.articles = {article["id"]: article for article in self.files["facts"]["articles"]}
        self.units = {unit["id"]: unit for unit in self.files["facts"]["units"]}
        places = self.files["places"]
        self.places = {one["id"]: one for one in places["regions"] + places["places"]}
        head = self.files["chapters"]["story"]
        listed = head.get("no_numbers", {})
        titles = [text for article in self.articles.values() for text in article["title"].values()]
        self.names = (*listed.get("zh", []), *listed.get("en", []), *self.articles, *titles, *WORDING)
        self.updated = head.get("updated", "")
        self.sentences = None
        if transcript:
            lines = Path(transcript).read_text("utf-8-sig").splitlines()
            self.sentences = {id: paragraphs(lines, article) for id, article in self.articles.items()}

    @functools.cached_property
    def prose(self):
        """Every text of the files that names facts in braces: as a pattern of what readers see of it, and those facts."""
        found = []
        for name in ("chapters", "figures"):
            for text in _texts(self.files[name]):
                ids = [hit[2].strip() for hit in BRACE.finditer(text) if not hit[1]]
                if ids and all(id in self.facts for id in ids):
                    found.append((re.compile(self._pattern(KINDS.sub("", text))), ids))
        # The longest first: a title may be the beginning of another.
        return sorted(found, key=lambda one: -len(one[0].pattern))

    def unquoted(self, text):
        """A text without the prose of the files that it repeats, whose numbers are those of the facts named there."""
        bare = KINDS.sub("", text)
        for pattern, ids in self.prose:
            hit = pattern.search(bare)
            if hit and all(any(self.is_true(one, id) for id in ids) for one in numbers(hit.group(), self.names)):
                bare = bare.replace(hit.group(), "\ufffc")
        return bare

    def texts_of(self, id):
        """What is said of a fact in the files' own words: statement, other source, corrections with their days."""
        fact = self.facts[id]
        entries = [one for one in self.files["corrections"]["corrections"] if one["fact"] == id]
        said = [fact["statement"], fact.get("note_source", {})]
        texts = _texts([*said, *([one["date"], one["was"], one["is"], one["why"]] for one in entries)])
        return sorted(texts, key=len, reverse=True)

    def own_numbers(self, id):
        """What a number in words about a fact may say: its value, and the parts of its date."""
        fact = self.facts[id]
        date = fact.get("date", {})
        parts = [float(part) for key in ("from", "to", "by") for part in date.get(key, "").split("-") if part]
        end = date.get("to", date.get("by", ""))[5:]
        parts += [float(at + 1) for at, day in enumerate(("03-31", "06-30", "09-30", "12-31")) if end == day]
        words = date.get("words", {})
        parts += [one.value for text in words.values() for one in numbers(text, self.names)]
        parts += [float(one[key]) for one in fact.get("series", []) for key in ("year", "value")]
        return ([fact["value"]] if "value" in fact else []) + parts

    def is_true(self, number, id):
        """Whether a number in words is true of a fact."""
        fact = self.facts[id]
        own = self.own_numbers(id)
        if "up_to" in fact or "limit" in fact:
            return self._is_vague(number, fact) or number.value in own[1:]
        if number.low != number.high and number.low in own and number.high in own:
            return True
        # A page that prints 超过90% gives no more than 90, and words may say it as it does.
        printed = numbers(fact.get("printed", ""), self.names)
        said = any((one.low, one.high) == (number.low, number.high) for one in printed) and number.value in own
        return said or any(number.is_true_of(value) for value in own)

    def _is_vague(self, number, fact):
        """Whether a number says a range or about how much: its two ends, or its value with the same words around."""
        if "up_to" in fact:
            return (number.low, number.high) == (fact["value"], fact["up_to"])
        below, above = number.low < number.value, number.high > number.value
        wanted = {"about": (True, True), "at-least": (False, True), "above": (False, True)}.get(fact["limit"], (True, False))
        return number.value == fact["value"] and (below, above) == wanted

    def inputs(self, id):
        """The facts that a formula is made from."""
        return [hit[1].strip() for hit in re.finditer(r"\{([^}]*)\}", self.facts[id].get("formula", ""))]

    def kin(self, id):
        """The facts whose numbers a statement may say: of its formula, of its sentence, and those that it lists."""
        fact = self.facts[id]
        same = []
        if "source" in fact:
            hash = fact["source"]["sha256"]
            same = [other for other, one in self.facts.items() if one.get("source", {}).get("sha256") == hash]
            same += [
                other
                for other in self.facts
                if any(self.facts.get(part, {}).get("source", {}).get("sha256") == hash for part in self.inputs(other))
            ]
        return [one for one in [id, *self.inputs(id), *fact.get("says", []), *same] if one in self.facts]

    def computed(self, id):
        """What a formula gives."""
        text = self.facts[id]["formula"]
        text = re.sub(r"count\(([^)]*)\)", lambda hit: str(hit[1].count("{")), text)
        text = re.sub(r"\{([^}]*)\}", lambda hit: repr(float(self.facts[hit[1].strip()]["value"])), text)
        return _calculated(ast.parse(text, mode="eval").body)

    def sentence(self, source):
        """The sentence that a locator names, or nothing."""
        told = self.sentences.get(source["article"], [])
        try:
            return told[source["paragraph"] - 1][source["sentence"] - 1]
        except IndexError:
            return None

    def _pattern(self, text):
        """What readers see of prose: words as they are, a number of its form with its unit, a place by its name."""
        parts, end = [], 0
        for hit in BRACE.finditer(text):
            parts += [re.escape(text[end : hit.start()]), self._shape(hit)]
            end = hit.end()
        return "".join([*parts, re.escape(text[end:])])

    def _shape(self, hit):
        if hit[3] is not None:
            return re.escape(hit[3])
        if hit[1]:
            one = self.places[hit[2].strip()]
            names = [word for name in (one["name"], one.get("short", {})) for word in name.values()]
        else:
            unit = self.units.get(self.facts[hit[2].strip()].get("unit"))
            names = [unit["zh"], *unit["en"].values()] if unit else [""]
            return rf"第?[\d,.−一二三四五六七八九十]+[万亿]* ?(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})"
        return f"(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})"


def _texts(value):
    """All texts in what was read."""
    if isinstance(value, dict):
        value = value.values()
    elif isinstance(value, str):
        return [value]
    return [text for inner in value for text in _texts(inner)] if isinstance(value, Iterable) else []


def _calculated(node):
    if isinstance(node, ast.BinOp):
        return SIGNS[type(node.op)](_calculated(node.left), _calculated(node.right))
    return node.value


def paragraphs(lines, article):
    """The sentences of an article by paragraph: by the rule that data/README.md gives, read anew."""
    first, last = article["lines"]
    told, joined = [], set(article.get("joined", []))
    open_end = False
    for number in range(first, min(last, len(lines)) + 1):
        line = even(lines[number - 1])
        if not line:
            continue
        if open_end:
            told[-1] += line
        else:
            told.append(line)
        open_end = number in joined
    ends = re.compile(r"[^。！？]*[。！？][”’」』）)]*|[^。！？]+$")
    return [[hit for hit in ends.findall(text) if hit] for text in told]


def even(text):
    """Unicode NFC without white space."""
    return "".join(unicodedata.normalize("NFC", text).split())


def sha256(text):
    """A hash as locators write it."""
    return hashlib.sha256(text.encode()).hexdigest()

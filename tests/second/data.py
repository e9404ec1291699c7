"""What the files say, held against each other and against the transcript."""

import re

from numerals import numbers
from story import BRACE, even, sha256

LANGUAGES = ("zh", "en")
# Keys of what is no prose.
NO_PROSE = ("no_numbers", "meant", "renamed", "source", "numeral", "credit", "address", "$schema")
# Words for one and none that are no numerals elsewhere.
SMALL = {1: re.compile(r"一|\b(?:one|an?|only)\b", re.I), 0: re.compile(r"没有|无|\b(?:no|none)\b", re.I)}


def check(story, say):
    """Says all that is wrong with the files."""
    for id, fact in story.facts.items():
        _formula(story, id, fact, say)
        _printed(story, id, fact, say)
        _statement(story, id, fact, say)
        if story.sentences is not None and "source" in fact:
            _source(story, id, fact, say)
    for name in ("chapters", "figures"):
        _prose(story, name, story.files[name], "", say)


def _formula(story, id, fact, say):
    if "formula" not in fact:
        return
    # A value is given to so many places as its formula is rounded to.
    places = len(f"{fact['value']:.9f}".rstrip("0").split(".")[1])
    given = story.computed(id)
    if abs(round(given + 1e-12, places) - fact["value"]) > 1e-9:
        say("formula", id, f"gives {given:g} and not {fact['value']:g}")


def _printed(story, id, fact, say):
    if "printed" not in fact:
        return
    found = numbers(fact["printed"], story.names)
    own = story.own_numbers(id)
    if not any(one.value in own or one.is_true_of(fact.get("value")) for one in found):
        say("printed", id, f"{fact['printed']} is not {fact.get('value', own)}")


def _statement(story, id, fact, say):
    kin = story.kin(id)
    names = (*story.names, *fact.get("no_numbers", []))
    for lang in LANGUAGES:
        text = fact["statement"][lang]
        found = numbers(text, names)
        value = fact.get("value")
        exact = "up_to" not in fact and "limit" not in fact
        small = SMALL.get(value)
        if value is not None and not any(
            (exact and one.is_true_of(value)) or story.is_true(one, id) for one in found
        ):
            if not (small and small.search(text)):
                say("statement", id, f"{lang}: nothing in it says {value:g}")
        for one in found:
            rank = one.text.lower().startswith(("第", "second", "third"))
            if not rank and not any(story.is_true(one, other) for other in kin):
                say("statement", id, f"{lang}: {one.text} is the number of no fact that it may speak of")


def _source(story, id, fact, say):
    sentence = story.sentence(fact["source"])
    if sentence is None:
        return say("source", id, "there is no such sentence")
    if sha256(sentence) != fact["source"]["sha256"]:
        return say("source", id, "the sentence there has another hash")
    if fact["speaker"] == "ours":
        # What we worked out, noted or missed is our reading, and said to be.
        return
    # A sign of a number inside a longer one is not what is printed.
    printed = even(fact.get("printed", ""))
    sign = r"[\d〇零一二三四五六七八九十百千万亿两]"
    edges = (rf"(?<!{sign})(?<!\d[.,])", rf"(?!{sign})(?![.,]\d)")
    left = edges[0] if re.match(sign, printed) else ""
    right = edges[1] if re.search(sign + "$", printed) else ""
    if printed and not re.search(left + re.escape(printed) + right, sentence):
        say("printed", id, f"{printed} is not in its sentence")
    held = [end for one in numbers(sentence) for end in (one.value, one.high)] + ([fact["value"]] if printed and "value" in fact else [])
    names = (*story.names, *fact.get("no_numbers", []))
    for one in numbers(fact["statement"]["zh"], names):
        if one.value not in held:
            say("sentence", id, f"the statement says {one.text}, and its sentence does not")
    told = (sentence + "".join(story.sentences[fact["source"]["article"]][0])).replace("（", "(").replace("）", ")")
    for short, name in _named(story, fact["statement"]["zh"]):
        if short not in told and name not in told:
            say("sentence", id, f"the statement names {short}, and its sentence does not")


def _named(story, text):
    """The divisions and places in a text; a longer name may hold a shorter one, which is then not meant."""
    every = [(one.get("short", one["name"])["zh"], one["name"]["zh"]) for one in story.places.values()]
    for name, pair in sorted(((word, pair) for pair in every for word in pair), key=lambda one: -len(one[0])):
        if name in text:
            text = text.replace(name, " ")
            yield tuple(even(word).replace("（", "(").replace("）", ")") for word in pair)


def _prose(story, file, value, at, say, of=None):
    """Numbers in prose stand in braces and are true of the fact that these name; or what they stand in is a fact's."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in NO_PROSE:
                _prose(story, file, inner, f"{at}.{key}", say, value.get("fact", of))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            _prose(story, file, inner, f"{at}[{index}]", say, of)
    elif isinstance(value, str) and at.rsplit(".", 1)[-1] in LANGUAGES:
        for hit in BRACE.finditer(value):
            for one in numbers(hit[3] or "", story.names):
                if hit[1] or not story.is_true(one, hit[2].strip()):
                    say("prose", f"{file}{at}", f"{one.text} is not true of {hit[2]}")
        for one in numbers(BRACE.sub("\ufffc", value), story.names):
            if of and story.is_true(one, of):
                continue
            say("prose", f"{file}{at}", f"{one.text} is the number of no fact")

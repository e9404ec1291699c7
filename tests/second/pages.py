"""The built pages: every number that a reader sees or hears is that of the fact that it is tied to."""

import json
import re
from html.parser import HTMLParser

from numerals import numbers

VOID = set("area base br col embed hr img input link meta source track wbr circle rect use stop".split())
# Attributes that are read out or shown.
HEARD = ("aria-label", "title", "alt", "placeholder", "aria-description")
# What the page says of itself around a fact: the row of the ledger, which is then held against the fact's.
ROW = re.compile(r"第(\d+)行|\brow (\d+)\b", re.I)
# How many rows of the ledger a place has.
ROWS = re.compile(r"账本有(\d+)条|(\d+) rows? in the ledger")
# How many rows the ledger has.
TOTAL = re.compile(r"共(\d+)行|(\d+) rows, each")
# How many divisions and places there are.
PLACES = re.compile(r"(\d+)个区县和地点|(\d+) divisions and places")


# The bar of a sentence on the ledger's page.
SENTENCE = re.compile(r"s-(.+)-(\d+)-(\d+)")


class Element:
    """An element with what it holds, in order: elements and texts."""

    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent, self.content = tag, attributes, parent, []

    def around(self):
        """This element and all around it, the nearest first."""
        one = self
        while one:
            yield one
            one = one.parent

    def has(self, name):
        """Whether it has an attribute, whatever that says."""
        return name in self.attributes

    def is_of(self, word):
        """Whether it is of this class."""
        return word in (self.attributes.get("class") or "").split()

    def words(self):
        """All its words."""
        return "".join(one if isinstance(one, str) else one.words() for one in self.content)

    def all(self):
        """It and every element in it."""
        yield self
        for one in self.content:
            if isinstance(one, Element):
                yield from one.all()

    def path(self):
        """Where it stands, for messages."""
        id = next((one.attributes["id"] for one in self.around() if one.attributes.get("id")), "")
        return f"#{id} <{self.tag}>"


class Reader(HTMLParser):
    """Makes elements of a page."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("page", {}, None)

    def handle_starttag(self, tag, attributes):
        element = Element(tag, dict(attributes), self.here)
        self.here.content.append(element)
        if tag not in VOID:
            self.here = element

    def handle_startendtag(self, tag, attributes):
        self.here.content.append(Element(tag, dict(attributes), self.here))

    def handle_endtag(self, tag):
        for one in self.here.around():
            if one.tag == tag and one.parent:
                self.here = one.parent
                return

    def handle_data(self, text):
        self.here.content.append(text)


def read(text):
    """The elements of a page."""
    reader = Reader()
    reader.feed(text)
    reader.close()
    return reader.root


def check(story, name, text, say):
    """Says every number of a page that is not its fact's; returns how many numbers were looked at."""
    root = read(text)
    page = Page(story, name, root, say)
    for element in root.all():
        page.element(element)
    page.head()
    return page.seen


class Page:
    """One page, and what is found in it."""

    def __init__(self, story, name, root, say):
        self.story, self.name, self.root, self.say, self.seen = story, name, root, say, 0
        self.lang = "en" if name.startswith("en/") else "zh"
        self.linked = self.linked_in(root)

    def wrong(self, where, what):
        """Says what is wrong where."""
        self.say("page", f"{self.name} {where}", what)

    def element(self, element):
        """What an element shows and says by itself."""
        if element.tag in ("script", "style", "template", "head", "title", "meta"):
            return
        for key in ("data-fact", "data-of"):
            if element.has(key) and element.attributes[key] not in self.story.facts:
                self.wrong(element.path(), f"{element.attributes[key]} is no fact")
        id, row = element.attributes.get("data-fact"), element.attributes.get("data-row")
        if id in self.story.facts and row and int(row) != self.story.rows[id]:
            self.wrong(element.path(), f"row {row} is not that of {id}, {self.story.rows[id]}")
        for text in element.content:
            if isinstance(text, str):
                self.text(element, text)
        for key in HEARD:
            if element.attributes.get(key):
                self.text(element, element.attributes[key], key)

    def text(self, element, text, key=None):
        """One text, shown or, under a key, heard."""
        names = self.story.names
        if not numbers(text, names) or any(one.tag in ("script", "style", "head", "defs") for one in element.around()):
            return
        if self.is_sentence(element, text):
            return
        ties, by_place = self.ties(element, key)
        text = self.counts(element, ties, text)
        for id in ties:
            for said in self.story.texts_of(id):
                # Words of the other language are an element within it.
                text = "" if text.strip() in said else text.replace(said, "")
        furniture = any(one.has("data-furniture") or one.is_of("locator") for one in element.around())
        wrong = [one for one in numbers(text, names) if not self.is_right(one, ties, by_place, furniture, key)]
        self.seen += len(numbers(text, names))
        # What is named by a title has the numbers of the title.
        if wrong:
            wrong = [one for one in numbers(self.story.unquoted(text), names) if one.text in [two.text for two in wrong]]
        for one in wrong:
            of = f"not that of {', '.join(ties[:3])}" if ties else "that of no fact"
            self.wrong(element.path(), f"{one.text} is {of}, in `{text.strip()[:60]}`{f' ({key})' if key else ''}")

    def is_right(self, one, ties, by_place, furniture, key):
        """Whether a number is one of these facts', or of where they stand."""
        if any(self.story.is_true(one, id) for id in ties):
            return True
        if furniture and (by_place or not ties or any(self.is_place_of(one, id) for id in ties)):
            return True
        # A mark for one of several things counts one of them.
        return bool(key and one.value == 1 and ties)

    def is_sentence(self, element, text):
        """Holds the bar of a sentence against the rows that come from it, if this is one."""
        locator = SENTENCE.fullmatch(element.attributes.get("id") or "")
        if not locator:
            return False
        article, place = locator[1], [int(locator[2]), int(locator[3])]
        sources = {self.story.rows[id]: fact["source"] for id, fact in self.story.facts.items() if "source" in fact}
        rows = [
            row
            for row, one in sources.items()
            if [one["article"], one["paragraph"], one["sentence"]] == [article, *place]
        ]
        said = [int(one) for one in re.findall(r"\d+", text.replace(article, " "))]
        spans = [range(int(low), int(high) + 1) for low, high in re.findall(r"(\d+)–(\d+)", text)]
        told = set(said[2:]).union(*spans)
        if said[:2] != place or told != set(rows):
            self.wrong(element.path(), f"rows {sorted(told)} in `{text[:60]}`, and not {rows}")
        self.seen += len(said)
        return True

    def ties(self, element, key):
        """The facts that a text belongs to, and whether only by its place: what it is tied to; of a name, what it names."""
        fact = tie(element)
        if fact:
            return [fact] if fact in self.story.facts else [], False
        inner = [one.attributes["data-fact"] for one in element.all() if one.has("data-fact")] if key else []
        if inner:
            return [id for id in inner if id in self.story.facts], False
        for one in element.around():
            if one.attributes.get("data-place"):
                place = one.attributes["data-place"]
                return [id for id, fact in self.story.facts.items() if place in fact.get("places", [])], True
        return [], False

    def linked_in(self, element):
        """The facts that an element leads to or states, each once."""
        ids = (one.attributes.get(name) for one in element.all() for name in ("data-fact", "data-of"))
        return list(dict.fromkeys(id for id in ids if id))

    def counts(self, element, ties, text):
        """Holds rows of the ledger against the facts, and takes them out of the text."""
        for hit in ROW.finditer(text):
            row = int(next(filter(None, hit.groups())))
            if len(ties) == 1 and row != self.story.rows[ties[0]]:
                self.wrong(element.path(), f"row {row} is not that of {ties[0]}, {self.story.rows[ties[0]]}")
        place = next((one.attributes["data-place"] for one in element.around() if one.attributes.get("data-place")), None)
        for hit in ROWS.finditer(text):
            count = sum(place in one.get("places", []) for one in self.story.facts.values())
            if place and int(hit[1] or hit[2]) != count:
                self.wrong(element.path(), f"{place} has {count} rows in the ledger, and not {hit[1] or hit[2]}")
        for pattern, what, count in (
            (TOTAL, "rows of the ledger", len(self.story.facts)),
            (PLACES, "divisions and places", len(self.story.places)),
        ):
            for hit in pattern.finditer(text):
                if int(hit[1] or hit[2]) != count:
                    self.wrong(element.path(), f"there are {count} {what}, and not {hit[1] or hit[2]}")
        return PLACES.sub("", TOTAL.sub("", ROWS.sub("", ROW.sub("", text))))

    def is_place_of(self, one, id):
        """Whether a number is of where a fact stands: its place on the page, its row, or its formula."""
        source = self.story.facts[id].get("source", {})
        inputs = [self.story.facts[id].get("value") for id in self.story.inputs(id)]
        formula = re.sub(r"\{[^}]*\}", " ", self.story.facts[id].get("formula", ""))
        constants = [float(hit) for hit in re.findall(r"\d+(?:\.\d+)?", formula)]
        own = [source.get("paragraph"), source.get("sentence"), self.story.rows[id], *inputs, *constants]
        return one.value in own or ("count(" in formula and one.value == 1)

    def head(self):
        """What search engines and previews show: numbers of facts that the page has."""
        for where, text in previews(self.root):
            text = self.counts(self.root, [], text)
            for one in numbers(self.story.unquoted(text), self.story.names):
                self.seen += 1
                if not any(self.story.is_true(one, id) for id in self.linked if id in self.story.facts):
                    self.wrong(where, f"{one.text} is the number of no fact of the page, in `{text[:60]}`")


def tie(element):
    """The fact that an element is tied to."""
    for one in element.around():
        for key in ("data-fact", "data-of"):
            if one.attributes.get(key):
                return one.attributes[key]
        # An input of a formula leads to its own card or row.
        _, led, id = (one.attributes.get("href") or "").partition("#f-")
        if led:
            return id
        id = one.attributes.get("id") or ""
        if one.tag == "article" and id.startswith("f-"):
            return id[2:]
        locator = next((inner for inner in one.content if isinstance(inner, Element) and inner.is_of("locator")), None)
        if locator:
            return locator.attributes.get("data-fact")
    return None


def previews(root):
    """The texts of a head, each with its name."""
    for one in root.all():
        if one.tag == "title" and any(around.tag == "head" for around in one.around()):
            yield "<title>", one.words()
        kind = one.attributes.get("name") or one.attributes.get("property") or ""
        if one.tag == "meta" and re.search(r"title|description|alt$|site_name", kind):
            yield f"<meta {kind}>", one.attributes.get("content") or ""
        if one.tag == "script" and one.attributes.get("type") == "application/ld+json":
            for text in _texts(json.loads(one.words())):
                yield "JSON-LD", text


def _texts(value):
    """The texts for readers in data for programs."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("headline", "name", "description", "title", "text", "caption") and isinstance(inner, str):
                yield inner
            else:
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)

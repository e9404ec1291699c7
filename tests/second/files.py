"""What lies beside the pages: the ledger as tables and as JSON, each figure's data and drawing, previews, archives."""

import csv
import io
import json
import re
import xml.etree.ElementTree as xml
import zipfile
from html import unescape
from pathlib import Path

from numerals import numbers

# What a drawing says of itself: lengths, enlargements, months and years of an axis, days.
DRAWN = re.compile(
    r"\d+ ?(?:公里|米|km|m)|.*放大约[\d.]+倍|.*enlarged (?:about )?[\d.]+.*|.*about [\d.]+ times.*|\d{1,2}月|\d{4}年?", re.I
)
DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|\d{1,2} [A-Z][a-z]{2,8} \d{4}")


def check(story, site, say):
    """Says all that is wrong with the files of a site; returns how many numbers were looked at."""
    files = Files(story, Path(site), say)
    files.ledger_as_json()
    for lang in ("zh", "en"):
        files.ledger_as_table(lang)
        files.archive(lang)
    for path in sorted(files.site.glob("pictures/figure-*.json")):
        files.figure(path)
    for path in [*files.site.rglob("oembed.json"), *files.site.rglob("manifest.webmanifest")]:
        files.preview(path)
    return files.seen


class Files:
    """The files of one site, and what is found in them."""

    def __init__(self, story, site, say):
        self.story, self.site, self._say, self.seen = story, site, say, 0

    def wrong(self, name, what):
        """Says what is wrong in which file."""
        self._say("file", str(name), what)

    def same(self, name, where, found, expected):
        """A value in a file is that of the story."""
        self.seen += 1
        if found != expected:
            self.wrong(name, f"{where}: {found!r}, and not {expected!r}")

    def text(self, name, text, ids):
        """The numbers of a text are true of one of these facts, or it repeats prose of the story."""
        for one in numbers(self.story.unquoted(text), self.story.names):
            self.seen += 1
            if not any(self.story.is_true(one, id) for id in ids):
                self.wrong(name, f"{one.text} is the number of no fact that it tells of, in `{text[:60]}`")

    def ledger_as_json(self):
        """facts.json has each fact as the story has it."""
        name = "facts.json"
        ledger = json.loads((self.site / name).read_text())
        self.same(name, "ids", [row["id"] for row in ledger["facts"]], list(self.story.facts))
        for row in ledger["facts"]:
            fact = self.story.facts.get(row["id"])
            if not fact:
                continue
            at = row["id"]
            for key in ("kind", "speaker", "chapter", "statement", "value", "up_to", "limit", "series", "unit", "source", "formula", "note_source"):
                self.same(name, f"{at} {key}", row.get(key), fact.get(key))
            self.same(name, f"{at} row", row["row"], self.story.rows[at])
            self.same(name, f"{at} inputs", row["inputs"], list(dict.fromkeys(self.story.inputs(at))))
            self.same(name, f"{at} places", [one["id"] for one in row["places"]], fact.get("places", []))
            for lang in ("zh", "en"):
                figure = (row["figure"] or {}).get(lang) or ""
                self.shown(name, at, figure)

    def shown(self, name, id, figure):
        """A number as shown is the fact's value."""
        found, value = numbers(figure, self.story.names), self.story.facts[id].get("value")
        self.seen += len(found)
        if value is not None and not any(one.is_true_of(value) or self.story.is_true(one, id) for one in found):
            self.wrong(name, f"{id} is shown as `{figure}`, and its value is {value:g}")
        for one in found:
            if not one.is_true_of(value) and not self.story.is_true(one, id):
                self.wrong(name, f"{id} is shown as `{figure}`, and {one.text} is not its value")

    def ledger_as_table(self, lang):
        """The tables have each fact as the story has it."""
        name = f"facts.{lang}.csv"
        rows = list(csv.reader(io.StringIO((self.site / name).read_text("utf-8-sig"), newline="")))
        self.same(name, "rows", len(rows) - 1, len(self.story.facts))
        for cells, (id, fact) in zip(rows[1:], self.story.facts.items()):
            number, row_id, chapter, kind, _, speaker, _, value, unit, shown, zh, en, *place = cells
            self.same(name, f"{id} row", [number, row_id, kind, speaker], [str(self.story.rows[id]), id, fact["kind"], fact["speaker"]])
            self.same(name, f"{id} value", float(value) if value else None, fact.get("value"))
            self.shown(name, id, shown)
            plain = [text.removeprefix("'") for text in (zh, en)]
            self.same(name, f"{id} statement", plain, [fact["statement"]["zh"], fact["statement"]["en"]])
            source = fact.get("source", {})
            keys = ("article", "paragraph", "sentence", "sha256")
            self.same(name, f"{id} source", place[:4], [str(source.get(key, "")) for key in keys])

    def figure(self, path):
        """A figure's JSON, its table and its drawing have only numbers of the facts that it shows."""
        name = f"pictures/{path.name}"
        data = json.loads(path.read_text())
        ids = [row["fact"] for row in data["rows"] if row["fact"]]
        for row in data["rows"]:
            if not row["fact"]:
                self.text(name, " ".join(cell for cell in row["cells"] if cell not in self.of_place(row)), [])
                continue
            fact = self.story.facts.get(row["fact"])
            if not fact:
                self.wrong(name, f"{row['fact']} is no fact")
                continue
            at = row["fact"]
            if row["value"] is not None:
                self.same(name, f"{at} value", [row["value"], row["unit"]], [fact.get("value"), fact.get("unit")])
            self.same(name, f"{at} row", row["row"], self.story.rows[at])
            self.same(name, f"{at} kind", row["kind"], fact["kind"])
            self.same(name, f"{at} source", row["source"], fact.get("source"))
            for cell in row["cells"]:
                if cell not in self.story.texts_of(at) and cell not in self.of_place(row):
                    self.text(name, cell, [at])
        self.text(name, data["title"], ids)
        self.text(name, data["description"], ids)
        self.table(path.with_suffix(".csv"), data)
        self.drawing(path.with_suffix(".svg"), data, ids)

    def table(self, path, data):
        """A figure's table says what its JSON says."""
        name = f"pictures/{path.name}"
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
        self.same(name, "rows", len(rows) - 1, len(data["rows"]))
        columns = len(data["columns"])
        for cells, row in zip(rows[1:], data["rows"]):
            self.same(name, "cells", [cell.removeprefix("'") for cell in cells[:columns]], [cell.removeprefix("'") for cell in row["cells"]])
            number = cells[columns]
            self.same(name, f"{row['fact']} value", float(number) if number else None, row["value"])

    def of_place(self, row):
        """How the story says where the place of a row lies: degrees, and after which source."""
        location = self.story.places.get(row["place"], {}).get("location", {})
        degrees = [f"{part:g}" if part == int(part) else repr(part) for part in location.get("point", location.get("anchor", []))]
        return [*degrees, *location.get("source", {}).values(), *location.get("words", {}).values()]

    def drawing(self, path, data, ids):
        """The texts of a drawing, whose lines are parts of sentences."""
        name = f"pictures/{path.name}"
        if not path.exists():
            return
        figure = next((one for one in self.story.files["figures"]["figures"] if one["id"] == data["figure"]), {})
        map = self.story.files.get("map", {})
        about = _strings([map.get("attribution"), map.get("review_number"), figure.get("source")])
        lines = {"text": [], "title": [], "desc": []}
        for element in xml.parse(path).iter():
            tag = element.tag.rsplit("}", 1)[-1]
            text = "".join(element.itertext()).strip()
            if tag in lines and text and not DRAWN.fullmatch(text):
                lines[tag].append(text)
        space = " " if data["lang"] == "en" else ""
        for tag, texts in lines.items():
            text = DAY.sub("", _joined(texts, space))
            for said in sorted(about, key=len, reverse=True):
                # A line may end at any of its spaces.
                text = re.sub(r"\s*".join(re.escape(word) for word in said.split()), "", text)
            self.text(name, text, ids)

    def preview(self, path):
        """Titles and words that others show of a page are prose of the story."""
        name = path.relative_to(self.site)
        data = json.loads(path.read_text())
        for key in ("title", "name", "short_name", "description", "provider_name", "html"):
            text = str(data.get(key, ""))
            # Of the frame to paste, readers meet the title.
            for said in re.findall(r'title="([^"]*)"', text) if key == "html" else [text]:
                self.text(name, unescape(said), [])

    def archive(self, lang):
        """The archive has the very files that lie beside the pages."""
        name = f"statics-{lang}.zip"
        with zipfile.ZipFile(self.site / name) as archive:
            for one in archive.namelist():
                beside = self.site / "pictures" / one
                if beside.exists():
                    self.same(name, one, archive.read(one) == beside.read_bytes(), True)
                    continue
                for line in archive.read(one).decode().splitlines():
                    self.line(f"{name}/{one}", line)

    def line(self, name, line):
        """A line for editors: a title of the story, the frame of a figure, what must stand by a map, or an address."""
        if "{{" in line:
            self.wrong(name, f"a sign was not filled in, in `{line[:80]}`")
        for title in re.findall(r'title="([^"]*)"', line):
            self.text(name, unescape(title), [])
        figure, _, title = line.partition(": ")
        if figure.startswith("figure-"):
            self.text(name, title, [])


def _joined(texts, space):
    """Lines as one text; a figure is no part of the one before it."""
    whole = ""
    for text in texts:
        parted = whole[-1:].isdigit() and text[:1].isdigit()
        whole += (" · " if parted else space if whole else "") + text
    return whole


def _strings(value):
    """All texts in what was read."""
    if isinstance(value, str):
        return [value] if value else []
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for one in inner for text in _strings(one)]

#!/usr/bin/env python3
"""Holds a built site against its story a second time: python3 check.py DATA SITE [TRANSCRIPT]

Hashes, values and formulas; every number that readers meet on a page, in a preview, a label, a drawing or a file; and, with
the transcript, whether each statement's numbers and names stand in its sentence, or are said to be ours. It shares no line
with the program and needs nothing but Python. It writes each fault on a line of its own and ends with status 1 if there is
one.
"""

import sys
from pathlib import Path

import data
import files
import pages
from story import Story


def main(folder, site, transcript=None):
    """Looks at everything; returns the status."""
    story, site = Story(folder, transcript), Path(site)
    found = []

    def say(kind, where, what):
        # The two drawings of a map share their faults.
        line = f"{kind}: {where}: {what}"
        if line not in found:
            found.append(line)

    data.check(story, say)
    seen = files.check(story, site, say)
    # What others have written, with their years and versions, is no page of the story.
    every = sorted(path for path in site.rglob("*.html") if path.name != "licences.html")
    for path in every:
        text = path.read_text()
        if "{{" in text:
            say("page", path.relative_to(site), "a sign was not filled in")
        seen += pages.check(story, str(path.relative_to(site)), text, say)
    for line in found:
        print(line)
    told = f"{len(story.facts)} facts, {len(every)} pages, {seen} numbers"
    print(f"{told}: {len(found) or 'no'} fault{'' if len(found) == 1 else 's'}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__.splitlines()[0])
    sys.exit(main(*sys.argv[1:]))

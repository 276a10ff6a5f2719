"""Makes faq.jsonl of this folder from the packages debian-faq and debian-faq-zh-cn of Debian 12, version 11.1 of both.

apt-get download debian-faq=11.1 debian-faq-zh-cn=11.1
for f in *.deb; do dpkg-deb -x "$f" FOLDER; done
python make.py FOLDER > faq.jsonl

A line is a section that stands in both languages: its id, and in each language the heading without its number and the text of the
section without those of the sections inside it. Sections without any text of their own are left out.
"""

import glob
import html.parser
import json
import os
import re
import sys

BLOCKS = {"p", "li", "pre", "dt", "dd", "tr", "div", "h1", "h2", "h3", "h4", "br"}
HAN = r"[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]"


class Sections(html.parser.HTMLParser):
    """The sections of a chapter by their ids: [heading, text]."""

    def __init__(self):
        super().__init__()
        self.sections = {}
        self.divs = []  # True for a div that is a section
        self.open = []  # ids of the sections around the current place; None before the heading
        self.in_heading = False

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "div":
            is_section = attributes.get("class") == "section"
            self.divs.append(is_section)
            if is_section:
                self.open.append(None)
        if re.fullmatch("h[2-4]", tag) and attributes.get("class") == "title" and self.open:
            self.in_heading = True
        if self.in_heading and tag == "a" and "id" in attributes:
            self.open[-1] = attributes["id"]
            self.sections[attributes["id"]] = ["", ""]
        self.write("\n" if tag in BLOCKS else "")

    def handle_endtag(self, tag):
        if re.fullmatch("h[2-4]", tag):
            self.in_heading = False
        if tag == "div" and self.divs and self.divs.pop():
            self.open.pop()
        self.write("\n" if tag in BLOCKS else "")

    def handle_data(self, data):
        self.write(re.sub(r"\s+", " ", data))

    def write(self, text):
        if self.open and self.open[-1]:
            self.sections[self.open[-1]][0 if self.in_heading else 1] += text


def tidy(text):
    """One line, single spaces, and none between two Chinese characters, where the source broke a line."""
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(rf"(?<={HAN}) (?={HAN})", "", text)


def sections(folder, language):
    """The sections of one language by file and id."""
    found = {}
    for path in sorted(glob.glob(os.path.join(folder, "**", f"*.{language}.html"), recursive=True)):
        parser = Sections()
        with open(path, encoding="utf-8") as file:
            parser.feed(file.read())
        chapter = os.path.basename(path).split(".")[0]
        for name, (heading, text) in parser.sections.items():
            heading = re.sub(r"^[\d.]+\s*", "", tidy(heading))
            found[f"{chapter}/{name}"] = (heading, tidy(text))
    return found


english, chinese = sections(sys.argv[1], "en"), sections(sys.argv[1], "zh-cn")
for name in english:
    if name in chinese and english[name][1] and chinese[name][1]:
        record = {"id": name}
        record["en"] = dict(zip(("question", "answer"), english[name]))
        record["zh"] = dict(zip(("question", "answer"), chinese[name]))
        print(json.dumps(record, ensure_ascii=False))

"""Fills the templates and writes the pages."""

import json
import os

from exporter import BOOK
from jinja2 import Environment, FileSystemLoader, select_autoescape


class Templates:
    """Writes pages of `book` into its folder."""

    def __init__(self, book):
        self.book = book
        self.environment = Environment(
            loader=FileSystemLoader(os.path.join(BOOK, "template")),
            autoescape=select_autoescape(["j2"], default=True),
        )

    def write(self, page):
        template = self.environment.get_template(page["template"])
        text = template.render(course=self.book.course, book=self.book, page=page, root=page["root"])
        self._save(page["path"], text)

    def write_search(self, pieces):
        """A script and no JSON: a page from a file may load scripts, and fetch nothing."""
        self._save("assets/search-texts.js", f"window.bookTexts = {json.dumps(pieces, ensure_ascii=False)};\n")

    def _save(self, path, text):
        file = os.path.join(self.book.target, path)
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(file, "w", encoding="utf-8") as out:
            out.write(text)

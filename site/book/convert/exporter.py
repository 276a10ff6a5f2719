"""Turns notebooks and documents into HTML with the templates of this folder's neighbour."""

import json
import os

import nbformat
from bs4 import BeautifulSoup
from nbconvert import HTMLExporter
from nbconvert.filters import markdown2html

BOOK = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def script_json(value):
    """JSON that may stand inside a script element."""
    return json.dumps(value).replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def error_text(output):
    """Name and message once, then the frames: some kernels repeat the message in the traceback."""
    frames = [line for line in "\n".join(output.traceback).split("\n") if line.startswith("    at ")]
    return "\n".join([f"{output.ename}: {output.evalue}", *frames])


def without_script(html):
    """A view without the script that it carries for other pages: the site loads that once."""
    return html.split("</div><script>", 1)[0] + "</div>"


def with_frames(soup):
    """Puts each table into a frame that scrolls, so that the page does not."""
    for table in soup.select("section table"):
        table.wrap(soup.new_tag("div", attrs={"class": "wide"}))
    return soup


class Exporter:
    """Renders cells by template/index.html.j2."""

    def __init__(self):
        self.html = HTMLExporter(extra_template_basedirs=[BOOK], template_name="template", exclude_anchor_links=True)
        self.html.register_filter("script_json", script_json)
        self.html.register_filter("without_script", without_script)
        self.html.register_filter("error_text", error_text)

    def notebook(self, file):
        """The cells of a notebook, executed or not, as a soup."""
        body, _ = self.html.from_notebook_node(nbformat.read(file, as_version=4))
        return with_frames(BeautifulSoup(body, "html.parser"))

    def document(self, text):
        """Markdown as a soup of one section."""
        soup = BeautifulSoup(f'<section class="prose">{markdown2html(text)}</section>', "html.parser")
        for anchor in soup.select("a.anchor-link"):
            anchor.decompose()
        return with_frames(soup)

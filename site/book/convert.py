"""Renders executed notebooks and the course's index as HTML pages.

Reads on standard input: {"course": {title, summary, lessons: [...]}, "target": FOLDER}. A lesson that has been
executed names its notebook; the others get no page.
"""

import json
import os
import re
import sys

sys.modules["rfc3987_syntax"] = None  # saves a second, see tools/course/run-notebook.py

import nbformat
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader, select_autoescape
from nbconvert import HTMLExporter

HERE = os.path.dirname(os.path.abspath(__file__))


def script_json(value):
    """JSON that may stand inside a script element."""
    return json.dumps(value).replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def error_text(output):
    """Name and message once, then the frames: some kernels repeat the message in the traceback."""
    frames = [line for line in "\n".join(output.traceback).split("\n") if line.startswith("    at ")]
    return "\n".join([f"{output.ename}: {output.evalue}", *frames])


def exporter():
    html = HTMLExporter(extra_template_basedirs=[HERE], template_name="template", exclude_anchor_links=True)
    html.register_filter("script_json", script_json)
    html.register_filter("error_text", error_text)
    return html


def contents(soup):
    """Headings of the second and third level; repeated ones ("Predict") are left out."""
    found = []
    headings = soup.select("section.prose h2, section.prose h3")
    texts = [heading.get_text() for heading in headings]
    for heading in headings:
        if texts.count(heading.get_text()) > 1:
            continue
        heading["id"] = heading.get("id") or re.sub(r"\W+", "-", heading.get_text().lower()).strip("-")
        found.append({"level": heading.name[1], "id": heading["id"], "html": heading.decode_contents()})
    return found


def tidy(soup):
    """What every reader needs: tables that scroll on their own, code that the keyboard reaches."""
    for table in soup.select("section table"):
        table.wrap(soup.new_tag("div", attrs={"class": "wide", "tabindex": "0"}))
    for block in soup.select("pre"):
        block["tabindex"] = "0"


def relink(soup, pages):
    """Links to notebooks become links to their pages; links without a page are removed."""
    for link in soup.select('a[href*=".ipynb"]'):
        name, _, place = link["href"].partition("#")
        page = os.path.basename(name).removesuffix(".ipynb")
        if page in pages and "/" not in name:
            link["href"] = f"{page}.html" + (f"#{place}" if place else "")
        else:
            link.unwrap()


def render_page(html, lesson, pages):
    notebook = nbformat.read(lesson["notebook"], as_version=4)
    body, _ = html.from_notebook_node(notebook)
    soup = BeautifulSoup(body, "html.parser")
    tidy(soup)
    relink(soup, pages)
    vega = soup.select_one('[data-kind="vega"]') is not None
    return {**lesson, "vega": vega, "contents": contents(soup), "body": str(soup)}


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def main():
    job = json.load(sys.stdin)
    course, target = job["course"], job["target"]
    environment = Environment(
        loader=FileSystemLoader(os.path.join(HERE, "template")), autoescape=select_autoescape(["j2"], default=True)
    )
    html = exporter()
    pages = [lesson for lesson in course["lessons"] if lesson.get("notebook")]
    for i, lesson in enumerate(pages):
        page = render_page(html, lesson, {other["id"] for other in pages})
        page["previous"] = pages[i - 1] if i > 0 else None
        page["next"] = pages[i + 1] if i + 1 < len(pages) else None
        text = environment.get_template("page.html.j2").render(course=course, page=page)
        write(os.path.join(target, f"{lesson['id']}.html"), text)
    for lesson in course["lessons"]:
        lesson["page"] = bool(lesson.get("notebook"))
        lesson["number"] = lesson["id"].split("-")[0]
    write(os.path.join(target, "index.html"), environment.get_template("course.html.j2").render(course=course))


if __name__ == "__main__":
    main()

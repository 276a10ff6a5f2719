"""All pages of the book, and what they share."""

import html
import os
import re

from citations import Citations
from exporter import Exporter
from headings import contents, pieces
from lesson_facts import first_player, last_figure, needs, objectives, place_of, task_titles, wrong_answer
from links import Links, document_page, named_documents

#: What teachers read about hosting and about learners' work.
TEACHERS_DOCUMENT = "docs/browser.md"


class Book:
    """The pages of a job, each a dict with `path`, `root`, `template`, `title`, `soup` and what its template needs."""

    def __init__(self, job):
        self.course, self.target, self.root = job["course"], job["target"], job["root"]
        self.references, self.glossary = job["references"], job["glossary"]
        self.lessons = [lesson for lesson in self.course["lessons"] if lesson.get("notebook")]
        self.exporter = Exporter()
        self.citations = Citations(self.references)
        self.no_place = []
        soups = {lesson["id"]: self.exporter.notebook(lesson["notebook"]) for lesson in self.lessons}
        practiced = [lesson for lesson in self.course["lessons"] if lesson.get("practice")]
        tasks = {lesson["id"]: self.exporter.notebook(lesson["practice"]["file"]) for lesson in practiced}
        self.documents = self._documents([*soups.values(), *tasks.values()])
        names = {lesson["practice"]["name"] for lesson in practiced}
        self.links = Links(set(soups), names, self.documents)
        self.pages = [
            *self._lesson_pages(soups),
            *self._practice_pages(practiced, tasks),
            *self._document_pages(),
        ]
        self._place_terms(soups)
        self._add_front(soups)
        chat = ["chat"] if self.course["chat"] else []
        self.pages += [self._shared(name) for name in ("index", "teachers", "glossary", "references", *chat)]

    def _documents(self, soups):
        named = set().union({TEACHERS_DOCUMENT}, *(named_documents(soup) for soup in soups))
        return sorted(path for path in named if os.path.isfile(os.path.join(self.root, path)))

    def _page(self, path, template, title, soup, exercises=None, **more):
        root = "../" * path.count("/")
        self.links.relink(soup, root, exercises)
        self.citations.link(soup, root, path.removesuffix(".html"))
        headings = contents(soup)
        body = str(soup)
        return {
            "path": path,
            "root": root,
            "template": template,
            "title": title,
            "soup": soup,
            "body": body,
            "contents": headings,
            "math": "$" in soup.get_text(),
            "vega": soup.select_one('[data-kind="vega"]') is not None,
            "figures": soup.select_one("figure.chart") is not None,
            **more,
        }

    def _lesson_pages(self, soups):
        pages = []
        for i, lesson in enumerate(self.lessons):
            soup = soups[lesson["id"]]
            practice = lesson.get("practice", {}).get("name")
            path = f"{lesson['id']}.html"
            page = self._page(path, "lesson.html.j2", f"{lesson['number']} {lesson['title']}", soup, practice)
            lesson["page"] = path
            lesson["objectives"], lesson["needs"] = objectives(soup), needs(soup)
            page["lesson"] = lesson
            page["previous"] = self.lessons[i - 1] if i > 0 else None
            page["next"] = self.lessons[i + 1] if i + 1 < len(self.lessons) else None
            pages.append(page)
        return pages

    def _practice_pages(self, lessons, soups):
        pages = []
        for lesson in lessons:
            name = lesson["practice"]["name"]
            title = f"Exercises {lesson['number']}: {lesson['title']}"
            path = f"exercises/{name}.html"
            page = self._page(path, "exercises.html.j2", title, soups[lesson["id"]], lesson=lesson)
            lesson["practice"]["page"] = path
            for task, heading in zip(lesson["tasks"], task_titles(page["soup"])):
                task["title"] = heading
            pages.append(page)
        return pages

    def _document_pages(self):
        pages = []
        for path in self.documents:
            with open(os.path.join(self.root, path), encoding="utf-8") as file:
                soup = self.exporter.document(file.read())
            title = soup.select_one("h1").get_text()
            pages.append(self._page(document_page(path), "document.html.j2", title, soup))
        return pages

    def _place_terms(self, soups):
        """Where the glossary's terms are introduced; one without a place is missing."""
        for entry in self.glossary:
            entry["number"] = entry["lesson"].split("-")[0]
            entry["key"] = re.sub(r"\W+", "-", entry["term"].lower())
            soup = soups.get(entry["lesson"])
            if soup is None:
                continue
            place = place_of(soup, [entry["term"], *entry.get("forms", [])])
            if place is None:
                self.no_place.append(f"{entry['lesson']}: does not have the glossary's term {entry['term']}")
            else:
                entry["place"] = f"{entry['lesson']}.html#{place}"
        self.glossary.sort(key=lambda entry: entry["term"].lower())

    def _add_front(self, soups):
        """What the front page shows of the lessons."""
        cover = soups.get(self.course.get("cover"))
        self.cover = last_figure(cover) if cover else None
        players = ((name, first_player(soup)) for name, soup in soups.items())
        self.player = next(({"lesson": name, "html": html} for name, html in players if html), None)
        answers = (wrong_answer(soup) for soup in soups.values())
        self.wrong = next((answer for answer in answers if answer), None)
        self.mistakes = sum(len(task["mistakes"]) for lesson in self.course["lessons"] for task in lesson["tasks"])
        self.minutes = sum(lesson["minutes"] for lesson in self.lessons)
        self.hosting = self._places(document_page(TEACHERS_DOCUMENT))
        planned = [{**lesson, "planned": True} for lesson in self.course.get("planned", [])]
        self.path = sorted([*self.course["lessons"], *planned], key=lambda lesson: lesson["number"])

    def _places(self, path):
        """Heading of a page -> its address; empty without that page."""
        headings = (heading for page in self.pages if page["path"] == path for heading in page["contents"])
        return {html.unescape(heading["html"]): f"{path}#{heading['id']}" for heading in headings}

    def _shared(self, name):
        titles = {
            "index": self.course["title"],
            "teachers": "For teachers",
            "glossary": "Glossary",
            "references": "References",
            "chat": "Ask the FAQ",
        }
        figure = self.cover if name == "index" else None
        return {
            "path": f"{name}.html",
            "root": "",
            "template": f"{name if name != 'index' else 'front'}.html.j2",
            "title": titles[name],
            "contents": [],
            "math": name == "teachers",
            "chat": name == "chat",
            "vega": bool(figure) and figure["kind"] == "vega",
            "figures": bool(figure),
        }

    def pieces(self):
        """What the search looks through."""
        texts = [piece for page in self.pages if "soup" in page for piece in pieces(page["soup"], page["path"], page["title"])]
        terms = [
            {"page": "glossary.html", "place": entry["key"], "title": "Glossary", "heading": entry["term"], "text": entry["definition"]}
            for entry in self.glossary
        ]
        return [*texts, *terms]

    def missing(self):
        return [*self.citations.missing, *self.no_place]

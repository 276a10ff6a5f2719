"""What a lesson says about itself: objectives, prerequisites, places of terms, titles of tasks."""

import json
import re


def objectives(soup):
    """What a reader can do after the lesson: the list in its first cell, as HTML."""
    first = soup.select_one("section.prose")
    return [item.decode_contents() for item in first.select("ul > li")] if first else []


def needs(soup):
    """What the lesson asks for, as HTML: what follows "You need:" in its first cell."""
    first = soup.select_one("section.prose")
    for strong in first.select("p > strong") if first else []:
        if strong.get_text().rstrip().endswith("You need:"):
            return "".join(str(sibling) for sibling in strong.next_siblings).strip()
    return ""


def place_of(soup, forms):
    """The id of the cell that introduces a term: the first that emphasises one of its forms, or else has it."""
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(form) for form in forms)})(?!\w)", re.IGNORECASE)
    cells = [cell for cell in soup.select("section.prose") if pattern.search(words(cell))]
    stressed = [cell for cell in cells if any(pattern.search(words(part)) for part in cell.select("strong, em"))]
    return next((cell["id"] for cell in [*stressed, *cells]), None)


def words(element):
    return re.sub(r"\s+", " ", element.get_text())


def task_titles(soup):
    """The headings of a notebook of exercises: "1 The hidden layer (2 points)"."""
    return [heading.get_text() for heading in soup.select("section.prose h2")]


def wrong_answer(soup):
    """The first check of a lesson that fails: what the cells show and what the check says. None without one."""
    for output in soup.select("pre.error"):
        text = output.get_text()
        if text.startswith("CheckFailed"):
            said = re.split(r"\n\s*(?:This case, to paste|at )", text.removeprefix("CheckFailed: "))[0]
            before = output.find_parent("section").find_previous_sibling("section", class_="code")
            code = before.select_one(".highlight") if before else None
            return {"code": str(code) if code else "", "said": said.strip()}
    return None


def last_figure(soup):
    """The last map of a lesson, or else its last figure, as HTML; None without any."""
    figures = soup.select('figure[data-kind="plotly"]') or soup.select("figure.chart")
    return {"html": str(figures[-1]), "kind": figures[-1]["data-kind"]} if figures else None


def first_player(soup):
    """The first training that a lesson lets its reader play, as HTML; None without one."""
    for view in soup.select(".w2v-view"):
        data = view.select_one('script[type="application/json"]')
        if data and json.loads(data.string).get("view") == "training":
            return str(view)
    return None

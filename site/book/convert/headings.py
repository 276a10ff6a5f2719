"""Headings: the contents of a page, and the pieces that the search finds."""

import re

LEVELS = ("h1", "h2", "h3")


def contents(soup):
    """Headings of the second and third level, which get ids; repeated ones ("Predict") are left out."""
    headings = soup.select("section.prose h2, section.prose h3")
    texts = [heading.get_text() for heading in headings]
    taken = {element["id"] for element in soup.select("[id]")}
    found = []
    for heading in headings:
        if texts.count(heading.get_text()) > 1:
            continue
        heading["id"] = heading.get("id") or free_id(heading.get_text(), taken)
        inside = re.sub(r"</?a\b[^>]*>", "", heading.decode_contents())  # it becomes a link itself
        found.append({"level": heading.name[1], "id": heading["id"], "html": inside})
    return found


def free_id(text, taken):
    """An id of the letters of `text` that no element has yet; it is added to `taken`."""
    stem = re.sub(r"\W+", "-", text.lower()).strip("-") or "section"
    free = stem
    number = 2
    while free in taken:
        free = f"{stem}-{number}"
        number += 1
    taken.add(free)
    return free


def pieces(soup, page, title):
    """The prose of a page, cut at each heading that has a place: what the search looks through."""
    found = [{"page": page, "place": "", "title": title, "heading": "", "text": []}]
    for section in soup.select("section.prose"):
        for block in section.find_all(recursive=False):
            text = re.sub(r"\s+", " ", block.get_text(" ", strip=True))
            if block.name in LEVELS and block.get("id"):
                found.append({"page": page, "place": block["id"], "title": title, "heading": text, "text": []})
            elif block.name != "h1":
                found[-1]["text"].append(text)
    return [{**piece, "text": " ".join(piece["text"])} for piece in found if piece["text"] or piece["heading"]]

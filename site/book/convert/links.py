"""Links between pages: notebooks, documents and exercises become pages of the book."""

import os
import re

#: A document of the project in a span of code: `docs/training.md`.
DOCUMENT = re.compile(r"(?:docs/([\w-]+)\.md|datasets/([\w-]+)/README\.md)")


def document_page(path):
    """The page of a document: "docs/training.md" -> "docs/training.html"; None for other paths."""
    found = DOCUMENT.fullmatch(path)
    return found and f"docs/{found[1] or 'data-' + found[2]}.html"


def named_documents(soup):
    """The documents of the project that the prose names."""
    spans = [code.get_text() for code in soup.select("section.prose code") if code.find_parent("a") is None]
    return {span for span in spans if DOCUMENT.fullmatch(span)}


class Links:
    """`lessons` and `practices`: names of notebooks that have pages; `documents`: paths of documents that have."""

    def __init__(self, lessons, practices, documents):
        self.lessons = lessons
        self.practices = practices
        self.documents = documents

    def relink(self, soup, root, exercises=None):
        """Leads links to pages of the book, `root` away. A link without a page is removed; `exercises` is the lesson's."""
        for link in soup.select("a[href]"):
            self._relink(link, root)
        for code in soup.select("section.prose code"):
            if code.find_parent(["a", "pre"]) is None:
                self._link_code(soup, code, root, exercises)

    def _relink(self, link, root):
        name, _, place = link["href"].partition("#")
        target = self._page_of(name)
        if target:
            link["href"] = root + target + (f"#{place}" if place else "")
        elif not re.match(r"https?:|mailto:|#|$", link["href"], re.IGNORECASE) and not name.endswith(".html"):
            link.unwrap()  # also one that would run a script

    def _page_of(self, name):
        if re.match(r"[a-z]+:|//", name, re.IGNORECASE):
            return None  # another site's, whatever its name
        base = os.path.basename(name)
        if base.endswith(".ipynb"):
            base = base.removesuffix(".ipynb")
            if "exercises/" in name or base not in self.lessons:
                return f"exercises/{base}.html" if base in self.practices else None
            return f"{base}.html" if base in self.lessons else None
        path = re.sub(r"^(?:\.{1,2}/)+", "", name)
        path = next((found for found in (path, f"docs/{path}") if found in self.documents), None)
        return path and document_page(path)

    def _link_code(self, soup, code, root, exercises):
        text = code.get_text()
        target = document_page(text) if text in self.documents else None
        if exercises and text in (exercises, exercises.removesuffix("-exercises")):
            target = f"exercises/{exercises}.html"
        if target:
            code.wrap(soup.new_tag("a", attrs={"href": root + target}))

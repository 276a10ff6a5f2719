"""Links what the prose cites ("Rong 2014", "Mikolov et al. 2013a, 2013b", "arXiv 1411.2738")."""

import re

NAME = r"[A-ZÀ-ÖØ-ÞİŞČŠŽ][\w’-]+"
YEAR = r"(?:19|20)\d\d[a-z]?"
CITATION = re.compile(
    rf"(?<!\w)(?P<names>{NAME}(?:,\s+{NAME})*(?:\s+and\s+{NAME}|\s+et\s+al\.)?)\s+"
    rf'(?P<year>{YEAR})(?:(?P<label>\s+\("(?P<own>{YEAR})"\))|(?P<more>(?:,\s+{YEAR})+))?(?![\w-])'
)
ARXIV = re.compile(r"arXiv\s+(?P<id>\d{4}\.\d{4,5})")
#: Words with a capital before a year that name no author.
NO_NAMES = set(
    "In Since By From Until Of On At After Before About And The Year January February March April May June July "
    "August September October November December".split()
)
#: A formula, which the page sets only if no element is inside.
FORMULA = re.compile(r"(\$\$.*?\$\$|\$[^$]*\$)", re.DOTALL)
SKIPPED = ["a", "code", "pre", "script", "summary", "h1", "h2", "h3"]


def matching(references, names, year):
    """The entry that the names and the year mean, or None."""
    given = [name for name in re.split(r",\s+|\s+and\s+", re.sub(r"\s+et\s+al\.", "", names)) if name]
    short = "et" in names.split()
    for entry in references:
        authors = entry["authors"]
        if entry["year"] != year:
            continue
        if authors == given or (short and len(authors) > 2 and authors[0] == given[0]):
            return entry
    return None


def next_link(text):
    """The first citation or number of arXiv in `text`, or None."""
    found = [match for match in (CITATION.search(text), ARXIV.search(text)) if match]
    return min(found, key=lambda match: match.start(), default=None)


class Citations:
    """Links citations to the page of references; `missing` collects those that it does not have."""

    def __init__(self, references):
        self.references = references
        self.missing = []

    def link(self, soup, root, where):
        """Links the citations in the prose of `soup`; `root` leads from its page to the folder of the book."""
        for node in soup.select("section.prose")[:]:
            for text in list(node.find_all(string=True)):
                if text.find_parent(SKIPPED) is None:
                    self._link_text(soup, text, root, where)

    def _link_text(self, soup, text, root, where):
        pieces = []
        for i, rest in enumerate(FORMULA.split(str(text))):
            while i % 2 == 0 and (found := next_link(rest)):
                pieces.append(rest[: found.start()])
                pieces += self._links(soup, found, root, where)
                rest = rest[found.end() :]
            pieces.append(rest)
        if len(pieces) > 1:
            text.replace_with(*pieces)

    def _links(self, soup, found, root, where):
        groups = found.groupdict()
        if "id" in groups:
            return [self._anchor(soup, f"https://arxiv.org/abs/{groups['id']}", found.group())]
        names, label = groups["names"], groups["label"] or ""
        first = [names, groups["own"] or groups["year"], found.group()[: found.end("year") - found.start()]]
        more = [[names, year, year] for year in re.findall(YEAR, groups["more"] or "")]
        links = []
        for authors, year, shown in [first, *more]:
            entry = matching(self.references, authors, year)
            if entry is None:
                if authors.split()[0] not in NO_NAMES:
                    self.missing.append(f"{where}: no reference for {' '.join(authors.split())} {year}")
                links += [", ", shown] if links else [shown]
                continue
            link = self._anchor(soup, f"{root}references.html#{entry['key']}", shown)
            links += [", ", link] if links else [link]
        return [*links, label]

    def _anchor(self, soup, address, text):
        link = soup.new_tag("a", attrs={"href": address, "class": "cite"})
        link.string = text
        return link

"""Writes the book: the pages of executed notebooks, their exercises, and what leads to them.

Reads on standard input what site/book/book-job.ts describes, and answers with {"missing": [...]}: what the lessons name and
the book does not have.
"""

import json
import os
import sys

sys.modules["rfc3987_syntax"] = None  # saves a second, see tools/course/run-notebook.py

from book import Book
from templates import Templates


def main():
    job = json.load(sys.stdin)
    book = Book(job)
    templates = Templates(book)
    for page in book.pages:
        templates.write(page)
    templates.write_search(book.pieces())
    json.dump({"missing": sorted(set(book.missing()))}, sys.stdout)


if __name__ == "__main__":
    main()

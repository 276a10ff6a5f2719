import { expect, test } from "vitest";
import { landingPage, notebookAddress } from "./landing-page.ts";

const lesson = {
  id: "04-cbow",
  title: "A < B",
  learns: '"this" & that',
  minutes: 5,
  exercises: true,
} as const;
const page = landingPage({
  title: "Course",
  summary: "All of it",
  lessons: [
    { ...lesson, run: "any" },
    { ...lesson, id: "09-node", run: "node" },
  ],
});

test("notebookAddress() is a relative address of the view of one notebook", () => {
  expect(notebookAddress("notebooks/04-cbow.ipynb")).toBe(
    "notebooks/index.html?path=notebooks%2F04-cbow.ipynb",
  );
});

test("landingPage() links to lessons and exercises that run in a page, and says what the others need", () => {
  expect(page).toContain(notebookAddress("notebooks/04-cbow.ipynb"));
  expect(page).toContain(notebookAddress("exercises/04-cbow-exercises.ipynb"));
  expect(page).not.toContain("09-node.ipynb");
  expect(page).toContain("needs Node");
});

test("landingPage() escapes titles", () => {
  expect(page).toContain("04 A &lt; B</a>");
});

test("landingPage() lets JupyterLite find the root of its files", () => {
  expect(page).toContain('id="jupyter-config-data" type="application/json" data-jupyter-lite-root="."');
});

test("landingPage() leads to the book, and says what a page from a file cannot do", () => {
  expect(page).toContain('<a href="../index.html">Course</a>');
  expect(page).toContain("from where browsers run no notebooks");
});

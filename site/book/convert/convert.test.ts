import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { projectRoot } from "../../../setup/paths.mjs";
import { requirePython } from "../../require-python.ts";

/** What a program prints as JSON that has the modules beside this file. */
function python(program: string, input: unknown): unknown {
  const start = `import json, sys
sys.path.insert(0, ${JSON.stringify(import.meta.dirname)})
from bs4 import BeautifulSoup
given = json.load(sys.stdin)
def soup(html): return BeautifulSoup(f'<section class="prose">{html}</section>', "html.parser")
`;
  const words = ["-c", start + program];
  const options = { input: JSON.stringify(input), encoding: "utf8" } as const;
  return JSON.parse(execFileSync(requirePython(projectRoot, "run this test"), words, options));
}

test("contents() gives each heading an id of its own, also where letters are missing or other elements have it", () => {
  const html =
    '<h2>A+</h2><h2>A−</h2><h3>∂/∂</h3><h3>++</h3><h2>C#</h2><p id="c">x</p><h2 id="given">A</h2><h3>Given</h3>';
  const program = `from headings import contents
print(json.dumps([one["id"] for one in contents(soup(given))]))`;
  const ids = python(program, html) as string[];
  expect(ids).toEqual(["a", "a-2", "section", "section-2", "c-2", "given", "given-2"]);
});

test("Links lead to the page that is meant, and to no script", () => {
  const program = `from links import Links
links = Links({"04-cbow"}, {"04-cbow-exercises"}, ["docs/training.md", "datasets/sotu/README.md"])
def led(address):
    page = soup("<p><a>t</a></p>")
    page.a["href"] = address
    links.relink(page, "../")
    return page.a and page.a["href"]
print(json.dumps([led(address) for address in given]))`;
  const expected: Readonly<Record<string, string | null>> = {
    "../docs/training.md#Logs": "../docs/training.html#Logs",
    "training.md": "../docs/training.html",
    "../datasets/sotu/README.md": "../docs/data-sotu.html",
    "../README.md": null,
    "ing.md": null,
    "04-cbow.ipynb": "../04-cbow.html",
    "../exercises/04-cbow-exercises.ipynb": "../exercises/04-cbow-exercises.html",
    "https://example.org/04-cbow.ipynb": "https://example.org/04-cbow.ipynb",
    "HTTPS://example.org/docs/training.md": "HTTPS://example.org/docs/training.md",
    "mailto:a@example.org": "mailto:a@example.org",
    "javascript:alert(1)": null,
    "JavaScript:alert(1)": null,
    "data:text/html,x": null,
  };
  expect(python(program, Object.keys(expected))).toEqual(Object.values(expected));
});

test("what the cells after a question show is folded, and a quiz is not", () => {
  const code = (id: string, data: object) => ({
    ...{ cell_type: "code", id, metadata: {}, execution_count: 1, source: "1;" },
    outputs: [{ output_type: "display_data", metadata: {}, data }],
  });
  const quiz = {
    "application/vnd.word2vec-lab.view+json": { view: "quiz" },
    "text/html": '<div class="w2v-view">Which?</div><script>1</script>',
    "text/plain": "Which?",
  };
  const cells = [
    { cell_type: "markdown", id: "asks", metadata: {}, source: "### Predict" },
    code("quiz", quiz),
    code("shows", { "text/plain": "the answer" }),
  ];
  const program = `import nbformat
from exporter import Exporter
exporter = Exporter()
body, _ = exporter.html.from_notebook_node(nbformat.from_dict(given))
page = BeautifulSoup(body, "html.parser")
print(json.dumps([one.get_text().strip() for one in page.select("details.outcome .outputs")] + [len(page.select(".w2v-view"))]))`;
  const notebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells };
  expect(python(program, notebook)).toEqual(["the answer", 1]);
});

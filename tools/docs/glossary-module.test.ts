import { describe, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { courseGlossary } from "../../site/book/course-texts.ts";
import { courseSources } from "../notebooks/course-files.ts";
import { parseCells } from "../notebooks/parse-cells.ts";
import { glossaryModule } from "./glossary-module.ts";

const lesson = (name: string, prose: string) => ({
  name,
  file: name,
  cells: parseCells(`// %% [markdown] name="a"\n// ${prose}\n// %% name="b"\ncode;\n`, name),
});

describe("glossaryModule()", () => {
  const term = { term: "cat", definition: "An animal.", lesson: "02-two", forms: ["#(w)"] };
  const linesOf = (lessons: ReturnType<typeof lesson>[]) => glossaryModule([term], lessons).split("\n");

  test("names the lesson that introduces a term, and later ones whose prose has it as a whole word", () => {
    const lessons = [
      lesson("01-one", "cat"),
      lesson("02-two", "cat"),
      lesson("03-three", "category"),
      lesson("04-four", "A Cat."),
      lesson("05-five", "so #(w) is"),
      lesson("06-six", "`code` only"),
    ];
    expect(linesOf(lessons).find((line) => line.includes("cat"))).toContain(
      'lessons: ["02-two","04-four","05-five"]',
    );
  });

  test("says that it is generated, from what and by what", () => {
    expect(linesOf([])[0]).toMatch(/^\/\/ Generated from notebooks\/src\/glossary.json .* npm run docs/);
  });
});

/** The letters in the formulas of a text in Markdown, with Greek ones by their names. */
function lettersOf(prose: string): string[] {
  const code = prose.replace(/`[^`]*`/g, "").replaceAll("\\$", "");
  const formulas = [...code.matchAll(/\$\$(.+?)\$\$|\$([^$]+?)\$/gs)].map(
    ([, block, inline]) => block ?? inline ?? "",
  );
  return formulas.flatMap((formula) => {
    const plain = formula
      .replace(/\\(?:text|textit|begin|end)\{[^{}]*\}/g, " ") // words
      .replace(/_\{[a-z]{3,}\}/g, " "); // a word as an index
    return [...plain.matchAll(/\\mathrm\{(\w+)\}|\\([A-Za-z]+)|([A-Za-z])/g)].map(
      ([, name, command, letter]) => name ?? (command === undefined ? (letter ?? "") : `\\${command}`),
    );
  });
}

/** Commands of TeX that are letters, or signs to be explained, as the glossary has them. */
const LETTERS: Readonly<Record<string, string>> = {
  "\\alpha": "α",
  "\\delta": "δ",
  "\\Delta": "Δ",
  "\\ell": "ℓ",
  "\\varepsilon": "ε",
  "\\beta": "β",
  "\\kappa": "κ",
  "\\mu": "μ",
  "\\pi": "π",
  "\\sigma": "σ",
  "\\tau": "τ",
  "\\theta": "θ",
  "\\partial": "∂",
  "\\log": "log",
  "\\ln": "ln",
  "\\sum": "Σ",
  "\\prod": "Π",
};

/** Commands that are operators, relations, brackets, or how things are drawn. */
const SIGNS =
  /^\\(?:frac|dfrac|sqrt|cos|max|min|pm|infty|qquad|quad|cdot|times|approx|ldots|dots|mid|ge|le|ne|to|leftarrow|sim|big|Big|hat|bar|mathbb|mathrm|top|underbrace|square|pmatrix)$/;

test("every letter in a formula of a lesson is a symbol of the glossary, from that lesson or one before", () => {
  const glossary = courseGlossary(projectRoot);
  const missing = courseSources(projectRoot, "notebooks/src").flatMap(({ name, cells }) => {
    const known = new Set(
      glossary
        .filter((entry) => entry.lesson <= name)
        .flatMap(({ term, symbols = [], forms = [] }) => [term, ...symbols, ...forms])
        .flatMap((symbol) => [symbol, ...symbol.normalize("NFD").split(/[^\p{L}∂]+/u), ...symbol]),
    );
    const letters = cells
      .filter(({ type }) => type === "markdown")
      .flatMap(({ source }) => lettersOf(source));
    const asked = new Set(letters.filter((letter) => !SIGNS.test(letter)).map((one) => LETTERS[one] ?? one));
    return [...asked].filter((letter) => !known.has(letter)).map((letter) => `${name}: ${letter}`);
  });
  expect(missing).toEqual([]);
});

import type { Term } from "../../site/book/course-texts.ts";
import type { CourseSource } from "../notebooks/course-files.ts";

/** The source of kernel-helpers/src/display/glossary-terms.ts: the glossary with the lessons that use each term. */
export function glossaryModule(terms: readonly Term[], lessons: readonly CourseSource[]): string {
  const prose = lessons.map(({ name, cells }) => ({
    name,
    text: cells
      .filter(({ type }) => type === "markdown")
      .map(({ source }) => source)
      .join("\n")
      .replace(/\s+/g, " "),
  }));
  const entries = [...terms].sort(byTerm).map((entry) => {
    const { term, symbols = [], definition, formula = "", lesson, forms = [] } = entry;
    const named = pattern([term, ...forms]);
    const later = prose.filter(({ name, text }) => name > lesson && named.test(text));
    return { term, symbols, definition, formula, lessons: [lesson, ...later.map(({ name }) => name)], forms };
  });
  return `${[
    "// Generated from notebooks/src/glossary.json and the lessons by npm run docs; do not edit.",
    "// biome-ignore-all format: one entry a line",
    'import type { GlossaryTerm } from "./glossary-term.ts";',
    "",
    "/** The glossary of the course, in alphabetical order. */",
    "export const glossaryTerms: readonly GlossaryTerm[] = [",
    ...entries.map((entry) => `  ${literal(entry)},`),
    "];",
  ].join("\n")}\n`;
}

/** The names as whole words, as the site looks for them. */
function pattern(names: readonly string[]): RegExp {
  const escaped = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${escaped.join("|")})(?![\\p{L}\\p{N}_])`, "iu");
}

function literal(entry: object): string {
  const fields = Object.entries(entry).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `{ ${fields.join(", ")} }`;
}

function byTerm(one: Term, other: Term): number {
  return one.term.toLowerCase() < other.term.toLowerCase() ? -1 : 1;
}

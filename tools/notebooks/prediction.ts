import type { Prediction } from "../../kernel/browser/page/prediction-form.ts";
import type { SourceCell } from "./parse-cells.ts";
import { quizzesIn } from "./quizzes-in.ts";
import { SourceError } from "./source-error.ts";

/**
 * The prediction that a markdown cell asks for: `answer="5"`, with `within="0.01"` if a number near it counts, or
 * `choices="more|less" answer="less"`; `asks="…"` says which question of the text it is. Undefined if it asks for none
 * that can be typed or chosen. Throws SourceError for one that cannot be answered, and for a "Predict" heading without
 * its answer folded away in `<details>`, unless the next cell asks by a quiz, which explains its answers itself.
 */
export function predictionOf(cell: SourceCell, file: string, next?: SourceCell): Prediction | undefined {
  const wrong = (text: string): SourceError => new SourceError(file, cell.line, text);
  const isQuestion = cell.type === "markdown" && /^### Predict$/m.test(cell.source);
  const isTyped = ["answer", "choices", "within", "asks"].some((key) => cell.attributes.has(key));
  if (isQuestion && !isFolded(cell.source) && (isTyped || !asksQuiz(next))) {
    throw wrong(
      'after "### Predict" the answer is folded away: add <details><summary>Answer</summary> … </details>, with blank lines ' +
        "inside, or ask by a quiz in the next cell",
    );
  }
  const [answer, choices, within, asks] = ["answer", "choices", "within", "asks"].map((key) =>
    cell.attributes.get(key),
  );
  if (!isTyped) return undefined;
  if (!isQuestion)
    throw wrong('answer, choices, within and asks belong to a markdown cell with the heading "### Predict"');
  if (answer === undefined) throw wrong("choices, within and asks need an answer");
  if (choices !== undefined && within !== undefined)
    throw wrong("within belongs to a number, not to choices");
  const named = asks === undefined ? {} : { asks };
  if (choices !== undefined) return { ...chosen(answer, choices, wrong), ...named };
  const [number, margin] = [answer, within ?? "0"].map((text) =>
    DECIMAL.test(text) ? Number(text) : Number.NaN,
  );
  if (!Number.isFinite(number) || !(Number.isFinite(margin) && (margin as number) >= 0)) {
    throw wrong(
      `without choices the answer and within are decimal numbers, and within is not below 0: current values are ` +
        `"${answer}" and "${within ?? "0"}"`,
    );
  }
  return { answer: number as number, within: margin as number, ...named };
}

/** A number as authors write it: Number() would also take "" for 0, and "0x10" for 16. */
const DECIMAL = /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/;

function chosen(answer: string, choices: string, wrong: (text: string) => SourceError): Prediction {
  const list = choices.split("|").map((choice) => choice.trim());
  const isClear = list.length >= 2 && new Set(list).size === list.length && !list.includes("");
  if (!isClear || !list.includes(answer)) {
    throw wrong(
      `the answer must be one of two or more choices, which differ and are not empty: current values are "${answer}" ` +
        `and "${choices}"`,
    );
  }
  return { answer, choices: list };
}

function asksQuiz(cell: SourceCell | undefined): boolean {
  return cell?.type === "code" && quizzesIn(cell.source).length > 0;
}

/** Markdown inside an HTML element is only read as Markdown between blank lines. */
function isFolded(source: string): boolean {
  const [, after = ""] = source.split("### Predict\n");
  const [, answer = ""] = after.split("\n\n<details><summary>Answer</summary>\n\n");
  return answer.includes("\n\n</details>");
}

import {
  type FaqAnswerer,
  type FaqEntry,
  type FaqExample,
  type FaqThreshold,
  faqAnswerer,
  faqThreshold,
  readFaq,
  readFaqExamples,
  trainFaqVectors,
} from "../apply/index.ts";
import { counted } from "../base/index.ts";
import { faqText } from "./faq-text.ts";

/** How an FAQ is opened. */
export interface OpenFaqOptions {
  /** From which score on a question is answered. */
  readonly threshold: number | undefined;
  /** File or data set of questions by which the threshold is chosen, where it is not given. */
  readonly validation: string | undefined;
  readonly falseAnswers: number;
  readonly vectorWeight: number;
}

/** Reads an FAQ and trains its vectors, says what it found and how the threshold does, and returns what answers. */
export async function openFaq(
  file: string,
  { threshold, validation, falseAnswers, vectorWeight }: OpenFaqOptions,
): Promise<FaqAnswerer> {
  const entries = readFaq(await faqText(file));
  const examples = validation === undefined ? [] : readFaqExamples(await faqText(validation));
  if (validation !== undefined) requireUsable(examples, entries, validation);
  const vectors = vectorWeight > 0 ? await trainFaqVectors(entries) : {};
  const options = { vectors, vectorWeight };
  console.log(
    `${counted(entries.length, "section")}${vectorWeight > 0 ? withVectors(Object.keys(vectors)) : ""}`,
  );
  if (validation === undefined) return faqAnswerer(entries, { ...options, threshold });
  const chosen = faqThreshold(faqAnswerer(entries, options), examples, { falseAnswers });
  console.log(said(chosen, validation, falseAnswers));
  return faqAnswerer(entries, { ...options, threshold: chosen.threshold });
}

function withVectors(languages: readonly string[]): string {
  return languages.length > 0
    ? `, and word vectors for ${languages.join(" and ")}`
    : ", too few words to train word vectors on: words alone decide";
}

/** Throws Error with a remedy for questions by which no threshold can be chosen. */
function requireUsable(
  examples: readonly FaqExample[],
  entries: readonly FaqEntry[],
  validation: string,
): void {
  const action = "Cannot choose the threshold";
  const ids = new Set(entries.map(({ id }) => id));
  const lost = examples.find(({ section }) => section !== undefined && !ids.has(section));
  if (lost)
    throw new Error(
      `${action} as each section in ${validation} must be an id of the FAQ: "${lost.section}" is none. Remedy: correct it, or leave "section" out if no section answers the question`,
    );
  const known = examples.filter(({ section }) => section !== undefined).length;
  if (known === 0 || known === examples.length)
    throw new Error(
      `${action} as ${validation} must have questions with a section and questions without one: there are ${known} and ${examples.length - known}. Remedy: add some, or give --threshold`,
    );
}

function said(
  { threshold, falseAnswers, falseFallbacks }: FaqThreshold,
  validation: string,
  allowed: number,
): string {
  const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
  if (threshold === Number.POSITIVE_INFINITY)
    return (
      `no threshold: at each one more than ${percent(allowed)} of the questions of ${validation} without a section would be answered, ` +
      "so every question is for a person. Remedy: a larger --false-answers, or other sections"
    );
  return (
    `threshold ${threshold.toFixed(2)}: of the questions of ${validation} without a section ${percent(falseAnswers)} are answered, ` +
    `of those with one ${percent(falseFallbacks)} are not (it was chosen by them: new ones will do a little worse)`
  );
}

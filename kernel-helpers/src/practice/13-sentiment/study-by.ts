import { addScaled, dot, row, sigmoid, type Table, tableFromRows, zeroTable } from "../../base/index.ts";
import { likeliestClasses } from "../../classify/index.ts";
import type { Study, StudyReport } from "./study.ts";

/** The planted faults, in the order in which the pipeline runs into them. */
export const STUDY_FAULTS = [
  "tags-for-classes",
  "label-from-first-character",
  "vocabulary-from-all-parts",
  "padding-counted",
  "unpooled",
  "one-sigmoid",
  "epoch-by-test",
  "validation-reported",
] as const;

/** One of the planted faults. */
export type StudyFault = (typeof STUDY_FAULTS)[number];

/** The report of the pipeline with the given faults; without any it is the right one. */
export function studyBy(study: Study, faults: readonly StudyFault[] = []): StudyReport {
  const has = (fault: StudyFault): boolean => faults.includes(fault);
  const { corpora, classes, table, heads, train, validation, test } = study;
  const isWhole = (label: unknown): boolean => typeof label === "string";
  const corpus = corpora.find(
    ({ labels }) => has("tags-for-classes") || labels.every(isWhole),
  ) as Study["corpora"][number];
  const labels = corpus.labels.map((label) =>
    has("label-from-first-character") ? Number(label[0] === "positive") : classes.indexOf(label as string),
  );
  const known = has("vocabulary-from-all-parts") ? [...corpus.texts.keys()] : train;
  const words = [...new Set(known.flatMap((i) => corpus.texts[i] as number[]))].sort((a, b) => a - b);
  const texts = corpus.texts.map((text) => text.filter((id) => words.includes(id)));
  const places = Math.max(1, ...texts.map(({ length }) => length));
  const padded = texts.map((text) => [...text, ...new Array<number>(places - text.length).fill(0)]);
  const h = meansOf(has("padding-counted") ? padded : texts, table);
  const layer = has("unpooled") ? tableFromRows(padded.flat().map((id) => row(table, id))) : h;
  const scores = heads.map((W) => products(layer, W));
  const predicted = scores.map((z) =>
    has("one-sigmoid")
      ? labels.map((_, i) => Number(sigmoid(row(z, i)[0] as number) > 0.5))
      : [...likeliestClasses(z)].slice(0, labels.length),
  );
  const accuracies = (part: readonly number[]): number[] =>
    predicted.map((list) => part.filter((i) => list[i] === labels[i]).length / part.length);
  const chosenBy = accuracies(has("epoch-by-test") ? test : validation);
  const best = chosenBy.indexOf(Math.max(...chosenBy));
  return {
    corpus: corpus.name,
    labels,
    words,
    h,
    epoch: best + 1,
    scores: scores[best] as Table,
    predicted: predicted[best] as number[],
    accuracy: accuracies(has("validation-reported") ? validation : test)[best] as number,
  };
}

function meansOf(texts: readonly (readonly number[])[], table: Table): Table {
  const h = zeroTable(texts.length, table.width);
  texts.forEach((ids, i) => {
    for (const id of ids) addScaled(row(h, i), 1 / ids.length, row(table, id));
  });
  return h;
}

/** X Wᵀ. */
function products(x: Table, W: Table): Table {
  const result = zeroTable(x.rows, W.rows);
  for (let i = 0; i < x.rows; i++) {
    for (let k = 0; k < W.rows; k++) row(result, i)[k] = dot(row(x, i), row(W, k));
  }
  return result;
}

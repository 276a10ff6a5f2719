import { type Random, randomBelow } from "../../base/index.ts";
import { randomIds, randomTable } from "../random-inputs.ts";
import type { Study, StudyReport } from "./study.ts";
import { studyBy } from "./study-by.ts";

const CLASSES = ["negative", "neutral", "positive"];
const WORDS = 9;
const TEXTS = 16;

/** A small study in which every planted fault changes the report, and which is as `wanted` asks. */
export function randomStudy(
  random: Random,
  wanted: (study: Study, report: StudyReport) => boolean = () => true,
): Study {
  for (;;) {
    const study = anyStudy(random);
    const report = studyBy(study);
    if (wanted(study, report) && everyFaultShows(study, report)) return study;
  }
}

/** The other faults show in every study that `anyStudy` makes. */
function everyFaultShows(study: Study, { accuracy, epoch, predicted }: StudyReport): boolean {
  return (
    studyBy(study, ["validation-reported"]).accuracy !== accuracy &&
    studyBy(study, ["epoch-by-test"]).epoch !== epoch &&
    studyBy(study, ["one-sigmoid"]).predicted.join() !== predicted.join()
  );
}

function anyStudy(random: Random): Study {
  const width = 2 + randomBelow(2, random);
  const texts = Array.from({ length: TEXTS }, (_, i) =>
    i === TEXTS - 2
      ? [WORDS]
      : randomIds(1 + randomBelow(4, random), i < 7 ? WORDS - 2 : WORDS, random).map((id) => id + 1),
  );
  const named = { name: "names.conll", texts: texts.map((text) => [...text].reverse()) };
  const tags = ["O", "B-PER", "O", "B-LOC"];
  const classOf = (): string => CLASSES[randomBelow(CLASSES.length, random)] as string;
  return {
    corpora: [
      { ...named, labels: named.texts.map((text) => text.map((_, t) => tags[t] as string)) },
      { name: "reviews.csv", texts, labels: texts.map(classOf) },
    ],
    classes: CLASSES,
    table: randomTable(WORDS + 1, width, random),
    heads: Array.from({ length: 4 }, () => randomTable(CLASSES.length, width, random)),
    train: [0, 1, 2, 3, 4, 5, 6],
    validation: [7, 8, 9, 10],
    test: [11, 12, 13, 14, 15],
  };
}

import type { Exercise, KnownMistake } from "../../check/index.ts";
import { randomStudy } from "./random-study.ts";
import type { Study, StudyReport } from "./study.ts";
import { STUDY_FAULTS, type StudyFault, studyBy } from "./study-by.ts";

type Pipeline = (study: Study) => StudyReport;

/** How each fault shows in numbers. */
const HINTS: Readonly<Record<StudyFault, string>> = {
  "tags-for-classes":
    "In the file that you use, a text of four words has four labels, and most of them are O. How many labels does a review have, and what do these name?",
  "label-from-first-character":
    "Count your labels: how many are not 0? What does [0] take from a word, and what from a list?",
  "vocabulary-from-all-parts":
    "How many ids of your vocabulary stand in no text of training? What will the pipeline do with a text of tomorrow that has such a word?",
  "padding-counted":
    "Make the longest text longer and compare h of the other texts before and after: which of them changed, although nobody changed these texts?",
  unpooled:
    "How many rows do your scores have, and how many texts are there? Whose row is the second one: the second text's, or the second word's?",
  "one-sigmoid":
    "Which classes stand among your predictions, and how often? Into how many kinds of answer does a threshold of 0.5 divide one number?",
  "epoch-by-test":
    "Which part's accuracies did you compare to choose the epoch? What is the largest of several noisy numbers: an honest estimate, or a lucky one?",
  "validation-reported":
    "Your accuracy is that of the part by which the epoch was chosen. Which part has had no say in any choice so far?",
};

/** A pipeline from files to one honest number. */
export const pipeline: Exercise<Pipeline> = {
  id: "13-sentiment/pipeline",
  points: 8,
  equation: "lesson 13, section 9",
  parameters: ["study"],
  instances: (random) => [
    [randomStudy(random)],
    [randomStudy(random, isTied)],
    [randomStudy(random, ({ heads }, { epoch }) => epoch === heads.length)],
    [randomStudy(random, hasTextWithoutWords)],
    [swapped(randomStudy(random))],
  ],
  expected: (study) => studyBy(study),
  tolerance: 1e-9,
  hints: [
    "Which of the report's fields is the first that is not as it should be? Which lines of the pipeline does it come from?",
    "Write one text by hand, with its label: what should each field say of it?",
    "Which choice is made by which part, and which part is left to judge?",
  ],
  knownMistakes: STUDY_FAULTS.map(mistakeOf),
};

/**
 * Where each fault shows, whatever later ones there are besides: the check compares only this, and takes any number elsewhere. So the first
 * fault that is left is told.
 */
const SHOWN: Readonly<Record<StudyFault, (report: StudyReport) => object>> = {
  "tags-for-classes": ({ corpus }) => ({ corpus }),
  "label-from-first-character": ({ labels }) => ({ labels }),
  "vocabulary-from-all-parts": ({ words }) => ({ words }),
  "padding-counted": ({ h }) => ({ h }),
  unpooled: ({ scores: { rows } }) => ({ scores: { rows } }),
  "one-sigmoid": ({ predicted }) => ({ predicted }),
  "epoch-by-test": ({ epoch }) => ({ epoch }),
  "validation-reported": ({ accuracy }) => ({ accuracy }),
};

function mistakeOf(fault: StudyFault): KnownMistake<Pipeline> {
  const shown =
    (...faults: StudyFault[]): Pipeline =>
    (study) =>
      SHOWN[fault](studyBy(study, faults)) as StudyReport;
  const variants = fault === "one-sigmoid" ? [shown(fault, "epoch-by-test")] : [];
  return { name: fault, hint: HINTS[fault], value: shown(fault), variants };
}

/** Two epochs share the best score on validation: the first of them counts. */
function isTied(study: Study, { epoch }: StudyReport): boolean {
  const later = { ...study, heads: study.heads.slice(epoch) };
  if (later.heads.length === 0) return false;
  const scoreOf = (some: Study): number => studyBy(some, ["validation-reported"]).accuracy;
  return scoreOf(later) === scoreOf(study);
}

/** A text of the test has only words that no text of training has. */
function hasTextWithoutWords({ test, corpora }: Study, { words }: StudyReport): boolean {
  return test.some((i) => corpora[1]?.texts[i]?.every((id) => !words.includes(id)) === true);
}

/** The file of reviews comes first, and its fault is that only the label tells: so the place in the list says nothing. */
function swapped(study: Study): Study {
  return { ...study, corpora: [...study.corpora].reverse() };
}

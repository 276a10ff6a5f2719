import type { Random } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";

type Words = Readonly<Record<string, number>>;
type AddedPrecision = (seeds: Words, wide: Words, truth: Words) => number;

/** Share of the words that were added, and that the truth knows, whose sign is that of the truth. */
export const addedPrecision: Exercise<AddedPrecision> = {
  id: "15-finance-monitor/added-precision",
  points: 3,
  equation: "precision of what was added, seeds left out",
  parameters: ["seeds", "wide", "truth"],
  instances: (random) => [
    [{ gain: 1 }, { gain: 1, rise: 1, fall: 1, mill: -1 }, { gain: 1, rise: 1, fall: -1 }], // 1 of 2
    [
      { gain: 1, loss: -1 },
      { gain: 1, loss: -1, rise: 1 },
      { gain: 1, loss: -1, rise: -0.5, fall: -1 },
    ], // 0 of 1
    [{ gain: 1 }, { gain: 1, rise: 1 }, { rise: 0.25 }], // the truth is graded
    [
      { gain: 1, loss: -1 },
      { gain: 1, loss: -1, rise: 1 },
      { gain: -1, loss: 1, rise: 1 },
    ], // seeds that the truth contradicts
    ...[6, 12, 20].map((size): Parameters<AddedPrecision> => lexicons(size, random)),
  ],
  expected: (...given) => precisionBy(given),
  tolerance: 1e-9,
  hints: [
    "Which words did the widening find, and which did it only keep?",
    "A word was added that the truth does not know. Is it right, is it wrong, or can nobody say?",
    "For each word that was added and that the truth knows: when are the two signs equal? By how many such words do you divide?",
  ],
  knownMistakes: [
    {
      name: "seeds-counted",
      hint: "The seeds are in the wide lexicon, too. Who found them: the widening, or whoever wrote the seeds?",
      value: (_, wide, truth) => precisionBy([{}, wide, truth]),
    },
    {
      name: "unknown-is-wrong",
      hint: "A word that the truth does not know: do you count it as a mistake of the widening?",
      value: (seeds, wide, truth) => ratio(counts([seeds, wide, truth]).right, added(seeds, wide).length),
    },
    {
      name: "unknown-is-right",
      hint: "A word that the truth does not know: do you count it as found rightly?",
      value: (seeds, wide, truth) => {
        const { right, judged } = counts([seeds, wide, truth]);
        const all = added(seeds, wide).length;
        return ratio(right + all - judged, all);
      },
    },
    {
      name: "recall",
      hint: "Do you divide by the words that were added, or by those that could have been?",
      value: (seeds, wide, truth) => ratio(counts([seeds, wide, truth]).right, added(seeds, truth).length),
      variants: [
        (seeds, wide, truth) => ratio(counts([seeds, wide, truth]).right, Object.keys(truth).length),
      ],
    },
    {
      name: "sign-forgotten",
      hint: "A bad word that was added as a good one: does your function call it found?",
      value: (seeds, wide, truth) => ratio(counts([seeds, wide, truth]).judged, added(seeds, wide).length),
    },
    {
      name: "numbers-for-signs",
      hint: "The truth says 0.25 and the wide lexicon 1. Do they contradict each other?",
      value: (seeds, wide, truth) => precisionBy([seeds, wide, truth], (a, b) => a === b),
    },
    {
      name: "divided-by-all",
      hint: "By how many words do you divide? Are the seeds among them?",
      value: (seeds, wide, truth) =>
        ratio(counts([seeds, wide, truth]).right, Object.keys(wide).filter((word) => word in truth).length),
    },
  ],
};

type Judge = (a: number, b: number) => boolean;

const sameSign: Judge = (a, b) => Math.sign(a) === Math.sign(b);

function added(seeds: Words, wide: Words): string[] {
  return Object.keys(wide).filter((word) => !(word in seeds));
}

function counts(
  [seeds, wide, truth]: Parameters<AddedPrecision>,
  judge: Judge = sameSign,
): { right: number; judged: number } {
  const judged = added(seeds, wide).filter((word) => word in truth);
  const right = judged.filter((word) => judge(wide[word] as number, truth[word] as number));
  return { right: right.length, judged: judged.length };
}

function precisionBy(given: Parameters<AddedPrecision>, judge?: Judge): number {
  const { right, judged } = counts(given, judge);
  return ratio(right, judged);
}

function ratio(part: number, whole: number): number {
  return part / whole;
}

/** Seeds, a wide lexicon that errs now and then, and a truth with words that were not found, words that nobody knows, and grades. */
function lexicons(size: number, random: Random): Parameters<AddedPrecision> {
  const word = (i: number): string => `word${i}`;
  const sign = (): number => (random() < 0.5 ? -1 : 1);
  const seeds: Record<string, number> = {};
  const wide: Record<string, number> = {};
  const truth: Record<string, number> = {};
  for (let i = 0; i < size; i++) {
    const own = sign();
    wide[word(i)] = own;
    if (i % 3 === 0) seeds[word(i)] = own;
    const isRight = i % 4 !== 2;
    if (i % 5 !== 4) truth[word(i)] = (isRight ? own : -own) * (0.25 + 0.5 * random());
  }
  truth[word(1)] = wide[word(1)] as number;
  for (let i = size; i < size + 3; i++) truth[word(i)] = sign();
  return [seeds, wide, truth];
}

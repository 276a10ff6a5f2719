import { type Random, randomBelow } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";

type FewShot = (
  intents: readonly string[],
  templates: readonly string[],
  n: number,
) => { train: number[]; test: number[] };

/** All sentences of the first n templates of each intent for training, all sentences of its other templates for the test. */
export const fewShot: Exercise<FewShot> = {
  id: "14-customer-service/few-shot",
  points: 2,
  equation: "a split by groups: no template lies in both parts",
  parameters: ["intents", "templates", "n"],
  instances: (random) => [
    [["on", "on", "off", "off"], ["a", "b", "c", "d"], 1],
    [["on", "on", "on", "off", "off", "off"], ["a", "a", "b", "c", "d", "d"], 1], // two sentences of one template
    [["on", "off", "on", "off", "on", "off", "on"], ["a", "c", "b", "c", "a", "d", "e"], 1], // mixed
    [["on", "on", "on", "off", "on", "off", "off", "off"], ["a", "a", "b", "c", "f", "d", "d", "e"], 2],
    [["on", "on", "off"], ["a", "b", "c"], 5], // fewer templates than n: none is left for the test
    ...[1, 2, 3].map((n): Parameters<FewShot> => [...mixed(30, random), n]),
  ],
  expected: (intents, templates, n) =>
    splitBy(intents, (i) => chosen(intents, templates, n)(templates[i] as string)),
  tolerance: 0,
  hints: [
    "Which sentences are near copies of each other? May one of them be in training and another in the test?",
    "Count the different templates of one intent in your training part. How many should there be?",
    "Is each example in one of the two parts? Walk through the smallest case that fails, sentence by sentence.",
  ],
  knownMistakes: [
    {
      name: "sentences-for-templates",
      hint: "What do you count to n: sentences, or different templates?",
      value: (intents, _, n) => splitBy(intents, (i) => placeAmong(intents, i) < n),
    },
    {
      name: "first-sentence-only",
      hint: "A template of the training part has a second sentence. In which part is it? Would the test then be about a new pattern?",
      value: (intents, templates, n) => {
        const isChosen = chosen(intents, templates, n);
        return splitBy(intents, (i) => isChosen(templates[i] as string) && placeAmong(templates, i) === 0);
      },
    },
    {
      name: "second-sentence-lost",
      hint: "Is each example in one of the two parts?",
      value: (intents, templates, n) => {
        const isChosen = chosen(intents, templates, n);
        const { train, test } = splitBy(intents, (i) => isChosen(templates[i] as string));
        return { train: train.filter((i) => placeAmong(templates, i) === 0), test };
      },
    },
    {
      name: "n-in-all",
      hint: "How many templates of the second intent are in your training part? Does every intent get its own n?",
      value: (intents, templates, n) => {
        const kept = new Set([...new Set(templates)].slice(0, n));
        return splitBy(intents, (i) => kept.has(templates[i] as string));
      },
    },
    {
      name: "last-for-first",
      hint: "Which templates does the exercise ask for: those that come first, or last?",
      value: (intents, templates, n) => {
        const isChosen = chosen([...intents].reverse(), [...templates].reverse(), n);
        return splitBy(intents, (i) => isChosen(templates[i] as string));
      },
    },
    {
      name: "test-is-everything",
      hint: "Does your test part contain what the classifier was trained on?",
      value: (intents, templates, n) => {
        const isChosen = chosen(intents, templates, n);
        const { train } = splitBy(intents, (i) => isChosen(templates[i] as string));
        return { train, test: [...intents.keys()] };
      },
    },
    {
      name: "parts-exchanged",
      hint: "Which part should be small, if n is 1?",
      value: (intents, templates, n) => {
        const isChosen = chosen(intents, templates, n);
        return splitBy(intents, (i) => !isChosen(templates[i] as string));
      },
    },
    {
      name: "one-template-too-many",
      hint: "For n = 1, how many templates of each intent are in your training part?",
      value: (intents, templates, n) => {
        const isChosen = chosen(intents, templates, n + 1);
        return splitBy(intents, (i) => isChosen(templates[i] as string));
      },
    },
  ],
};

function splitBy(
  intents: readonly string[],
  isTrain: (i: number) => boolean,
): { train: number[]; test: number[] } {
  const examples = [...intents.keys()];
  return { train: examples.filter(isTrain), test: examples.filter((i) => !isTrain(i)) };
}

/** Whether a template is among the first n of its intent. */
function chosen(
  intents: readonly string[],
  templates: readonly string[],
  n: number,
): (template: string) => boolean {
  const first = new Set<string>();
  for (const intent of new Set(intents)) {
    const own = new Set(templates.filter((_, i) => intents[i] === intent));
    for (const template of [...own].slice(0, n)) first.add(template);
  }
  return (template) => first.has(template);
}

/** How many examples before example i have the same name. */
function placeAmong(names: readonly string[], i: number): number {
  return names.slice(0, i).filter((name) => name === names[i]).length;
}

/** Sentences of three intents with some templates each, in a mixed order. */
function mixed(count: number, random: Random): [string[], string[]] {
  const templates = Array.from(
    { length: count },
    () => `${randomBelow(3, random)}/${randomBelow(5, random)}`,
  );
  return [templates.map((template) => `intent ${template.slice(0, 1)}`), templates];
}

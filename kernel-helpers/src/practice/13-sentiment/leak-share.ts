import type { Exercise } from "../../check/index.ts";

type LeakShare = (train: readonly string[], test: readonly string[]) => number;

/** Share of the test texts that training texts equal. */
export const leakShare: Exercise<LeakShare> = {
  id: "13-sentiment/leak-share",
  points: 2,
  equation: "lesson 13, section 1",
  parameters: ["train", "test"],
  instances: () => [
    [
      ["a", "b", "c"],
      ["b", "d"],
    ],
    [
      ["a", "a", "a", "b"],
      ["c", "a", "d", "e"],
    ], // copies in training
    [
      ["a", "b"],
      ["a", "a", "c"],
    ], // copies in the test count each
    [["a"], ["b"]],
    [
      ["a", "b"],
      ["b", "a"],
    ],
    [
      ["good film", "bad"],
      ["good", "good film"],
    ], // a part of a text is another text
    [["a", "b", "c", "d", "e"], ["e"]],
    [["__proto__"], ["constructor", "toString"]],
  ],
  expected: (train, test) => shareOf(test, (text) => train.includes(text)),
  tolerance: 1e-12,
  hints: [
    "Which texts are asked about, those of training or those of the test?",
    "The same text stands three times in the test. How often does it count there?",
    "By which number do you divide?",
  ],
  knownMistakes: [
    {
      name: "divided-by-training",
      hint: "The score is measured on the test. Of which texts is the share wanted?",
      value: (train, test) => test.filter((text) => train.includes(text)).length / train.length,
    },
    {
      name: "training-texts-counted",
      hint: "Do you count the texts of training that are in the test, or the other way round?",
      value: (train, test) => shareOf(train, (text) => test.includes(text)),
    },
    {
      name: "test-copies-once",
      hint: "Each copy in the test is scored. Do you count each?",
      value: (train, test) => shareOf([...new Set(test)], (text) => train.includes(text)),
      variants: [
        (train, test) => [...new Set(test)].filter((text) => train.includes(text)).length / test.length,
      ],
    },
    {
      name: "part-for-whole",
      hint: "Is 'good' the same text as 'good film'?",
      value: (train, test) => shareOf(test, (text) => train.some((one) => one.includes(text))),
    },
    {
      name: "share-of-clean",
      hint: "Do you count the texts that are in both, or those that are not?",
      value: (train, test) => shareOf(test, (text) => !train.includes(text)),
    },
    {
      name: "names-of-objects",
      hint: "A plain object knows 'constructor' before you put anything in. What does a Set know?",
      value: (train, test) => {
        const seen: Record<string, unknown> = {};
        for (const text of train) if (text !== "__proto__") seen[text] = true;
        return shareOf(test, (text) => text in seen);
      },
    },
  ],
};

function shareOf(texts: readonly string[], is: (text: string) => boolean): number {
  return texts.filter(is).length / texts.length;
}

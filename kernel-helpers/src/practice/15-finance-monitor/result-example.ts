import { type Random, shuffled } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";

type ResultExample = (
  tokens: readonly string[],
  giveAways: readonly string[],
) => { label: number; tokens: string[] };

const GIVE_AWAYS = ["loss", "losses", "profit", "profits", "vs"];

/** The label that "loss … vs profit" or the reverse gives, and the tokens without the words that would tell it. */
export const resultExample: Exercise<ResultExample> = {
  id: "15-finance-monitor/result-example",
  points: 3,
  equation: "section 5: the label is read from two words, which then must go",
  parameters: ["tokens", "giveAways"],
  instances: (random) => [
    ...[
      "shr loss two cts vs profit seven cts sales fell",
      "net profit vs loss orders grew",
      "loss loss vs profit", // the nearest one before
      "profit and loss account shr loss vs profit", // other words of the kind before it
      "loss of orders shr profit vs loss",
      "shr profit vs profit",
      "loss vs loss",
      "sales vs sales loss vs profit", // the first "vs" compares something else
      "vs profit", // nothing before it
      "sales rose",
      "profit loss", // no "vs"
      "loss vs sales profit", // something else follows
      "loss vs profit shr profit vs loss", // the first comparison decides
      "shr loss vs",
      "",
    ].map((text): Parameters<ResultExample> => [text === "" ? [] : text.split(" "), GIVE_AWAYS]),
    ["net profit vs loss cut losses".split(" "), ["profit"]],
    ["net profit vs loss".split(" "), []],
    ...[1, 2, 3].map((): Parameters<ResultExample> => [drawn(random), GIVE_AWAYS]),
  ],
  expected: (...given) => exampleBy(given),
  tolerance: 1e-9,
  hints: [
    'Which two words give the label, and where do they stand around "vs"?',
    "Do you read the label before you remove the words that it is read from?",
    'At each "vs": which token follows it, and which is the last loss or profit before it? What if one of them is missing?',
  ],
  knownMistakes: [
    {
      name: "give-aways-left-in",
      hint: "Which words of your result would tell a classifier the label at once?",
      value: (tokens, giveAways) => ({ ...exampleBy([tokens, giveAways]), tokens: [...tokens] }),
    },
    {
      name: "removed-before-read",
      hint: "You remove the words first. What is left to read the label from?",
      value: (tokens, giveAways) => {
        const kept = tokens.filter((token) => !giveAways.includes(token));
        return { label: labelBy(kept), tokens: kept };
      },
    },
    {
      name: "removed-once",
      hint: "A give-away word stands twice in the message. How often do you remove it?",
      value: (tokens, giveAways) => {
        const seen = new Set<string>();
        const kept = tokens.filter((token) => {
          if (!giveAways.includes(token) || seen.has(token)) return true;
          seen.add(token);
          return false;
        });
        return { label: labelBy(tokens), tokens: kept };
      },
    },
    {
      name: "turned-round",
      hint: "\"Loss vs profit\": which of the two is this year's, and which last year's?",
      value: (tokens, giveAways) => {
        const right = exampleBy([tokens, giveAways]);
        return { ...right, label: 0 - right.label };
      },
    },
    {
      name: "first-word-of-the-text",
      hint: '"Profit and loss account: loss vs profit." Which loss or profit is compared here, the first of the text or the last before "vs"?',
      value: (tokens, giveAways) => ({
        ...exampleBy([tokens, giveAways]),
        label: labelBy(tokens, (kinds) => kinds[0]),
      }),
    },
    {
      name: "first-vs-only",
      hint: '"Sales vs sales, loss vs profit": what does your function read at the first "vs", and does it go on?',
      value: (tokens, giveAways) => ({
        ...exampleBy([tokens, giveAways]),
        label: labelBy(tokens, (kinds) => kinds.at(-1), 1),
      }),
    },
    {
      name: "word-before-alone",
      hint: '"Loss vs loss" has the same on both sides. Is that better or worse than last year?',
      value: (tokens, giveAways) => ({ ...exampleBy([tokens, giveAways]), label: labelBefore(tokens) }),
    },
    {
      name: "listed-only",
      hint: "The list of give-away words is an argument. Does your function use that list, or one of its own?",
      value: (tokens) => exampleBy([tokens, GIVE_AWAYS]),
    },
  ],
};

const isKind = (token: string | undefined): token is "loss" | "profit" =>
  token === "loss" || token === "profit";

function exampleBy([tokens, giveAways]: Parameters<ResultExample>): { label: number; tokens: string[] } {
  return { label: labelBy(tokens), tokens: tokens.filter((token) => !giveAways.includes(token)) };
}

/** The label at the first "vs" between two different kinds; `of` chooses among the kinds before it. */
function labelBy(
  tokens: readonly string[],
  of: (kinds: readonly string[]) => string | undefined = (kinds) => kinds.at(-1),
  most = Number.POSITIVE_INFINITY,
): number {
  let looked = 0;
  for (const [at, token] of tokens.entries()) {
    if (token !== "vs" || ++looked > most) continue;
    const [now, then] = [of(tokens.slice(0, at).filter(isKind)), tokens[at + 1]];
    if (now !== undefined && isKind(then) && now !== then) return now === "profit" ? 1 : -1;
  }
  return 0;
}

function labelBefore(tokens: readonly string[]): number {
  for (const [at, token] of tokens.entries()) {
    const now = tokens.slice(0, at).filter(isKind).at(-1);
    if (token === "vs" && now !== undefined) return now === "profit" ? 1 : -1;
  }
  return 0;
}

/** A message with all kinds of words in a random order, "vs" with both kinds around it at the end. */
function drawn(random: Random): string[] {
  const words = shuffled(["loss", "profit", "sales", "shr", "qtr", "orders", "losses", "vs", "mill"], random);
  return [
    ...words,
    ...(random() < 0.5 ? ["loss", "cts", "vs", "profit"] : ["profit", "cts", "vs", "loss"]),
    "sales",
  ];
}

import { type Random, randomBelow, requireInteger, seededRandom, shuffled } from "../base/index.ts";

/** Words that differ in one thing only, and the words that each concept occurs with. */
const CONCEPTS: readonly (readonly [male: string, female: string, ...about: string[]])[] = [
  ["king", "queen", "throne", "crown", "realm"],
  ["man", "woman", "street", "house", "neighbour"],
  ["prince", "princess", "palace", "heir", "ball"],
  ["actor", "actress", "stage", "film", "role"],
  ["uncle", "aunt", "visit", "cousin", "holiday"],
  ["brother", "sister", "game", "quarrel", "room"],
  ["father", "mother", "child", "supper", "story"],
  ["waiter", "waitress", "menu", "bill", "glass"],
];
const MALE = ["he", "him", "his", "himself"];
const FEMALE = ["she", "her", "hers", "herself"];

/** Topics that never occur together with the concepts or with each other. */
const TOPICS: readonly (readonly string[])[] = [
  ["rain", "wind", "cloud", "storm", "snow", "frost", "thunder", "fog"],
  ["bread", "cheese", "apple", "butter", "soup", "onion", "pepper", "salt"],
  ["ship", "harbour", "sail", "anchor", "deck", "captain", "wave", "coast"],
];
const FILLERS = ["the", "a", "of", "and", "was", "in", "with", "to"];

/** Options of `plantedSentences`. */
export interface PlantedOptions {
  /** Tokens to make, rounded up to whole sentences. Default: 40000, enough for a good trainer to find everything. */
  readonly tokens?: number;
  /** Seed of the text. Default: 1. */
  readonly seed?: number;
}

/**
 * A text with a known structure: eight concepts in a male and a female form, and three topics. A trainer that works
 * solves every one of `plantedAnalogies` and keeps the topics apart. Throws RangeError unless `tokens` is >= 1.
 */
export function* plantedSentences({ tokens = 40_000, seed = 1 }: PlantedOptions = {}): Generator<string> {
  requireInteger("Cannot make a planted corpus", { tokens }, 1);
  const random = seededRandom(seed);
  for (let made = 0; made < tokens; ) {
    const sentence = random() < 0.7 ? conceptSentence(random) : topicSentence(random);
    made += sentence.length;
    yield sentence.join(" ");
  }
}

/** Every "a is to b as c is to d" of the planted grid: male to female in one concept, then in another. */
export function plantedAnalogies(): [a: string, b: string, c: string, d: string][] {
  return CONCEPTS.flatMap(([male, female]) =>
    CONCEPTS.filter(([other]) => other !== male).map(
      ([otherMale, otherFemale]): [string, string, string, string] => [male, female, otherMale, otherFemale],
    ),
  );
}

/** The concept's word among its typical words, pronouns of its gender, and fillers. */
function conceptSentence(random: Random): string[] {
  const [male, female, ...about] = CONCEPTS[
    randomBelow(CONCEPTS.length, random)
  ] as (typeof CONCEPTS)[number];
  const isMale = random() < 0.5;
  const pronouns = isMale ? MALE : FEMALE;
  return shuffled(
    [
      isMale ? male : female,
      ...several(2, about, random),
      ...several(2, pronouns, random),
      ...several(2, FILLERS, random),
    ],
    random,
  );
}

function topicSentence(random: Random): string[] {
  const topic = TOPICS[randomBelow(TOPICS.length, random)] as readonly string[];
  return shuffled([...several(5, topic, random), ...several(2, FILLERS, random)], random);
}

function several(count: number, words: readonly string[], random: Random): string[] {
  return Array.from({ length: count }, () => words[randomBelow(words.length, random)] as string);
}

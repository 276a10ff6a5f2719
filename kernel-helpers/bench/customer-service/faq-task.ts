import {
  type AskedQuestion,
  type Bm25Ranker,
  chooseThreshold,
  type FallbackErrors,
  type FaqSection,
  fallbackErrors,
  fitCommonComponent,
  meanVectors,
  rankOf,
  type Simd,
  seededRandom,
  shuffled,
  sifWeights,
  startTraining,
  sureness,
  type TextRanker,
  tokenizer,
  vectorRanker,
} from "kernel-helpers";

/** A question and its section. */
export interface KnownQuestion {
  readonly tokens: readonly string[];
  /** The number of its document. */
  readonly right: number;
}

/** The FAQ of one language with the questions that are asked of it. */
export interface FaqTask {
  /** Tokens of each section, heading and text. */
  readonly documents: string[][];
  readonly known: readonly KnownQuestion[];
  /** Tokens of questions that no section answers. */
  readonly foreign: readonly (readonly string[])[];
}

export function faqTask(
  language: "en" | "zh",
  sections: readonly FaqSection[],
  asked: readonly AskedQuestion[],
): FaqTask {
  const divide = tokenizer(language === "en" ? "words" : "chinese");
  const place = new Map(sections.map(({ id }, i) => [id, i]));
  const own = asked.filter((one) => one.language === language);
  return {
    documents: sections.map((one) => divide(`${one[language].question}\n${one[language].answer}`)),
    known: own.flatMap(({ question, section }) =>
      section === undefined ? [] : [{ tokens: divide(question), right: place.get(section) as number }],
    ),
    foreign: own.flatMap(({ question, section }) => (section === undefined ? [divide(question)] : [])),
  };
}

export function ranksIn({ known }: FaqTask, ranker: TextRanker): number[] {
  return known.map(({ tokens, right }) => rankOf(ranker.scores(tokens), right));
}

/** Rankers by vectors that were trained on `sentences`. */
export async function vectorRankersOf(
  { documents }: FaqTask,
  sentences: readonly (readonly string[])[],
  simd: Simd,
  seed: number,
): Promise<{ mean: TextRanker; SIF: TextRanker; "SIF without u": TextRanker }> {
  const isShort = sentences === documents;
  const passes = isShort ? { epochs: 40, minCount: 2 } : { epochs: 1 };
  const training = startTraining(
    sentences,
    { architecture: "skip-gram", vectorSize: 50, seed, ...passes },
    simd,
  );
  await training.finish();
  const [{ vocabulary }, table] = [training, await training.inputTable()];
  training.close();
  const weights = sifWeights(vocabulary.counts);
  const ids = documents.map((tokens) => tokens.flatMap((token) => vocabulary.ids.get(token) ?? []));
  const part = { name: "train", examples: documents.map((_, i) => i) } as const;
  const component = fitCommonComponent(meanVectors(ids, table, weights), part);
  return {
    mean: vectorRanker(documents, vocabulary, table),
    SIF: vectorRanker(documents, vocabulary, table, { weights }),
    "SIF without u": vectorRanker(documents, vocabulary, table, { weights, component }),
  };
}

/** A threshold from one half of the sections and foreign questions, and both errors on the other half. */
export function fallbackDraw(
  { known, foreign }: FaqTask,
  ranker: Bm25Ranker,
  falseAnswers: number,
  seed: number,
): FallbackErrors & { readonly threshold: number } {
  const sections = shuffled([...new Set(known.map(({ right }) => right))], seededRandom(seed));
  const first = new Set(sections.slice(0, sections.length / 2));
  const others = shuffled([...foreign.keys()], seededRandom(seed));
  const [validation, test] = [true, false].map((wanted) => ({
    known: known
      .filter(({ right }) => first.has(right) === wanted)
      .map(({ tokens }) => sureness(ranker, tokens)),
    foreign: others
      .filter((_, place) => place < others.length / 2 === wanted)
      .map((i) => sureness(ranker, foreign[i] as readonly string[])),
  })) as [{ known: number[]; foreign: number[] }, { known: number[]; foreign: number[] }];
  const threshold = chooseThreshold(validation.known, validation.foreign, { falseAnswers });
  return { threshold, ...fallbackErrors(test.known, test.foreign, threshold) };
}

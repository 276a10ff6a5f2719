import { type Numbers, requireInteger, type Table } from "../base/index.ts";
import { sifWeights } from "../classify/index.ts";
import type { Tokenizer } from "../tokens/index.ts";
import type { Vocabulary } from "../vocabulary/index.ts";
import { type FaqEntry, languageOf } from "./faq-entries.ts";
import type { FaqReply } from "./faq-reply.ts";
import { faqSuggestions } from "./faq-suggestions.ts";
import { faqTokenizer, faqTokens } from "./faq-tokens.ts";
import { mixedRanker } from "./mixed-ranker.ts";
import { sureness } from "./sureness.ts";
import { rankedDocuments, type TextRanker } from "./text-ranker.ts";
import { vectorRanker } from "./vector-ranker.ts";
import { type Bm25Ranker, bm25Ranker } from "./word-rankers.ts";

/** Word vectors with their words. */
export interface FaqVectors {
  /** The words, with counts, from which their weights come. */
  readonly vocabulary: Vocabulary;
  /** Their vectors, shape (V, d). */
  readonly table: Table<Numbers>;
}

/** Options of `faqAnswerer`. */
export interface FaqOptions {
  /** From which score on a question is answered. Default: Infinity, which answers none; see `faqThreshold`. */
  readonly threshold?: number | undefined;
  /** Sections in a reply. Default: 3. */
  readonly most?: number;
  /** Vectors by language. Default: none, and words alone decide. */
  readonly vectors?: Readonly<Record<string, FaqVectors>>;
  /** What the vectors count in the order of the sections, where words count 1. Default: 0.25. */
  readonly vectorWeight?: number;
}

/** How `FaqAnswerer.reply` looks for an answer. */
export interface ReplyOptions {
  /** The language of the sections. Default: that of the question. */
  readonly language?: string | undefined;
}

/** Answers questions from an FAQ. */
export interface FaqAnswerer {
  /** Its languages, the first one for a question in none of them. */
  readonly languages: readonly string[];
  /** Sections, counted in each language. */
  readonly entries: number;
  /** From which score on a question is answered. */
  readonly threshold: number;
  /** What the FAQ says to a question, in one language. */
  reply(question: string, options?: ReplyOptions): FaqReply;
  /** Headings of each language that it answers, to show what may be asked; see `faqSuggestions`. Default for `most`: 3. */
  suggestions(most?: number): Record<string, string[]>;
}

interface LanguageIndex {
  readonly entries: readonly FaqEntry[];
  readonly divide: Tokenizer;
  readonly words: Bm25Ranker;
  readonly order: TextRanker;
}

/**
 * An index of the sections, heading, text and the questions asked before, that answers questions: sections are put in order by BM25 and, with vectors, the cosine of mean
 * vectors with the weights of `sifWeights`, mixed by `mixedRanker`; `sureness` tells whether the FAQ knows an answer. Throws RangeError without a section.
 */
export function faqAnswerer(
  entries: readonly FaqEntry[],
  { threshold = Number.POSITIVE_INFINITY, most = 3, vectors = {}, vectorWeight = 0.25 }: FaqOptions = {},
): FaqAnswerer {
  const action = "Cannot answer from an FAQ";
  requireInteger(action, { most }, 1);
  if (Number.isNaN(threshold) || !(vectorWeight >= 0))
    throw new RangeError(
      `${action} as threshold and vectorWeight must be numbers, the second >= 0: current values are ${threshold} and ${vectorWeight}`,
    );
  const languages = [...new Set(entries.map(({ language }) => language))];
  const [first] = languages;
  if (first === undefined) throw new RangeError(`${action} as it must have a section: there is none`);
  const indexes = new Map(
    languages.map((language) => [
      language,
      indexOf(
        entries.filter((entry) => entry.language === language),
        language,
        vectors[language],
        vectorWeight,
      ),
    ]),
  );
  const answerer: FaqAnswerer = {
    languages,
    entries: entries.length,
    threshold,
    reply(question, { language = languageOf(question) } = {}) {
      const used = indexes.has(language) ? language : first;
      const index = indexes.get(used) as LanguageIndex;
      const tokens = index.divide(question);
      const score = sureness(index.words, tokens);
      const scores = index.order.scores(tokens);
      const best = score > 0 ? rankedDocuments(scores).slice(0, most) : [];
      // by words alone, a score of 0 is a section without any word of the question
      const found = index.order === index.words ? best.filter((i) => (scores[i] as number) > 0) : best;
      return {
        language: used,
        answered: score > 0 && score >= threshold,
        score,
        threshold,
        answers: found.map((i) => {
          const { id, question: heading, answer } = index.entries[i] as FaqEntry;
          return { id, question: heading, answer, score: scores[i] as number };
        }),
      };
    },
    suggestions: (count = 3) =>
      Object.fromEntries(
        languages.map((language) => [language, faqSuggestions(entries, answerer, language, count)]),
      ),
  };
  return answerer;
}

function indexOf(
  entries: readonly FaqEntry[],
  language: string,
  vectors: FaqVectors | undefined,
  weight: number,
): LanguageIndex {
  const divide = faqTokenizer(language);
  const documents = entries.map((entry) => faqTokens(entry, divide));
  const words = bm25Ranker(documents);
  if (!vectors || weight === 0) return { entries, divide, words, order: words };
  const weights = sifWeights(vectors.vocabulary.counts);
  const near = vectorRanker(documents, vectors.vocabulary, vectors.table, { weights });
  return { entries, divide, words, order: mixedRanker([words, near], [1, weight]) };
}

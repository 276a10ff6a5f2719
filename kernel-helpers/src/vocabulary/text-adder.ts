import { sentencesOf } from "../corpus/index.ts";
import { type TokenizerName, tokenizer } from "../tokens/index.ts";
import { asciiScanner, hasScanner } from "./ascii-scanner.ts";
import type { SentenceStore } from "./sentence-store.ts";
import { wordCache } from "./word-cache.ts";
import type { WordCounts } from "./word-counts.ts";

/** What takes the words and sentences of a text. */
interface Taking {
  readonly words: WordCounts;
  readonly sentences: SentenceStore;
  /** Takes a sentence of tokens. */
  readonly add: (tokens: readonly string[]) => void;
}

/** The method `addText` of a corpus encoder. */
export function textAdder(taking: Taking): (text: string, name: TokenizerName) => void {
  const adders = new Map<TokenizerName, (text: string) => void>();
  return (text, name) => {
    const add = adders.get(name) ?? adderFor(name, taking);
    adders.set(name, add);
    add(text);
  };
}

function adderFor(name: TokenizerName, { words, sentences, add }: Taking): (text: string) => void {
  const tokensOf = tokenizer(name);
  function plainly(text: string): void {
    for (const sentence of sentencesOf(text)) add(tokensOf(sentence));
  }
  if (!hasScanner(name)) return plainly;
  const cache = wordCache(words);
  return asciiScanner(name, {
    sentence({ letters, marks, count }) {
      const numbers = sentences.room(count);
      for (let i = 0; i < count; i++) {
        const mark = 3 * i;
        numbers[i] = cache.add(
          letters,
          marks[mark] as number,
          marks[mark + 1] as number,
          marks[mark + 2] as number,
        );
      }
      sentences.keep(count);
    },
    other: plainly,
  });
}

import { type Tokenizer, tokenizer } from "../tokens/index.ts";
import type { FaqEntry } from "./faq-entries.ts";

/** How the words of a language are divided. */
export function faqTokenizer(language: string): Tokenizer {
  return tokenizer(language === "zh" ? "chinese" : language === "ja" ? "japanese" : "words");
}

/** The tokens of a section: heading, text, and the questions that were asked before. */
export function faqTokens({ question, answer, asked }: FaqEntry, divide: Tokenizer): string[] {
  return divide([question, answer, ...asked].join("\n"));
}

import type { FaqEntry } from "./faq-entries.ts";
import type { FaqReply } from "./faq-reply.ts";

/** Columns of a heading that is suggested, where a Chinese character takes two: more would not fit on a line or two. */
const LONGEST = 80;

/** Headings that are tried for each one that is wanted. */
const TRIES = 8;

/** What says what an FAQ answers to a question. */
interface Replies {
  reply(question: string): FaqReply;
}

/**
 * Up to `most` headings of one language, to show what may be asked: short ones, with a question mark where enough have one, spread over the FAQ, and only such as are
 * answered by their own section. In the FAQ's order; the same ones each time.
 */
export function faqSuggestions(
  entries: readonly FaqEntry[],
  answerer: Replies,
  language: string,
  most: number,
): string[] {
  const short = entries.filter((entry) => entry.language === language && columns(entry.question) <= LONGEST);
  const asking = short.filter(({ question }) => /[?？]\s*$/u.test(question));
  const candidates = asking.length >= most ? asking : short;
  const isAnswered = ({ id, question }: FaqEntry): boolean => {
    const found = answerer.reply(question); // as whoever presses the button asks: without a language
    return found.answered && found.language === language && found.answers[0]?.id === id;
  };
  const parts = Array.from({ length: most }, (_, i) =>
    candidates.slice(
      Math.round((i * candidates.length) / most),
      Math.round(((i + 1) * candidates.length) / most),
    ),
  );
  return parts.flatMap((part) => part.slice(0, TRIES).find(isAnswered)?.question.trim() ?? []);
}

function columns(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > "\u2e7f" ? 2 : 1), 0);
}

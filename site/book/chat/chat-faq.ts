import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  faqAnswerer,
  faqThreshold,
  readFaq,
  readFaqExamples,
} from "../../../kernel-helpers/src/apply/index.ts";

/** What the chat of the site answers from. */
export interface ChatFaq {
  /** The sections, as `readFaq` takes them. */
  readonly sections: string;
  /** From which score on a question is answered. */
  readonly threshold: number;
}

/** Share of foreign questions that may be answered: the same as `w2v serve-faq --validation` has by default. */
const FALSE_ANSWERS = 0.1;

/** The Debian FAQ with the threshold that the questions of the course choose. */
export function chatFaq(datasets: string): ChatFaq {
  const sections = readFileSync(join(datasets, "debian-faq/faq.jsonl"), "utf8");
  const questions = readFileSync(join(datasets, "faq-questions/questions.jsonl"), "utf8");
  const { threshold } = faqThreshold(faqAnswerer(readFaq(sections)), readFaqExamples(questions), {
    falseAnswers: FALSE_ANSWERS,
  });
  return { sections, threshold };
}

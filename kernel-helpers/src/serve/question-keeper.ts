import { appendFile, mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { FaqReply } from "../apply/index.ts";
import { maskedQuestion } from "./masked-question.ts";
import { Refused } from "./refused.ts";

/** Keeps questions for a person who will answer them. */
export interface QuestionKeeper {
  /** Writes one down, unless it was written before; true if it is kept. Throws Refused when the file is full. */
  keep(question: string, found: FaqReply): Promise<boolean>;
  /** Resolves when everything is written. */
  flushed(): Promise<void>;
}

/** Bytes of the file from which on no more is kept. */
const FULL = 5_000_000;

/**
 * A keeper that adds a line of JSON to a file for each question: `question`, with addresses and long numbers masked, `language`, and the section that came
 * nearest, `nearest`, with its `score`. Nothing tells who asked, or when. What was asked in the same words since the start is kept once.
 */
export function questionKeeper(
  file: string,
  { full = FULL }: { readonly full?: number } = {},
): QuestionKeeper {
  const seen = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();
  const write = async (line: string): Promise<void> => {
    const bytes = await stat(file).then(
      ({ size }) => size,
      () => 0, // not there yet
    );
    if (bytes + Buffer.byteLength(line) > full) {
      throw new Refused(
        507,
        "Cannot keep the question as the file for questions is full. Remedy: tell the person who reads it",
      );
    }
    if (bytes === 0) await mkdir(dirname(file), { recursive: true });
    await appendFile(file, line);
  };
  return {
    keep(question, { language, score, answers: [nearest] }) {
      const masked = maskedQuestion(question);
      const key = `${language} ${masked.toLowerCase()}`;
      if (seen.has(key)) return Promise.resolve(true);
      const record = { question: masked, language, score, ...(nearest && { nearest: nearest.id }) };
      const written = last.then(() => write(`${JSON.stringify(record)}\n`)); // one after the other: lines do not mix
      last = written.catch(() => {});
      return written.then(() => {
        seen.add(key);
        return true;
      });
    },
    flushed: async () => void (await last),
  };
}

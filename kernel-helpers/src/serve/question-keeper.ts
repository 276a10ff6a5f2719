import { open, stat } from "node:fs/promises";
import { host, systemReason } from "#host";
import type { FaqReply } from "../apply/index.ts";
import { maskedQuestion } from "./masked-question.ts";
import { Refused } from "./refused.ts";

/** Keeps questions for a person who will answer them. */
export interface QuestionKeeper {
  /** Writes one down, unless it was written before; true if it is kept. Throws Refused when the file is full or cannot be written. */
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
  const kept = new Map<string, Promise<boolean>>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    keep(question, { language, score, answers: [nearest] }) {
      const masked = maskedQuestion(question);
      const key = `${language} ${masked.toLowerCase()}`;
      const before = kept.get(key);
      if (before) return before;
      const record = { question: masked, language, score, ...(nearest && { nearest: nearest.id }) };
      const written = last.then(() => write(file, JSON.stringify(record), full)); // one after the other: lines do not mix
      kept.set(key, written);
      last = written.catch(() => kept.delete(key)); // so that it can be passed on again
      return written;
    },
    flushed: async () => void (await last),
  };
}

async function write(file: string, line: string, full: number): Promise<true> {
  const { bytes, isWhole } = await endOf(file);
  const text = `${isWhole ? "" : "\n"}${line}\n`;
  if (bytes + Buffer.byteLength(text) > full) throw refused("is full");
  try {
    await host.append(file, Buffer.from(text));
    return true;
  } catch (error) {
    const { message, cause } = error as Error;
    console.error(message); // names the file, which is no business of whoever asks
    throw refused(`cannot be written: ${systemReason(cause ?? error)?.reason ?? "the system refuses it"}`);
  }
}

function refused(why: string): Refused {
  return new Refused(
    507,
    `Cannot keep the question as the file for questions ${why}. Remedy: tell the person who reads it`,
  );
}

/** Bytes of a file, and whether its last line has an end: a person may have changed the file with an editor that leaves none. */
async function endOf(file: string): Promise<{ readonly bytes: number; readonly isWhole: boolean }> {
  const about = await stat(file).catch(() => undefined); // not there yet
  if (!about?.isFile() || about.size === 0) return { bytes: 0, isWhole: true };
  const opened = await open(file).catch(() => undefined); // may be written and not read
  try {
    const read = await opened?.read(Buffer.alloc(1), 0, 1, about.size - 1);
    return { bytes: about.size, isWhole: read === undefined || read.buffer[0] === 0x0a };
  } finally {
    await opened?.close();
  }
}

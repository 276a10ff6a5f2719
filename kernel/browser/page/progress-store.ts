import {
  type NewChoice,
  NO_PROGRESS,
  type ProgressRecord,
  parseProgress,
  withChoice,
  withPassed,
} from "../../../kernel-helpers/src/host/progress-record.ts";
import type { ProgressSource } from "./progress-source.ts";
import type { Verdict } from "./verdict.ts";

type Keep = () => Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** How far the learner is, in the page's storage: in this browser only. */
export class ProgressStore implements ProgressSource {
  readonly note =
    "This is practice, not a grade: it is kept in this browser alone, and whoever can use the browser can change it.";
  readonly #storage: Keep;
  readonly #key: string;

  /** `site` is the site's path: other sites on the same host have their own progress. */
  constructor(storage: Keep, site: string) {
    this.#storage = storage;
    this.#key = `word2vec-lab:progress:${site}`;
  }

  /**
   * Stores a verdict; a passed exercise stays passed. A browser that stores nothing for pages is not an error. A damaged
   * record is kept under another key, and one of a later version of the course is left alone.
   */
  add(verdict: Verdict | undefined, now: Date = new Date()): void {
    if (!verdict?.passed) return;
    this.#change(`that ${verdict.exercise} passed`, now, (before) => withPassed(before, verdict, now));
  }

  /** Stores a choice in the same way. */
  async keepChoice(chosen: NewChoice, now: Date = new Date()): Promise<void> {
    this.#change(`the choice at ${chosen.question}`, now, (before) => withChoice(before, chosen, now));
  }

  #change(what: string, now: Date, change: (before: ProgressRecord) => ProgressRecord): void {
    try {
      const storage = this.#storage();
      const text = storage.getItem(this.#key) ?? "{}";
      const before = parseProgress(text);
      if (before === undefined) storage.setItem(`${this.#key}:damaged:${now.getTime()}`, text);
      const after = change(before ?? NO_PROGRESS);
      if (after !== before) storage.setItem(this.#key, JSON.stringify(after));
    } catch (error) {
      const why = error instanceof RangeError ? error.message : `the browser does not store it: ${error}`;
      console.warn(`Cannot record ${what}: ${why}`);
    }
  }

  /** Throws RangeError for a record of a later version. */
  async record(): Promise<ProgressRecord> {
    return parseProgress(this.#text()) ?? NO_PROGRESS;
  }

  async reset(): Promise<string> {
    this.#storage().removeItem(this.#key);
    return "The list starts again.";
  }

  #text(): string {
    try {
      return this.#storage().getItem(this.#key) ?? "{}";
    } catch {
      return "{}";
    }
  }
}

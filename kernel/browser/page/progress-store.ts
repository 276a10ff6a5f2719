import {
  NO_PROGRESS,
  type Passed,
  parseProgress,
  withPassed,
} from "../../../kernel-helpers/src/host/progress-record.ts";
import type { ProgressSource } from "./progress-source.ts";
import type { Verdict } from "./verdict.ts";

type Keep = () => Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Which checks passed, in the page's storage: in this browser only. */
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
    try {
      const storage = this.#storage();
      const text = storage.getItem(this.#key) ?? "{}";
      const before = parseProgress(text);
      if (before === undefined) storage.setItem(`${this.#key}:damaged:${now.getTime()}`, text);
      const after = withPassed(before ?? NO_PROGRESS, verdict, now);
      if (after !== before) storage.setItem(this.#key, JSON.stringify(after));
    } catch (error) {
      const why = error instanceof RangeError ? error.message : `the browser does not store it: ${error}`;
      console.warn(`Cannot record that ${verdict.exercise} passed: ${why}`);
    }
  }

  /** Throws RangeError for a record of a later version. */
  async passed(): Promise<Readonly<Record<string, Passed>>> {
    return (parseProgress(this.#text()) ?? NO_PROGRESS).passed;
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

import {
  NO_PROGRESS,
  type Passed,
  type ProgressRecord,
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

  /** Stores a verdict; a passed exercise stays passed. A browser that stores nothing for pages is not an error. */
  add(verdict: Verdict | undefined, now: Date = new Date()): void {
    if (!verdict?.passed) return;
    const before = this.#record();
    const after = withPassed(before, verdict, now);
    if (after === before) return;
    try {
      this.#storage().setItem(this.#key, JSON.stringify(after));
    } catch (error) {
      console.warn(`Cannot record that ${verdict.exercise} passed: the browser does not store it: ${error}`);
    }
  }

  async passed(): Promise<Readonly<Record<string, Passed>>> {
    return this.#record().passed;
  }

  async reset(): Promise<string> {
    this.#storage().removeItem(this.#key);
    return "The list starts again.";
  }

  #record(): ProgressRecord {
    try {
      return parseProgress(this.#storage().getItem(this.#key) ?? "{}") ?? NO_PROGRESS;
    } catch {
      return NO_PROGRESS;
    }
  }
}

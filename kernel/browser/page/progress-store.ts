import type { Verdict } from "./verdict.ts";

/** A check that passed. */
export interface Passed {
  readonly earned: number;
  readonly points: number;
  /** When it first did, as ISO 8601. */
  readonly at: string;
}

/** Which checks passed, in the page's storage: in this browser only. */
export class ProgressStore {
  readonly #storage: () => Pick<Storage, "getItem" | "setItem">;
  readonly #key: string;

  /** `site` is the site's path: other sites on the same host have their own progress. */
  constructor(storage: () => Pick<Storage, "getItem" | "setItem">, site: string) {
    this.#storage = storage;
    this.#key = `word2vec-lab:progress:${site}`;
  }

  /** Stores a verdict; a passed exercise stays passed. A browser that stores nothing for pages is not an error. */
  note(verdict: Verdict | undefined, now: Date = new Date()): void {
    if (!verdict?.passed) return;
    const { exercise, earned, points } = verdict;
    const known = this.passed();
    if (known[exercise] !== undefined && known[exercise].earned >= earned) return;
    const all = { ...known, [exercise]: { earned, points, at: now.toISOString() } };
    try {
      this.#storage().setItem(this.#key, JSON.stringify(all));
    } catch (error) {
      console.warn(`Cannot record that ${exercise} passed: the browser does not store it: ${error}`);
    }
  }

  /** Passed checks by exercise. */
  passed(): Readonly<Record<string, Passed>> {
    try {
      return JSON.parse(this.#storage().getItem(this.#key) ?? "{}");
    } catch {
      return {};
    }
  }
}

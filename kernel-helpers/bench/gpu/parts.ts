import type { BackendName } from "kernel-helpers";
import { agreement } from "./agreement.ts";
import { corpusTrainings } from "./corpus-trainings.ts";
import { memory } from "./memory.ts";
import { opening } from "./opening.ts";
import type { BackendResults } from "./outcome.ts";
import { profile } from "./profile.ts";
import { stepSpeeds } from "./step-speeds.ts";

/** How much is measured. */
export interface Amount {
  /** A slice that ends within seconds on a small machine, to try the command itself; its figures mean little. */
  readonly quick: boolean;
}

/** One part of the bench: gives its findings one after the other, so that those before a crash are not lost. */
export type Part = (backend: BackendName, amount: Amount) => AsyncIterable<object>;

/** The parts that compute in a process of their own; the contract suites are vitest's. */
export const parts: Readonly<Record<Exclude<keyof BackendResults, "contract">, Part>> = {
  open: opening,
  agreement,
  steps: stepSpeeds,
  corpus: corpusTrainings,
  memory,
  profile,
};

import { openers as known, names } from "#tfjs";
import type { BackendName, Opened, Openers } from "./contract.ts";
import { reasonOf, unusable } from "./unusable.ts";

/** What a user can ask for: a backend, or the best one on this machine. */
export type BackendChoice = BackendName | "auto";

/** The backends of this run-time, best first: those of Node, or those of a browser. */
export const backendNames: readonly BackendName[] = names;

/** The backend that was opened, and why those before it were not. */
export interface Chosen {
  readonly name: BackendName;
  readonly opened: Opened;
  readonly skipped: readonly string[];
}

/** The choice that `text` names, even one of another run-time; throws RangeError listing the names available here. */
export function backendChoice(text: string): BackendChoice {
  if (text !== "auto" && !Object.hasOwn(known, text)) {
    throw new RangeError(
      `Cannot open a backend as its name must be one of auto, ${backendNames.join(", ")}: current value is "${text}"`,
    );
  }
  return text as BackendChoice;
}

/**
 * Opens the backend that was asked for, and never another. `auto` tries the backends of this run-time in order, GPUs
 * only if they are hardware and cpu never, and takes the first that opens. If none does, it throws an Error with all
 * reasons.
 */
export async function chooseBackend(
  choice: BackendChoice,
  openers: Openers,
  order: readonly BackendName[] = backendNames,
): Promise<Chosen> {
  if (choice !== "auto") return { name: choice, opened: await openers[choice](), skipped: [] };
  const skipped: string[] = [];
  for (const name of order.filter((name) => name !== "cpu")) {
    try {
      const opened = await openers[name]();
      if (!opened.software) return { name, opened, skipped };
      opened.close();
      skipped.push(`${name}: only a software adapter, ${opened.device}`);
    } catch (error) {
      skipped.push(`${name}: ${reasonOf(error).why}`);
    }
  }
  throw unusable("auto", `none opens: ${skipped.join("; ")}`, "npm install, then w2v doctor");
}

import type { BackendName, Opened, Openers } from "./contract.ts";
import { reasonOf, unusable } from "./unusable.ts";

/** What can be asked for: a backend, or the best that this machine has. */
export type BackendChoice = BackendName | "auto";

/** All backends, the best first. */
export const backendNames: readonly BackendName[] = ["cuda", "webgpu", "native", "wasm", "cpu"];
const automatic: readonly BackendName[] = ["cuda", "webgpu", "native", "wasm"];

/** The backend that was opened, and why those before it were not. */
export interface Chosen {
  readonly name: BackendName;
  readonly opened: Opened;
  readonly skipped: readonly string[];
}

/** The choice that `text` names; throws RangeError with the names there are. */
export function backendChoice(text: string): BackendChoice {
  const choice = (["auto", ...backendNames] as const).find((name) => name === text);
  if (choice === undefined) {
    throw new RangeError(
      `Cannot open a backend as its name must be one of auto, ${backendNames.join(", ")}: current value is "${text}"`,
    );
  }
  return choice;
}

/**
 * Opens the backend that was asked for, and never another. `auto` tries cuda, webgpu (hardware only), native
 * and wasm, and takes the first that opens; when none does, it throws an Error with all reasons.
 */
export async function chooseBackend(choice: BackendChoice, openers: Openers): Promise<Chosen> {
  if (choice !== "auto") return { name: choice, opened: await openers[choice](), skipped: [] };
  const skipped: string[] = [];
  for (const name of automatic) {
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

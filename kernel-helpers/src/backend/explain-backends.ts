import { openers } from "#tfjs";
import { backendNames } from "./choose-backend.ts";
import type { BackendName, Opened } from "./contract.ts";
import { reasonOf } from "./unusable.ts";

/** What `w2v doctor` says about one backend. */
export interface BackendExplanation {
  /** Which backend. */
  readonly name: BackendName;
  /** True when `openBackend(name)` works here. */
  readonly usable: boolean;
  /** What computes; "" when not usable. */
  readonly device: string;
  /** Why it is not usable, or not taken by "auto"; "" when it is. */
  readonly why: string;
  /** The remedy; "" when none is needed. */
  readonly fix: string;
}

/** Tries every backend once, best first. For a process of its own: it closes a GPU that others may use. */
export async function explainBackends(): Promise<BackendExplanation[]> {
  const explanations: BackendExplanation[] = [];
  for (const name of backendNames) {
    try {
      const opened = await openers[name]();
      explanations.push({ name, usable: true, device: opened.device, ...remark(name, opened) });
      opened.close();
    } catch (error) {
      explanations.push({ name, usable: false, device: "", ...reasonOf(error) });
    }
  }
  return explanations;
}

function remark(name: BackendName, { software }: Opened): { readonly why: string; readonly fix: string } {
  if (software)
    return { why: "a software adapter: only when asked for by name", fix: "install a GPU driver" };
  if (name === "cpu") return { why: "slow: only when asked for by name", fix: "" };
  return { why: "", fix: "" };
}

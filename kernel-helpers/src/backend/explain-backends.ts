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
  /** Bytes that all tensors together may take at most, where that is known. */
  readonly memory?: number | undefined;
  /** Bytes that one tensor may take at most, where that is less. */
  readonly largestTensor?: number | undefined;
  /** True when a "GPU" is emulated on the CPU. */
  readonly software?: boolean | undefined;
  /** Why it is not usable, or not taken by "auto"; "" when it is. */
  readonly why: string;
  /** The remedy; "" when none is needed. */
  readonly fix: string;
}

/**
 * Tries each of `names` once, by default every backend, best first. For a process of its own: it closes a GPU that
 * others may use, and cuda and native need one each.
 */
export async function explainBackends(
  names: readonly BackendName[] = backendNames,
): Promise<BackendExplanation[]> {
  const explanations: BackendExplanation[] = [];
  for (const name of names) {
    try {
      const opened = await openers[name]();
      const { device, memory, largestTensor, software } = opened;
      const limits = { memory, largestTensor, software };
      explanations.push({ name, usable: true, device, ...limits, ...remark(name, opened) });
      opened.close();
    } catch (error) {
      explanations.push({ name, usable: false, device: "", ...reasonOf(error) });
    }
  }
  return explanations;
}

function remark(name: BackendName, { software }: Opened): { readonly why: string; readonly fix: string } {
  if (software)
    return {
      why: "the CPU plays the GPU, slowly: only when asked for by name",
      fix: "install the driver of the GPU, if there is one",
    };
  if (name === "cpu") return { why: "slow: only when asked for by name", fix: "" };
  return { why: "", fix: "" };
}

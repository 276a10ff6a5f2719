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
  /** Upper limit in bytes for all tensors together, where it is known. */
  readonly memory?: number | undefined;
  /** Upper limit in bytes for one tensor, where that is lower. */
  readonly largestTensor?: number | undefined;
  /** True when a "GPU" is emulated on the CPU. */
  readonly software?: boolean | undefined;
  /** Why it is not usable, or why "auto" does not choose it; "" if neither applies. */
  readonly why: string;
  /** The remedy; "" when none is needed. */
  readonly fix: string;
}

/**
 * Tries each of `names` once, by default every backend, best first. Run it in a separate process: it closes GPUs that
 * other code may be using, and cuda and native each need their own process.
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
      why: "a slow emulation on the CPU: only when asked for by name",
      fix: "install the driver of the GPU, if there is one",
    };
  if (name === "cpu") return { why: "slow: only when asked for by name", fix: "" };
  return { why: "", fix: "" };
}

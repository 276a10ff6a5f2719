import { parseArgs } from "node:util";
import { type BackendName, backendNames } from "kernel-helpers";
import type { BackendResults } from "./outcome.ts";

/** The parts in the order in which they run on each backend. */
export const partNames = [
  "open",
  "contract",
  "agreement",
  "steps",
  "corpus",
  "memory",
  "profile",
] as const satisfies readonly (keyof BackendResults)[];

export type PartName = (typeof partNames)[number];

/** What the command line asks for. */
export interface Options {
  readonly backends: readonly BackendName[];
  readonly parts: readonly PartName[];
  readonly quick: boolean;
  /** Seconds after which one part on one backend is given up. */
  readonly patience: number;
  /** Folder of the results. */
  readonly into: string;
  /** Also keep the results in kernel-helpers/bench/results, named by the device. */
  readonly write: boolean;
  /** File into which everything is packed for a machine without a network; nothing is measured then. */
  readonly pack: string | undefined;
  /** Whether what `w2v gpu setup` has installed is packed too. */
  readonly tensorflow: boolean;
}

/** What `--help` prints; docs/gpu.md says more. */
export const HELP = `Tries and measures the backends of TensorFlow.js on this machine, each part in a process of its own.

Usage: npm run bench:gpu -- [OPTIONS]

  --quick            a slice that ends within a minute on two cores
  --backends NAMES   ${backendNames.join(", ")} (default: cuda,webgpu,native,wasm)
  --parts NAMES      ${partNames.join(", ")} (default: all)
  --patience N       seconds after which one part on one backend is given up (default: 900; with --quick 120)
  --into FOLDER      where results.json and results.md go (default: build/bench-gpu)
  --write            also keeps them in kernel-helpers/bench/results, named by the device
  --pack FILE        measures nothing, but packs all that is needed on a Linux machine without a network into FILE,
                     a .tar.xz; there: tar -xf FILE, then w2v-bench-gpu/run.sh with these options
  --tensorflow       with --pack: also packs what w2v gpu setup has installed here, for native or cuda

Several names are separated by commas. docs/gpu.md explains the parts.`;

/** Reads the command line. Throws RangeError with the choices for a value that is none of them. */
export function readOptions(args: readonly string[]): Options {
  const [text, flag] = [{ type: "string" } as const, { type: "boolean", default: false } as const];
  const options = {
    ...{ quick: flag, write: flag, tensorflow: flag },
    ...{ backends: text, parts: text, patience: text, into: text, pack: text },
  };
  const { values } = parseArgs({ args: [...args], options });
  const { quick, write, tensorflow, into = "build/bench-gpu", pack } = values;
  const patience = Number(values.patience ?? (quick ? 120 : 900));
  if (!(patience > 0 && Number.isFinite(patience)))
    throw new RangeError(`Cannot measure as --patience must be > 0: current value is "${values.patience}"`);
  if (quick && write)
    throw new RangeError(
      "Cannot keep the results of --quick, which measures too little. Remedy: leave one of them out",
    );
  return {
    backends: chosen("backends", values.backends ?? "cuda,webgpu,native,wasm", backendNames),
    parts: chosen("parts", values.parts ?? partNames.join(","), partNames),
    ...{ quick, patience, into, write, pack, tensorflow },
  };
}

function chosen<Name extends string>(name: string, given: string, choices: readonly Name[]): Name[] {
  return given.split(",").map((word) => {
    const found = choices.find((choice) => choice === word);
    if (found !== undefined) return found;
    throw new RangeError(
      `Cannot measure as --${name} must be among ${choices.join(", ")}: current value is "${word}"`,
    );
  });
}

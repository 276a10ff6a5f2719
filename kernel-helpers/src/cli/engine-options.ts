import { type BackendChoice, backendNames } from "../backend/index.ts";
import { type SimdBinary, simdBinaries } from "../simd/index.ts";
import type { EngineName } from "../train/index.ts";
import type { Arguments, OptionSpec } from "./command.ts";
import { choiceOption, wholeOption } from "./option-values.ts";
import { UsageError } from "./usage-error.ts";

const backends: readonly BackendChoice[] = ["auto", ...backendNames];

/** The options of `w2v train` that say what trains. */
export const engineSpecs: Readonly<Record<string, OptionSpec>> = {
  engine: {
    value: "NAME",
    help: "simd (WebAssembly, fast), tensor (TensorFlow.js), reference (float64, slow), or auto (default: auto)",
  },
  threads: {
    value: "N",
    help: "threads of the simd engine; checkpoints do not keep it (default: as many as this program may use at once)",
  },
  simd: {
    value: "NAME",
    sets: "binary",
    help: "its binary: plain rounds alike everywhere, relaxed is faster where there is one, or auto (default: auto)",
  },
  backend: {
    value: "NAME",
    help: `backend of the tensor engine: ${backends.join(", ")} (default: W2V_BACKEND or auto)`,
  },
};

/** What trains. */
export interface EnginePlan {
  /** The engine; undefined when the options, or the checkpoint, decide. */
  readonly engine: EngineName | undefined;
  readonly threads: number | undefined;
  /** The binary of the simd engine; undefined when the machine, or the checkpoint, decides. */
  readonly simd: SimdBinary | undefined;
  readonly backend: BackendChoice | undefined;
}

/** Reads what trains; throws UsageError for an unknown name and for options of another engine. */
export function readEngineOptions(given: Arguments): EnginePlan {
  const engine = autoOption(given, "engine", ["simd", "tensor", "reference"]);
  const simd = autoOption(given, "simd", simdBinaries);
  const threads = wholeOption(given, "threads");
  const backend = choiceOption(given, "backend", backends);
  requireOwner(given, engine, "tensor", ["backend"]);
  requireOwner(given, engine, "simd", ["simd", "threads"]);
  return { engine, threads, simd, backend };
}

/** A name of a list; undefined for "auto" and when it is not given. */
function autoOption<Name extends string>(
  given: Arguments,
  option: string,
  names: readonly Name[],
): Name | undefined {
  const name = choiceOption(given, option, ["auto", ...names]);
  return names.find((known) => known === name);
}

/** Throws UsageError if an option of one engine is given for another. */
function requireOwner(
  given: Arguments,
  engine: EngineName | undefined,
  owner: EngineName,
  options: readonly string[],
): void {
  const option = options.find((name) => given.options[name] !== undefined);
  if (option === undefined || engine === undefined || engine === owner) return;
  throw new UsageError(
    `Cannot train: --${option} is for --engine ${owner}, and the engine is ${engine}. Remedy: leave out --${option}`,
  );
}

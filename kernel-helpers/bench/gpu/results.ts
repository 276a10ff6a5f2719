import { type BackendName, backendNames } from "kernel-helpers";
import type { BackendResults } from "./outcome.ts";

/** Everything that was found on a machine. */
export interface GpuResults {
  readonly date: string;
  readonly quick: boolean;
  readonly machine: string;
  readonly driver: {
    readonly version?: string;
    readonly note: string;
    readonly gpus: readonly { readonly name: string; readonly memory?: string }[];
  };
  readonly backends: Readonly<Partial<Record<BackendName, BackendResults>>>;
}

/** The GPU's name, or the processor's where there is no GPU. */
export function deviceOf({ driver, backends, machine }: GpuResults): string {
  const named = driver.gpus[0]?.name;
  const webgpu = backends.webgpu?.open;
  const opened = webgpu?.ok && !webgpu.value.software ? webgpu.value.device : undefined;
  return named ?? opened ?? machine.split(",")[0] ?? machine;
}

/** The backends that were tried, best first, with their results. */
export function triedOf({ backends }: GpuResults): [BackendName, BackendResults][] {
  return backendNames.flatMap((name) => {
    const found = backends[name];
    return found ? [[name, found] as [BackendName, BackendResults]] : [];
  });
}

/** A message in one line that does not break a table. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll("|", "\\|")
    .slice(0, 300);
}

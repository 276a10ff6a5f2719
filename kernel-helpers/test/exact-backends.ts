import { findAddon } from "../src/backend/addon-file.node.ts";
import type { BackendName } from "../src/backend/contract.ts";

/** False if the addon of `native` is not built: tests that need it are then skipped, with a line that says why. */
export const nativeIsBuilt: boolean = findAddon() !== undefined;

if (!nativeIsBuilt) {
  console.warn(
    "tests that need the native backend are skipped: its addon is not built (npm run setup:gpu; needs g++: apt install g++)",
  );
}

/** The backends here that agree with the float64 step to 4 digits and throw synchronously. */
export const exactBackends: readonly BackendName[] = [
  "wasm",
  "cpu",
  ...(nativeIsBuilt ? ["native" as const] : []),
];

import { findAddon } from "../src/backend/addon-file.node.ts";
import type { BackendName } from "../src/backend/contract.ts";

/** False where the addon of `native` is not built: tests that need it are skipped then, with one line that says why. */
export const nativeIsBuilt: boolean = findAddon() !== undefined;

if (!nativeIsBuilt) {
  console.warn(
    "tests that need the native backend are skipped: its addon is not built (npm run setup:gpu; needs g++: apt install g++)",
  );
}

/** The backends that compute as the float64 step does to 4 digits and throw at once, those that are here. */
export const exactBackends: readonly BackendName[] = [
  "wasm",
  "cpu",
  ...(nativeIsBuilt ? ["native" as const] : []),
];

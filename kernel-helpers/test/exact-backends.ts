import { findAddon } from "../src/backend/addon-file.node.ts";
import type { BackendName } from "../src/backend/contract.ts";
import { testedBackend } from "./tested-backend.ts";

/** False if the addon of `native` is not built, or another backend is tested: tests that need it are then skipped, with a line that says why. */
export const nativeIsBuilt: boolean =
  testedBackend === undefined ? findAddon() !== undefined : testedBackend === "native";

if (!nativeIsBuilt && testedBackend === undefined) {
  console.warn(
    "tests that need the native backend are skipped: its addon is not built (npm run setup:gpu; needs g++: apt install g++)",
  );
}

/** The backends here that agree with the float64 step to 4 digits and throw synchronously. */
export const exactBackends: readonly BackendName[] =
  testedBackend === undefined
    ? ["wasm", "cpu", ...(nativeIsBuilt ? ["native" as const] : [])]
    : [testedBackend].filter((name) => name !== "webgpu");

import { backendNames } from "../src/backend/choose-backend.ts";
import type { BackendName } from "../src/backend/contract.ts";

/**
 * The one backend on which the tests of every backend run, where W2V_TEST_BACKEND names it: so they can meet a real GPU. Without
 * the setting they run on what a machine without a GPU has.
 */
export const testedBackend: BackendName | undefined = named(process.env.W2V_TEST_BACKEND);

function named(setting: string | undefined): BackendName | undefined {
  if (setting === undefined || setting === "") return;
  const found = backendNames.find((name) => name === setting);
  if (found !== undefined) return found;
  throw new RangeError(
    `Cannot test as W2V_TEST_BACKEND must be one of ${backendNames.join(", ")}: current value is "${setting}"`,
  );
}

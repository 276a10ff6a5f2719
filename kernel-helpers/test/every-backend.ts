import type { BackendName } from "../src/backend/contract.ts";
import { exactBackends } from "./exact-backends.ts";
import { softwareVulkan } from "./software-vulkan.ts";
import { testedBackend } from "./tested-backend.ts";

/** Every backend that can be opened here, or the one that W2V_TEST_BACKEND names; the imported files print a line for each that cannot. */
export const everyBackend: readonly BackendName[] =
  testedBackend === undefined
    ? [...exactBackends, ...(softwareVulkan ? ["webgpu" as const] : [])]
    : [testedBackend];

/** The backend for tests of what a GPU does: the named one, or webgpu on a driver that emulates a GPU. Undefined where there is neither. */
export const gpuBackend: BackendName | undefined = testedBackend ?? (softwareVulkan ? "webgpu" : undefined);

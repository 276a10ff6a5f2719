import type { BackendName } from "../src/backend/contract.ts";
import { exactBackends } from "./exact-backends.ts";
import { softwareVulkan } from "./software-vulkan.ts";

/** Every backend that can be opened here; the two imported files print a line for each that cannot. */
export const everyBackend: readonly BackendName[] = [
  ...exactBackends,
  ...(softwareVulkan ? ["webgpu" as const] : []),
];

import { KERNEL_HOST, type KernelHost } from "./contract.ts";

/** The running kernel's part of the host; undefined outside a kernel. */
export function kernelHost(): KernelHost | undefined {
  return (globalThis as { [KERNEL_HOST]?: KernelHost })[KERNEL_HOST];
}

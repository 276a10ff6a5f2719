// The interface for other programs: writing and finding kernelspecs.
export { belongsTo, kernelProblem, readKernel, readKernels } from "./installed-kernel.mjs";
export { pathKernels, prefixKernels, userKernels } from "./kernel-places.mjs";
export { KernelUsageError } from "./kernel-usage-error.mjs";
export { installKernelSpec, KERNEL_NAME, kernelSpec, LAUNCHER, writeKernelSpec } from "./kernelspec.mjs";
export { KERNEL_OPTIONS, manageKernels } from "./manage-kernels.mjs";
export { nodeProblem } from "./node-problem.mjs";

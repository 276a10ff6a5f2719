/** The command line is wrong: the caller shows its usage. */
export class KernelUsageError extends Error {}

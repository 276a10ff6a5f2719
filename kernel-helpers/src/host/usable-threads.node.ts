import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";

/** Files of Linux' control groups: version 2's limit, then quota and period of version 1. */
const QUOTAS: readonly (readonly string[])[] = [
  ["/sys/fs/cgroup/cpu.max"],
  ["/sys/fs/cgroup/cpu/cpu.cfs_quota_us", "/sys/fs/cgroup/cpu/cpu.cfs_period_us"],
];

/**
 * How many threads can run at once here: the processors that the system lets this process use, or the whole processors of a
 * container's quota if that is less, at least 1. Node counts the quota itself only in later versions.
 */
export function usableThreads(read: (path: string) => string = readText): number {
  const quota = Math.min(...QUOTAS.map((files) => quotaIn(files.map(read).join(" "))));
  return Math.max(1, Math.min(availableParallelism(), Math.floor(quota)));
}

/** "200000 100000" is 2 processors; "max 100000", "-1 100000" and nothing are no limit. */
function quotaIn(text: string): number {
  const [quota = Number.NaN, period = Number.NaN] = text.trim().split(/\s+/).map(Number);
  return quota > 0 && period > 0 ? quota / period : Number.POSITIVE_INFINITY;
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // no control groups of this version
  }
}

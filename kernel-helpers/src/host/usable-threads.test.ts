import { availableParallelism } from "node:os";
import { expect, test } from "vitest";
import { usableThreads } from "./usable-threads.node.ts";

const v2 = "/sys/fs/cgroup/cpu.max";
const v1 = ["/sys/fs/cgroup/cpu/cpu.cfs_quota_us", "/sys/fs/cgroup/cpu/cpu.cfs_period_us"] as const;

test.each<[Record<string, string>, number]>([
  [{}, availableParallelism()],
  [{ [v2]: "max 100000\n" }, availableParallelism()],
  [{ [v2]: "100000 100000\n" }, 1],
  [{ [v2]: "50000 100000\n" }, 1],
  [{ [v2]: "99900000 100000\n" }, availableParallelism()],
  [{ [v1[0]]: "-1\n", [v1[1]]: "100000\n" }, availableParallelism()],
  [{ [v1[0]]: "150000\n", [v1[1]]: "100000\n" }, 1],
  [{ [v2]: "nonsense" }, availableParallelism()],
])("usableThreads() with %o is %i", (files, wanted) => {
  expect(usableThreads((path) => files[path] ?? "")).toBe(wanted);
});

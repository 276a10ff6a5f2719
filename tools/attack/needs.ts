import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProgram } from "../programs/find-program.ts";

/** What an attack may need of the machine. */
export type Need = "a small disk" | "pipes with a name" | "permissions" | "/dev/full" | "/proc" | "Chromium";

const isRoot = process.getuid?.() === 0;

/** What stands before a command that root runs without the right to open everything. */
const WITHOUT_RIGHTS = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"] as const;

/** The command so that permissions hold for it, whoever runs this. */
export function withoutRights(command: readonly string[]): [program: string, ...words: string[]] {
  const before = isRoot && missingFor("permissions") === undefined ? WITHOUT_RIGHTS : [];
  return [...before, ...command] as [string, ...string[]];
}

/** Why this machine does not have it; undefined if it does. */
const MISSING: Readonly<Record<Need, () => string | undefined>> = {
  "a small disk": () => {
    const place = mkdtempSync(join(tmpdir(), "w2v-disk-"));
    const isThere = spawnSync("mount", ["-t", "tmpfs", "-o", "size=8192", "tmpfs", place]).status === 0;
    if (isThere) spawnSync("umount", [place]);
    rmdirSync(place);
    return isThere ? undefined : "only root can make a small disk (mount -t tmpfs)";
  },
  "pipes with a name": () =>
    spawnSync("mkfifo", ["--version"]).status === 0 || existsSync("/usr/bin/mkfifo")
      ? undefined
      : "there is no mkfifo",
  permissions: () => {
    if (process.platform === "win32") return "Windows has other permissions";
    const [setpriv, ...words] = WITHOUT_RIGHTS;
    return !isRoot || spawnSync(setpriv, [...words, "true"]).status === 0
      ? undefined
      : "root may open everything. Remedy: run this as another user, or install setpriv (util-linux)";
  },
  "/dev/full": () => (existsSync("/dev/full") ? undefined : "there is no /dev/full"),
  Chromium: () =>
    findProgram("chromium") === undefined
      ? "chromium is not on the PATH. Remedy: apt install chromium, or name the attacks to make"
      : undefined,
  "/proc": () => (existsSync("/proc/self/status") ? undefined : "only /proc tells the memory of a process"),
};

const known = new Map<Need, string | undefined>();

/** Why this machine does not have what an attack needs; undefined if it does. Each need is examined once. */
export function missingFor(need: Need): string | undefined {
  if (!known.has(need)) known.set(need, MISSING[need]());
  return known.get(need);
}

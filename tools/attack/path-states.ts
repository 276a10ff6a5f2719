import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, linkSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Need } from "./needs.ts";

/** Bytes of a file that no program may hold in memory: Node reads no file above 2 GiB in one piece. */
const HUGE = 3 * 2 ** 30;

/** What a state changes while the program runs. */
export interface Made {
  /** The path for the command line; undefined for the plain one. */
  readonly path?: string;
  /** Takes permissions away before the program starts, and gives them back. */
  readonly lock?: () => void;
  readonly unlock?: () => void;
  /** Puts the machine back as it was. */
  readonly end?: () => void;
}

/** A state of a path. */
export interface State {
  readonly needs?: Need;
  /**
   * Makes it at `at`, in a folder of its own; `put` puts there what a person would have: a good input, an older output.
   * `input` is another file that the program reads.
   */
  make(at: string, put: (path: string) => void, input: string): Made;
}

/** Every state in which a path may be found. */
export const STATES = {
  "as it should be": {
    make(at, put) {
      put(at);
      return {};
    },
  },
  missing: { make: () => ({}) },
  "in a missing folder": { make: (at) => ({ path: join(dirname(at), "none", basename(at)) }) },
  "a folder": { make: (at) => only(() => mkdirSync(at)) },
  "below a file": {
    make(at) {
      writeFileSync(join(dirname(at), "file"), "a file");
      return { path: join(dirname(at), "file", basename(at)) };
    },
  },
  "without permissions": {
    needs: "permissions",
    make: (at, put) => kept(put, at, at, 0o000),
  },
  "in a folder without permissions": {
    needs: "permissions",
    make: (at, put) => kept(put, at, dirname(at), 0o000),
  },
  "read-only": { make: (at, put) => kept(put, at, at, 0o555) },
  "in a read-only folder": {
    needs: "permissions",
    make: (at, put) => kept(put, at, dirname(at), 0o555),
  },
  "on a full disk": { needs: "a small disk", make: onFullDisk },
  "a full device": { needs: "/dev/full", make: (at) => only(() => symlinkSync("/dev/full", at)) },
  "a pipe with nobody at the other end": {
    needs: "pipes with a name",
    make: (at) => only(() => execFileSync("mkfifo", [at])),
  },
  "above 2 GiB": {
    make(at, put) {
      put(at);
      truncateSync(at, HUGE); // a hole, which takes no room on the disk
      return {};
    },
  },
  "a link": {
    make(at, put) {
      mkdirSync(join(dirname(at), "far"));
      put(join(dirname(at), "far", basename(at)));
      symlinkSync(join("far", basename(at)), at);
      return {};
    },
  },
  "a link to nothing": { make: (at) => only(() => symlinkSync("nothing", at)) },
  "a link to itself": { make: (at) => only(() => symlinkSync(basename(at), at)) },
  "in another spelling": {
    make(at, put) {
      put(at);
      const folder = dirname(at);
      return { path: `${folder}//../${basename(folder)}/./${basename(at)}` };
    },
  },
  "an input by a link": { make: (at, _, input) => only(() => symlinkSync(input, at)) },
  "an input by a hard link": { make: (at, _, input) => only(() => linkSync(input, at)) },
} as const satisfies Record<string, State>;

/** The name of a state. */
export type StateName = keyof typeof STATES;

function only(work: () => unknown): Made {
  work();
  return {};
}

/** A good path, and the permissions of it or of its folder while the program runs. */
function kept(put: (path: string) => void, at: string, path: string, mode: number): Made {
  put(at);
  return { lock: () => chmodSync(path, mode), unlock: () => chmodSync(path, 0o755) };
}

/** Mounts a small disk at the path's folder and fills it. */
function onFullDisk(at: string, put: (path: string) => void): Made {
  const disk = dirname(at);
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=262144", "tmpfs", disk]);
  const end = (): void => {
    spawnSync("umount", ["--lazy", disk]);
  };
  try {
    put(at);
    fill(join(disk, "filler"));
  } catch (error) {
    end();
    throw error;
  }
  return { end };
}

function fill(path: string): void {
  try {
    for (let bytes = 4096; ; bytes += 4096) writeFileSync(path, Buffer.alloc(bytes));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") return;
    rmSync(path, { force: true });
    throw error;
  }
}

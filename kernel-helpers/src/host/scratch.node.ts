import { randomBytes } from "node:crypto";
import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ScratchFile } from "./contract.ts";
import { fileError } from "./system-error.node.ts";

const ADVICE = "free some space, or name a folder with room by W2V_SCRATCH=FOLDER";

/**
 * A new scratch file in W2V_SCRATCH, or else in the system's folder for temporary files. Its name is removed at once, so
 * that the system frees it whenever the process ends, by kill -9 too; Windows, which keeps the names of open files, removes
 * it at `close` or at the end of the process.
 */
export function openScratch(folder: string = process.env.W2V_SCRATCH || tmpdir()): ScratchFile {
  const path = join(folder, `w2v-${randomBytes(8).toString("hex")}.scratch`);
  let fd: number;
  try {
    fd = openSync(path, "wx+", 0o600);
  } catch (error) {
    throw fileError("write the scratch file", path, error, ADVICE);
  }
  if (process.platform !== "win32") {
    rmSync(path);
    return scratchOn(fd, path, () => {});
  }
  const remove = (): void => rmSync(path, { force: true });
  process.once("exit", remove);
  return scratchOn(fd, path, () => {
    process.off("exit", remove);
    remove();
  });
}

/** The scratch file on an open descriptor; `path` is for messages, `closed` is called after it was closed. */
export function scratchOn(fd: number, path: string, closed: () => void): ScratchFile {
  let size = 0;
  let isOpen = true;

  function write(at: number, bytes: Uint8Array): void {
    try {
      for (let done = 0; done < bytes.length; ) {
        done += writeSync(fd, bytes, done, bytes.length - done, at + done);
      }
    } catch (error) {
      throw fileError("write the scratch file", path, error, ADVICE);
    }
  }

  return {
    append(bytes) {
      write(size, bytes);
      size += bytes.length;
    },
    write,
    read(at, bytes) {
      let done = 0;
      try {
        for (let more = 1; more > 0 && done < bytes.length; done += more) {
          more = readSync(fd, bytes, done, bytes.length - done, at + done);
        }
      } catch (error) {
        throw fileError("read the scratch file", path, error);
      }
      return done;
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      closeSync(fd);
      closed();
    },
  };
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";

/** An empty project folder, a new one for each test. */
export interface ScratchRoot {
  readonly root: string;
  /** Writes a file in it. */
  put(path: string, text?: string): void;
  /** Writes what pip leaves when it succeeds, as empty files. */
  unpackWheel(folder?: string): void;
}

/** Makes the folder before each test of this file, and deletes it after it. */
export function scratchRoot(): ScratchRoot {
  let root = "";
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "w2v-gpu-"));
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const put = (path: string, text = ""): void => {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  return {
    get root() {
      return root;
    },
    put,
    unpackWheel(folder = "build/tensorflow/wheel") {
      put(`${folder}/tensorflow/libtensorflow_cc.so.2`);
      put(`${folder}/tensorflow/libtensorflow_framework.so.2`);
      put(`${folder}/tensorflow/include/tensorflow/c/eager/c_api.h`);
    },
  };
}

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectorNames } from "../../kernel-helpers/src/record/index.ts";
import { cell, type Subject, w2v } from "./path-subject.ts";

/** How a program ends that only reads a folder; one that writes differs as `WRITES` says. */
const READS: Subject["endings"] = {
  "as it should be": "well",
  missing: "refused",
  "in a missing folder": "refused",
  "below a file": "refused",
  "without permissions": "refused",
  "in a folder without permissions": "refused",
  "read-only": "well",
  "in a read-only folder": "well",
  "on a full disk": "well",
  "a full device": "refused",
  "a pipe with nobody at the other end": "refused",
  "a link": "well",
  "a link to nothing": "refused",
  "a link to itself": "refused",
  "in another spelling": "well",
};

const WRITES: Subject["endings"] = {
  ...READS,
  missing: "well",
  "in a missing folder": "well",
  "read-only": "refused",
  "on a full disk": "refused",
};

/** A file of the folder that TensorBoard's projector reads: its name is given. */
const PROJECTOR: Subject["endings"] = {
  "as it should be": "well",
  missing: "well",
  "a folder": "refused",
  "without permissions": "refused",
  "read-only": "refused",
  "a full device": "refused",
  "a pipe with nobody at the other end": "stopped",
  "above 2 GiB": "well",
  "a link": "well",
  "a link to itself": "refused",
  "an input by a link": "refused",
  "an input by a hard link": "refused",
};

const TRAIN = "train --corpus corpus.txt --engine reference --min-count 1 --vector-size 4 --out out.vec";

const KERNELS = "share/jupyter/kernels/w2v";

const empty = (path: string): void => void mkdirSync(path, { recursive: true });

/** A kernelspec of this clone. */
const kernelspec = (path: string): void => {
  mkdirSync(join(path, KERNELS), { recursive: true });
  const launcher = join(w2v, "../../../kernel/node/launch.cjs");
  writeFileSync(join(path, KERNELS, "kernel.json"), JSON.stringify({ argv: [process.execPath, launcher] }));
};

/** Every reader and writer of a folder. */
export const FOLDERS: readonly Subject[] = [
  {
    name: "w2v train --tensorboard",
    file: "board",
    put: empty,
    words: (path) => [w2v, ...TRAIN.split(" "), "--tensorboard", path],
    endings: WRITES,
    creates: /^out\.vec$|^board\//,
  },
  ...projectorNames.map(
    (file): Subject => ({
      name: `w2v train --tensorboard, ${file}`,
      file,
      put: (path) => writeFileSync(path, "old\n"),
      words: (path) => [w2v, ...TRAIN.split(" "), "--tensorboard", dirname(path)],
      endings: PROJECTOR,
      creates: /^out\.vec$|^events\.|^(tensors|metadata)\.tsv$|^projector_config\.pbtxt$/,
    }),
  ),
  {
    name: "startTensorboard()",
    file: "board",
    put: empty,
    words: cell("await lab.startTensorboard(path);"),
    endings: WRITES,
    creates: /^board\//,
  },
  {
    name: "w2v kernel install --prefix",
    file: "env",
    put: empty,
    words: (path) => [w2v, "kernel", "install", "--prefix", path],
    endings: WRITES,
    creates: /^env\//,
  },
  {
    name: "w2v kernel uninstall --prefix",
    file: "env",
    put: kernelspec,
    words: (path) => [w2v, "kernel", "uninstall", "--prefix", path],
    endings: READS,
    creates: /^env\//,
  },
  {
    name: "w2v kernel list --prefix",
    file: "env",
    put: kernelspec,
    words: (path) => [w2v, "kernel", "list", "--prefix", path],
    // a place without kernels has none to list
    endings: { ...READS, missing: "well", "in a missing folder": "well", "a link to nothing": "well" },
  },
  {
    name: "w2v kernel list --python",
    file: "python",
    put: (path) => writeFileSync(path, "#!/bin/sh\necho /nowhere\n", { mode: 0o755 }),
    words: (path) => [w2v, "kernel", "list", "--sys-prefix", "--python", path],
    endings: { ...READS, "a folder": "refused" },
  },
  {
    name: "w2v serve-site",
    file: "site",
    put(path) {
      mkdirSync(path);
      writeFileSync(join(path, "index.html"), "<h1>home</h1>");
    },
    words: (path) => [w2v, "serve-site", path, "--port", "0"],
    endings: Object.fromEntries(
      Object.entries(READS).map(([state, ending]) => [state, ending === "well" ? "stopped" : ending]),
    ),
  },
];

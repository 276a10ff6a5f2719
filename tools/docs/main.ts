// npm run docs            writes every generated part of the documents
// npm run docs -- --check says what is not current, and fails
import "../print/plain-errors.ts";
import { parseArgs } from "node:util";
import { projectRoot } from "../../setup/paths.mjs";
import { outdatedDocuments, writeDocuments } from "./documents.ts";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const { check } = values;
const found = check ? outdatedDocuments(projectRoot) : writeDocuments(projectRoot);
for (const file of found) {
  if (check) console.error(`${file}: not current: npm run docs`);
  else console.log(`${file}: written`);
}
if (check && found.length > 0) process.exitCode = 1;
if (found.length === 0) console.log("all documents are current");

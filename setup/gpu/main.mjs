#!/usr/bin/env node
// The backends cuda and native: `w2v gpu setup|remove|status`, and `npm run setup:gpu`. Like setup, it uses Node's
// built-ins alone.
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { SetupError } from "../step.mjs";
import { planGpu } from "./plan.mjs";
import { removeGpu } from "./remove.mjs";
import { setUpGpu } from "./set-up.mjs";

const root = realpathSync(join(fileURLToPath(import.meta.url), "../.."));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cpu: { type: "boolean" }, cuda: { type: "boolean" }, "dry-run": { type: "boolean" } },
});
const wanted = values.cpu ? "cpu" : values.cuda ? "cuda" : undefined;

try {
  if (positionals[0] === "remove") await removeGpu(root);
  else if (positionals[0] === "status" || values["dry-run"])
    console.log(planGpu(root, { wanted }).join("\n"));
  else await setUpGpu(root, { wanted });
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
}

// Runs one part of the bench on one backend, for main.ts, which starts it in a process of its own because a driver may crash it:
//   run-part.ts PART BACKEND '{"quick": false}'
// Each finding is a line of JSON on descriptor 3; TensorFlow may print what it likes on the others.
import "../../../tools/print/plain-errors.ts";
import { writeSync } from "node:fs";
import type { BackendName } from "kernel-helpers";
import { type Amount, parts } from "./parts.ts";

const FINDINGS = 3;

const [part, backend, amount] = process.argv.slice(2) as [keyof typeof parts, BackendName, string];
for await (const finding of parts[part](backend, JSON.parse(amount) as Amount))
  writeSync(FINDINGS, `${JSON.stringify(finding)}\n`);
process.exit(0); // a driver may keep threads

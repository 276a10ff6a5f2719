import { analogyCommand } from "./analogy.ts";
import { dataCommand } from "./data.ts";
import { doctorCommand } from "./doctor.ts";
import { gpuCommand } from "./gpu.ts";
import { kernelCommand } from "./kernel.ts";
import { monitorCommand } from "./monitor.ts";
import { neighboursCommand } from "./neighbours.ts";
import { progressCommand } from "./progress.ts";
import { run } from "./run.ts";
import { serveFaqCommand } from "./serve-faq.ts";
import { serveSiteCommand } from "./serve-site.ts";
import { startCommand } from "./start.ts";
import { trainCommand } from "./train.ts";
import { tuneCommand } from "./tune.ts";

const commands = [
  doctorCommand,
  startCommand,
  progressCommand,
  serveSiteCommand,
  serveFaqCommand,
  dataCommand,
  trainCommand,
  tuneCommand,
  neighboursCommand,
  analogyCommand,
  monitorCommand,
  kernelCommand,
  gpuCommand,
];

// What a command prints may go to a full disk or to a program that has ended: that ends no work, and the exit code tells.
let isHeard = true;
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", () => {
    isHeard = false;
  });
}

const code = await run(commands, process.argv.slice(2));
process.exitCode = code === 0 && !isHeard ? 1 : code;

import { analogyCommand } from "./analogy.ts";
import { doctorCommand } from "./doctor.ts";
import { gpuCommand } from "./gpu.ts";
import { kernelCommand } from "./kernel.ts";
import { neighboursCommand } from "./neighbours.ts";
import { run } from "./run.ts";
import { serveSiteCommand } from "./serve-site.ts";
import { startCommand } from "./start.ts";
import { trainCommand } from "./train.ts";

const commands = [
  doctorCommand,
  startCommand,
  serveSiteCommand,
  trainCommand,
  neighboursCommand,
  analogyCommand,
  kernelCommand,
  gpuCommand,
];

process.exitCode = await run(commands, process.argv.slice(2));

import type { AttackKind } from "./attack-kind.ts";
import { bursts } from "./bursts.ts";
import { damagedFiles } from "./damaged-files.ts";
import { depth } from "./depth.ts";
import { globals } from "./globals.ts";
import { interrupts } from "./interrupts.ts";
import { kills } from "./kills.ts";
import { page } from "./page.ts";
import { paths } from "./paths.ts";
import { server } from "./server.ts";
import { start } from "./start.ts";
import { values } from "./values.ts";
import { wire } from "./wire.ts";

/** Every kind of attack, by the name under which `npm run attack` runs it. */
export const KINDS: Readonly<Record<string, AttackKind>> = {
  wire,
  bursts,
  depth,
  values,
  globals,
  interrupts,
  page,
  files: damagedFiles,
  kills,
  paths,
  server,
  start,
};

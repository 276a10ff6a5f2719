import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { CellResult, Session, Step } from "../../../kernel/test/session.ts";
import { serveFolder } from "../../../kernel-helpers/src/serve/index.ts";
import { type BrowserProgram, openPage } from "../../../tools/browser/open-page.ts";
import type { Job } from "./drive/drive-kernel.ts";

/** The kernel's worker in a page of its own, without JupyterLite. */
export interface KernelPage {
  /** Runs steps in a worker of their own. */
  runSession(steps: readonly Step[], options?: { readonly without?: readonly string[] }): Promise<Session>;
  /** Starts a worker for `runStep`, and ends the one before. */
  openKernel(): Promise<void>;
  /** Runs a step in that worker; without a reply after so many seconds, its result has none. */
  runStep(step: Step, seconds?: number): Promise<CellResult>;
  close(): Promise<void>;
}

/** Opens a page beside the kernel's files, which lie in `folder`. */
export async function openKernelPage(
  program: BrowserProgram,
  folder: string,
  { isolated = true }: { readonly isolated?: boolean } = {},
): Promise<KernelPage> {
  await buildDriver(folder);
  const server = await serveFolder(folder, { port: 0, isolated });
  const page = await openPage(program);
  await page.goto(`${server.url}drive.html`);
  return {
    runSession(steps, { without = [] } = {}) {
      const job: Job = { base: server.url, steps, without };
      return page.evaluate((job) => Reflect.get(globalThis, "driveKernel")(job), job) as Promise<Session>;
    },
    openKernel: () =>
      page.evaluate((base) => Reflect.get(globalThis, "openKernel")(base), server.url) as Promise<void>,
    runStep: (step, seconds = 60) =>
      page.evaluate((job) => Reflect.get(globalThis, "runStep")(job), {
        step,
        limit: 1000 * seconds,
      }) as Promise<CellResult>,
    async close() {
      await page.close();
      await server.close();
    },
  };
}

async function buildDriver(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "drive.html"),
    '<!doctype html><meta charset="utf-8"><script src="drive.js"></script>',
  );
  await build({
    entryPoints: [join(import.meta.dirname, "drive/drive-kernel.ts")],
    outfile: join(folder, "drive.js"),
    bundle: true,
    format: "iife",
    platform: "browser",
    tsconfigRaw: {},
    logLevel: "error",
  });
}

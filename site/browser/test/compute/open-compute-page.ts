import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { serveFolder } from "../../../../kernel-helpers/src/serve/index.ts";
import { type BrowserProgram, openPage } from "../../../../tools/browser/open-page.ts";
import type { JobMessage, JobName, Jobs } from "./jobs.ts";

/** A page whose worker computes with the modules that lessons import. */
export interface ComputePage {
  /** Does a job there. Rejects with its error. */
  compute<Name extends JobName>(name: Name, gets: Jobs[Name]["gets"]): Promise<Jobs[Name]["gives"]>;
  /** Ends the worker and begins another. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a page beside the kernel's files, which lie in `folder`. */
export async function openComputePage(
  program: BrowserProgram,
  folder: string,
  { isolated = false }: { readonly isolated?: boolean } = {},
): Promise<ComputePage> {
  await buildPage(folder);
  const server = await serveFolder(folder, { port: 0, isolated });
  const page = await openPage(program);
  const reload = async (): Promise<void> => void (await page.goto(`${server.url}compute.html`));
  await reload();
  return {
    reload,
    async compute(name, gets) {
      const message: JobMessage = { name, gets };
      return (await page.evaluate((job) => Reflect.get(globalThis, "compute")(job), message)) as never;
    },
    async close() {
      await page.close();
      await server.close();
    },
  };
}

async function buildPage(folder: string): Promise<void> {
  const html = '<!doctype html><meta charset="utf-8"><script src="compute.js"></script>';
  writeFileSync(join(folder, "compute.html"), html);
  const here = import.meta.dirname;
  await build({
    entryPoints: { compute: join(here, "page.ts"), "compute-worker": join(here, "worker.ts") },
    outdir: folder,
    bundle: true,
    format: "esm",
    platform: "browser",
    tsconfigRaw: {},
    logLevel: "error",
    plugins: [
      {
        name: "the modules of the page",
        setup({ onResolve }) {
          onResolve({ filter: /kernel-helpers\/src\/index\.ts$/ }, () => ({
            path: "./modules/kernel-helpers.js",
            external: true,
          }));
        },
      },
    ],
  });
}

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CellResult } from "../../kernel/test/session.ts";
import { builtTry } from "../../site/browser/build-try.ts";
import { type KernelPage, openKernelPage } from "../../site/browser/test/open-kernel-page.ts";
import { findProgram } from "../programs/find-program.ts";
import { DEPTH_ATTACKS } from "./depth.ts";
import { GLOBALS_ATTACKS } from "./globals.ts";
import { LIMIT, WAITING } from "./interrupts.ts";
import { type Attack, part, type Ran, type Runner, type Slice } from "./slice.ts";
import { VALUES_ATTACKS } from "./values.ts";

type RanInPage = Ran & Pick<CellResult, "secondsAfterInterrupt">;

/** The kernel in a page of Chromium. */
class PageClient implements Runner {
  readonly #page: KernelPage;
  readonly #folder: string;

  private constructor(page: KernelPage, folder: string) {
    this.#page = page;
    this.#folder = folder;
  }

  static async start(): Promise<PageClient> {
    const path = findProgram("chromium");
    if (path === undefined) throw new Error("Cannot attack the kernel in a page: it needs Chromium");
    const folder = mkdtempSync(join(tmpdir(), "w2v-attacked-"));
    cpSync(join(await builtTry(), "extensions/word2vec-lab-kernel/static"), folder, { recursive: true });
    const page = await openKernelPage({ name: "chromium", path }, folder);
    await page.openKernel();
    return new PageClient(page, folder);
  }

  async run(code: string, { seconds = 60, interruptOn = "" } = {}): Promise<RanInPage> {
    const ran = await this.#page.runStep({ code, stopOnError: false, interruptOn }, seconds);
    if (ran.reply === null) throw new Error(`no reply came within ${seconds} s`);
    return ran as unknown as RanInPage;
  }

  async close(): Promise<void> {
    await this.#page.close();
    rmSync(this.#folder, { recursive: true });
  }
}

/** What is about Node alone; code of it is a type error in a page. */
const OF_NODE =
  /\b(process|Buffer|setImmediate|captureStackTrace|prepareStackTrace|stack traces)\b|node:|child/;

const interrupted: readonly Attack<PageClient>[] = Object.entries(WAITING)
  .filter(([, code]) => !OF_NODE.test(code))
  .map(([name, code]) => ({
    name: `Interrupt: ${name}`,
    run: async (kernel) => {
      const { secondsAfterInterrupt: seconds } = await kernel.run(code, { interruptOn: "go" });
      return seconds !== null && 1000 * seconds < LIMIT ? undefined : `idle only after ${seconds} s`;
    },
  }));

const ATTACKS = [
  ...[...DEPTH_ATTACKS, ...VALUES_ATTACKS, ...GLOBALS_ATTACKS].filter(({ name }) => !OF_NODE.test(name)),
  ...interrupted,
] as readonly Attack[];

/** The attacks by cells that need nothing of Node, on the kernel in a page. */
export const page: Slice = {
  name: "the same cells in a page of Chromium",
  holds: "as in Node: deep code, hostile values, replaced built-ins, interrupts",
  start: PageClient.start,
  attacks: (share) => part(ATTACKS, share),
};

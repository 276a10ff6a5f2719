import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CellResult } from "../../kernel/test/session.ts";
import { builtTry } from "../../site/browser/build-try.ts";
import { type KernelPage, openKernelPage } from "../../site/browser/test/open-kernel-page.ts";
import { findProgram } from "../programs/find-program.ts";
import { type Attack, type AttackKind, part, type Runner } from "./attack-kind.ts";
import { DEPTH_ATTACKS } from "./depth.ts";
import { GLOBALS_ATTACKS } from "./globals.ts";
import { LIMIT, WAITING } from "./interrupts.ts";
import { VALUES_ATTACKS } from "./values.ts";

type RanInPage = Awaited<ReturnType<Runner["run"]>> & Pick<CellResult, "secondsAfterInterrupt">;

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
    if (path === undefined) throw new Error("Cannot attack the kernel in a page: there is no Chromium");
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

/** What only Node has: attacks that name it would be type errors in a page. `runStep()` answers every input at once. */
const OF_NODE =
  /\b(input|process|Buffer|setImmediate|captureStackTrace|prepareStackTrace|stack traces|node:\w+|child)\b/;

const interrupted: readonly Attack<PageClient>[] = Object.entries(WAITING)
  .filter(([, code]) => !OF_NODE.test(code))
  .map(([name, code]) => ({
    name: `Interrupt: ${name}`,
    run: async (kernel) => {
      const { reply, secondsAfterInterrupt: seconds } = await kernel.run(code, { interruptOn: "go" });
      if (seconds === null || 1000 * seconds >= LIMIT) return `idle only after ${seconds} s`;
      return reply.ename === "Interrupted" ? undefined : `it ended as ${JSON.stringify(reply)}`;
    },
  }));

const ATTACKS = (
  [
    ["deep", DEPTH_ATTACKS],
    ["value", VALUES_ATTACKS],
    ["built-in", GLOBALS_ATTACKS],
    ["Interrupt", interrupted],
  ] as const
).flatMap(([origin, attacks]) =>
  attacks
    .filter(({ name }) => !OF_NODE.test(name))
    .map(
      (attack): Attack<PageClient> => ({
        ...attack,
        group: `${origin} ${attack.group ?? ""}`,
        needs: "Chromium",
      }),
    ),
);

/** The attacks by cells that need nothing of Node, on the kernel in a page. */
export const page: AttackKind<PageClient> = {
  name: "the same cells in a page of Chromium",
  holds: "as in Node: deep code, hostile values, replaced built-ins, interrupts",
  tested: 0.03,
  start: PageClient.start,
  attacks: (share, random) => part(ATTACKS, share, random),
};

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { runSession } from "../../../kernel/test/run-session.ts";
import { type CellResult, messagesOf, printed } from "../../../kernel/test/session.ts";
import { temporaryKernel } from "../../../kernel/test/temporary-kernel.ts";
import { projectRoot } from "../../../setup/paths.mjs";

const prefix = temporaryKernel();

beforeAll(() => {
  const compiler = join(projectRoot, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [compiler, "-b", "kernel-helpers/tsconfig.node.json"], { cwd: projectRoot });
});

/** All texts of the only output of a cell. */
function states(cell: CellResult | undefined): string[] {
  const shown = [...messagesOf(cell, "display_data"), ...messagesOf(cell, "update_display_data")];
  return shown.map(({ content }) => (content.data as Record<string, string>)["text/plain"] ?? "");
}

test("progress() is one output of a cell, and an interrupt ends the loop but keeps its variables", async () => {
  const { cells } = await runSession(prefix, [
    {
      code: [
        'import { progress } from "kernel-helpers";',
        "let sum = 0;",
        "for await (const x of progress(new Uint8Array(100_000).fill(1))) sum += x;",
        "console.log(sum);",
      ].join("\n"),
    },
    {
      code: [
        "function* endless() { for (let i = 0; ; i++) yield i; }",
        "let last = 0;",
        'for await (const i of progress(endless(), { label: "steps" })) {',
        '  if (i === 1000) console.log("begins");',
        "  last = i;",
        "}",
        'console.log("goes on after", last > 0);',
      ].join("\n"),
      interruptOn: "begins",
    },
    { code: "console.log(last > 0);" },
  ]);
  const [whole, stopped, next] = cells;
  expect(printed(whole)).toBe("100000\n");
  expect(messagesOf(whole, "display_data")).toHaveLength(1);
  expect(states(whole).at(-1)).toMatch(/^100,000 of 100,000 · [\d,]+\/s · done in \d/);
  expect(stopped?.reply?.status).toBe("ok");
  expect(states(stopped).at(-1)).toMatch(/^steps: stopped at [\d,]+ after \d/);
  expect(printed(stopped)).toBe("begins\ngoes on after true\n");
  expect(printed(next)).toBe("true\n");
});

import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";
import { type CellResult, printed, type Step } from "../../test/session.ts";

/** A request about the position of "|" in `text`; Jupyter counts code points, and so does the spread. */
function asked(type: "complete" | "inspect", text: string, more: object = {}): Step {
  const cursor_pos = [...text.slice(0, text.indexOf("|"))].length;
  return {
    code: "",
    request: { type: `${type}_request`, content: { code: text.replace("|", ""), cursor_pos, ...more } },
  };
}

interface Completed {
  readonly matches: readonly string[];
  readonly cursor_start: number;
  readonly cursor_end: number;
  readonly metadata: { readonly _jupyter_types_experimental: readonly object[] };
}

function completed(cell: CellResult | undefined): Completed {
  return cell?.reply as unknown as Completed;
}

function found(cell: CellResult | undefined): string {
  const data = cell?.reply?.data as { "text/markdown"?: string } | undefined;
  return data?.["text/markdown"] ?? "";
}

export const help: RepairCase = {
  repair: "help",
  wanted:
    "completions have types and signatures, inspections are Markdown, also after an emoji and while a cell runs",
  plain: "completions are bare names, shifted by each emoji",
  steps: [
    {
      code: `/**
 * The share $\\frac{a}{b}$ of {@link whole}, a number < 1.
 * @param part what is looked at
 * @param whole everything
 * @returns the share
 * @throws RangeError when there is nothing
 */
function share(part: number, whole: number): number {
  return part / whole;
}
const sharing = { first: 1, "the second": 2, _hidden: 3 };`,
    },
    asked("complete", 'console.log("🎉词🎉"); sha|xx'),
    asked("complete", "sharing.|"),
    asked("complete", 'sharing["|'),
    asked("complete", 'import { seededRan| } from "kernel-helpers";'),
    asked("complete", 'import { seededRandom } from "kernel-hel|'),
    asked("inspect", '"🎉"; share(1, |'),
    asked("inspect", "share|", { detail_level: 1 }),
    asked("inspect", "// not|hing"),
    {
      code: 'console.log("runs");\nconst later = await new Promise<number>((done) => setTimeout(() => done(7), 500));',
      queued: true,
    },
    { ...asked("complete", "sharin|"), queued: true },
    asked("inspect", "share|"),
    { code: "console.log(later, sharing.first);" },
    { code: "", request: { type: "inspect_request", content: { code: null, cursor_pos: 1 } } },
  ],
  holds({ cells }) {
    const signature = "(part: number, whole: number): number";
    const names = completed(cells[1]);
    expect([names.cursor_start, names.cursor_end]).toEqual([20, 25]);
    expect(names.matches.slice(0, 2)).toEqual(["share", "sharing"]);
    expect(names.metadata._jupyter_types_experimental[0]).toEqual({
      text: "share",
      type: "function",
      signature,
      start: 20,
      end: 25,
    });
    expect(completed(cells[2]).matches).toEqual(["first", "_hidden"]);
    expect(completed(cells[3]).matches).toEqual(["first", "the second", "_hidden"]);
    expect(completed(cells[4]).matches[0]).toBe("seededRandom");
    expect(completed(cells[5]).matches).toEqual(["kernel-helpers"]);
    expect(found(cells[6])).toContain(`share${signature}`);
    expect(found(cells[6])).toContain("**This parameter**: `whole: number` — everything");
    const text = found(cells[7]);
    expect(text).toMatch(/^```typescript\nfunction share\(/);
    expect(text).toContain("The share $\\frac{a}{b}$ of `whole`, a number < 1.");
    expect(text).toContain("**Parameters**\n\n- `part`: what is looked at\n- `whole`: everything");
    expect(text).toMatch(/\*\*Returns\*\* the share\n\n\*\*Throws\*\* RangeError when there is nothing/);
    expect(text).toMatch(/\*\*Declared in\*\* a cell of this session/);
    expect(cells[7]?.reply?.data).toHaveProperty(
      ["text/plain"],
      expect.stringContaining("Returns the share"),
    );
    expect(cells[8]?.reply).toEqual({ status: "ok", found: false, data: {}, metadata: {} });
    expect(completed(cells[10]).matches).toEqual(["sharing"]);
    expect(found(cells[11])).toContain(`share${signature}`);
    expect(printed(cells[12])).toBe("7 1\n");
    expect(cells[13]?.reply).toMatchObject({ status: "error", ename: "TypeError" });
  },
  fails({ cells }) {
    expect(completed(cells[1]).metadata).toEqual({});
    expect(completed(cells[1]).matches).not.toContain("share");
    expect(cells[6]?.reply).not.toHaveProperty(["data", "text/markdown"]);
  },
};

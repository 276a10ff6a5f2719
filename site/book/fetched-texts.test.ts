import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { DatasetIndex } from "../../kernel-helpers/src/host/index.ts";
import { FetchedTexts } from "./fetched-texts.ts";
import { withHiddenTexts } from "./hide-fetched-texts.ts";

const secret =
  "A long review of a film that nobody has seen, with an ending that nobody saw coming, and no popcorn.";
const short = "Worse than its trailer.";
const chinese = "这本书的作者显然从来没有去过他描写的那个城市，读起来让人失望。";

function written(): FetchedTexts {
  const folder = mkdtempSync(join(tmpdir(), "w2v-texts-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const lines = [secret, short, chinese].map((text) => JSON.stringify({ id: "1", text }));
  writeFileSync(join(folder, "fetched.jsonl"), `${lines.join("\n")}\n`);
  const free = "This text is free, and so it may be anywhere: in a page, in a notebook, on a wall.";
  writeFileSync(join(folder, "free.jsonl"), `${JSON.stringify({ text: free })}\n`);
  const entry = { sha256: "", bytes: 0, licence: "", source: "" };
  const index = {
    fetched: { ...entry, file: "fetched.jsonl", package: {} },
    free: { ...entry, file: "free.jsonl" },
    absent: { ...entry, file: "absent.jsonl", package: {} },
  } as unknown as DatasetIndex;
  return new FetchedTexts(folder, index);
}

test.each([
  ["a whole text", `before ${secret} after`, "before ", ". after"],
  ["the middle of one", `1. ${secret.slice(9, 70)} …`, "1. ", " …"],
  [
    "one in JSON and HTML",
    JSON.stringify({ html: `<td>${secret.replaceAll(",", "&#44;")}</td>` }).replace("&#44;", ","),
    "",
    "",
  ],
  ["a short whole text", `(${short})`, "(", ".)"],
  ["half a Chinese text", `例：${chinese.slice(7, 22)}……`, "例：", "……"],
])("FetchedTexts hides %s", (_, content, before, after) => {
  const hidden = written().hide(content);
  expect(hidden).toContain("[text of fetched, which is not passed on: run the lesson to read it]");
  expect(hidden.startsWith(before) && hidden.endsWith(after)).toBe(true);
  expect(hidden).not.toMatch(/seen, with an|trailer|从来没有/);
});

test("FetchedTexts keeps tags, and what the next element has in common with the rest of the text", () => {
  const note = "[text of fetched, which is not passed on: run the lesson to read it]";
  const items = `<ul><li>“${secret.slice(0, 60)}…”</li><li>t<b>he end</b></li></ul>`; // the text goes on with "that"
  expect(written().hide(items)).toBe(`<ul><li>“${note}…”</li><li>t<b>he end</b></li></ul>`);
  const marked = `<p>${secret.replace("film", "<mark>film</mark>").replace("seen", "<b>seen</b>")}</p>`;
  expect(written().hide(marked)).toBe(`<p>${note}<mark></mark><b></b>.</p>`);
});

test.each([
  ["other texts", "This text is free, and so it may be anywhere: in a page, in a notebook, on a wall."],
  ["a few words of one", "a long review of a film that was good"],
  ["a few Chinese characters", "这本书的作者显然"],
  ["nothing", ""],
])("FetchedTexts leaves %s", (_, content) => {
  expect(written().hide(content)).toBe(content);
});

test("in a notebook the texts are hidden in every kind of output, also over the end of a line, and the sources stay", () => {
  const folder = mkdtempSync(join(tmpdir(), "w2v-texts-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const lines = [`${secret.slice(0, 50)}\n`, secret.slice(50)];
  const notebook = {
    cells: [
      { cell_type: "markdown", source: ["Read the outputs.\n", "Then go on."] },
      {
        cell_type: "code",
        source: ["show(text)"],
        outputs: [
          { output_type: "stream", text: lines },
          { output_type: "display_data", data: { "text/html": lines, "image/png": "AAAA" } },
          {
            output_type: "display_data",
            data: { "application/vnd.vegalite.v5+json": { data: { values: [{ text: secret, y: 1 }] } } },
          },
        ],
      },
    ],
  };
  writeFileSync(join(folder, "13-x.ipynb"), JSON.stringify(notebook));
  const copy = withHiddenTexts(folder, written(), (copies) =>
    readFileSync(join(copies, "13-x.ipynb"), "utf8"),
  );
  expect(copy).not.toMatch(/nobody|popcorn/);
  expect(copy.match(/text of fetched/g)).toHaveLength(3);
  const { cells } = JSON.parse(copy) as typeof notebook;
  expect(cells[0]).toEqual(notebook.cells[0]);
  expect(cells[1]?.outputs?.[1]?.data?.["image/png"]).toBe("AAAA");
});

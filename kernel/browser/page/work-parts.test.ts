import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test, vi } from "vitest";
import type { Message } from "../protocol.ts";
import { freePath } from "./free-path.ts";
import type { NotebookContent } from "./front-end.ts";
import { progressFile, progressList } from "./progress-list.ts";
import { ProgressStore } from "./progress-store.ts";
import { readAlike } from "./read-alike.ts";
import { verdictOf } from "./verdict.ts";
import { changedNotebooks, zipWork } from "./zip-work.ts";

const passed = { exercise: "04-cbow/hidden-layer", passed: true, earned: 2, points: 2 };
const TYPE = "application/vnd.word2vec-lab.check+json";

function published(msg_type: string, data: unknown): Message {
  const header = { msg_id: "1", msg_type, session: "", username: "", date: "", version: "5.3" };
  return { header, parent_header: {}, metadata: {}, content: { data } };
}

function notebook(source: string | readonly string[], outputs: readonly unknown[] = []): NotebookContent {
  return { metadata: { when: Math.random() }, cells: [{ cell_type: "code", source, outputs }] };
}

describe("verdictOf()", () => {
  test("finds a verdict among the MIME types of an output", () => {
    expect(verdictOf(published("display_data", { "text/plain": "✓", [TYPE]: passed }))).toEqual(passed);
  });

  test.each<[string, Message]>([
    ["another message", published("stream", { [TYPE]: passed })],
    ["an output without a verdict", published("display_data", { "text/plain": "✓" })],
    ["an output without MIME types", published("display_data", undefined)],
    ["an incomplete verdict", published("display_data", { [TYPE]: { exercise: "a/b", passed: true } })],
    [
      "earned points that are not a number",
      published("display_data", { [TYPE]: { ...passed, earned: "2" } }),
    ],
    [
      "a verdict without an exercise",
      published("display_data", { [TYPE]: { ...passed, exercise: undefined } }),
    ],
    [
      "a verdict whose `passed` is not a boolean",
      published("display_data", { [TYPE]: { ...passed, passed: 1 } }),
    ],
    ["points that are NaN", published("display_data", { [TYPE]: { ...passed, points: Number.NaN } })],
  ])("finds none in %s", (_, message) => {
    expect(verdictOf(message)).toBeUndefined();
  });
});

describe("ProgressStore", () => {
  const storage = (): Pick<Storage, "getItem" | "setItem"> => {
    const kept = new Map<string, string>();
    return { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => void kept.set(key, text) };
  };

  test("keeps the day on which an exercise first passed, even if it fails later", () => {
    const place = storage();
    const store = new ProgressStore(() => place, "/try/");
    store.note(passed, new Date(0));
    store.note(passed, new Date(1e12));
    store.note({ ...passed, passed: false, earned: 0 }, new Date(2e12));
    expect(new ProgressStore(() => place, "/try/").passed()).toEqual({
      "04-cbow/hidden-layer": { earned: 2, points: 2, at: "1970-01-01T00:00:00.000Z" },
    });
  });

  test("is separate for each site on the same host", () => {
    const place = storage();
    new ProgressStore(() => place, "/one/").note(passed);
    expect(new ProgressStore(() => place, "/two/").passed()).toEqual({});
  });

  test("is empty if the browser stores nothing, or something else", () => {
    const denied = (): never => {
      throw new Error("denied");
    };
    const store = new ProgressStore(denied, "/try/");
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    store.note(passed);
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("denied"));
    warn.mockRestore();
    expect(store.passed()).toEqual({});
    const broken = { getItem: () => "{", setItem: () => {} };
    expect(new ProgressStore(() => broken, "/try/").passed()).toEqual({});
  });
});

describe("the list of exercises", () => {
  const exercises = [
    { id: "00-start-here/mean", points: 1 },
    { id: "04-cbow/hidden-layer", points: 2 },
    { id: "04-cbow/softmax-errors", points: 3 },
  ];
  const done = { "04-cbow/hidden-layer": { earned: 2, points: 2, at: "2026-01-01T00:00:00.000Z" } };

  test("progressList() groups by lesson, in the course's order", () => {
    const list = progressList(exercises, done);
    expect([...list.keys()]).toEqual(["00-start-here", "04-cbow"]);
    expect(list.get("04-cbow")?.map(({ name, passed }) => [name, passed !== undefined])).toEqual([
      ["hidden layer", true],
      ["softmax errors", false],
    ]);
  });

  test("progressFile() lists every exercise, and says that it is practice", () => {
    const { note, exercises: marks } = JSON.parse(progressFile(exercises, done));
    expect(note).toContain("practice, not a grade");
    expect(marks).toEqual([
      { exercise: "00-start-here/mean", passed: false, earned: 0, points: 1 },
      { exercise: "04-cbow/hidden-layer", passed: true, ...done["04-cbow/hidden-layer"] },
      { exercise: "04-cbow/softmax-errors", passed: false, earned: 0, points: 3 },
    ]);
  });
});

describe("freePath()", () => {
  test("counts from 1 and skips names that are taken", async () => {
    const taken = new Set(["a/b (my copy 1).ipynb", "a/b (my copy 2).ipynb"]);
    expect(await freePath("a/b.ipynb", "my copy", async () => false)).toBe("a/b (my copy 1).ipynb");
    expect(await freePath("a/b.ipynb", "my copy", async (path) => taken.has(path))).toBe(
      "a/b (my copy 3).ipynb",
    );
  });
});

describe("readAlike()", () => {
  test("compares sources and outputs, in any notation, and ignores metadata", () => {
    expect(readAlike(notebook("a\nb"), notebook(["a\n", "b"]))).toBe(true);
    expect(readAlike(notebook("a"), notebook("b"))).toBe(false);
    expect(readAlike(notebook("a"), notebook("a", [{ output_type: "stream" }]))).toBe(false);
  });
});

describe("a learner's zip file", () => {
  const course = {
    catalogue: async () => ({ "notebooks/a": { path: "notebooks/a.ipynb", title: "A", version: "1" } }),
    notebook: async () => notebook("given"),
  };

  test("changedNotebooks() leaves out notebooks that equal the course's", async () => {
    const mine = { path: "own.ipynb", content: notebook("given") };
    const same = { path: "notebooks/a.ipynb", content: notebook("given") };
    const changed = { path: "notebooks/a.ipynb", content: notebook("changed") };
    expect(await changedNotebooks([mine, same], course)).toEqual([mine]);
    expect(await changedNotebooks([changed], course)).toEqual([changed]);
  });

  test("zipWork() keeps folders and letters of all languages, and adds the progress", () => {
    const content = notebook("// 词向量 – ẑ");
    const files = unzipSync(zipWork([{ path: "notes/词.ipynb", content }], '{"a":1}'));
    expect(Object.keys(files).sort()).toEqual(["notes/词.ipynb", "progress.json"]);
    expect(JSON.parse(strFromU8(files["notes/词.ipynb"] as Uint8Array))).toEqual(content);
  });
});

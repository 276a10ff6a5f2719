import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test, vi } from "vitest";
import { NO_PROGRESS } from "../../../kernel-helpers/src/host/progress-record.ts";
import type { Message } from "../protocol.ts";
import { choicesOf } from "./choices-of.ts";
import { counterpart } from "./counterpart.ts";
import { freePath } from "./free-path.ts";
import type { NotebookContent } from "./front-end.ts";
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
  const storage = (): Pick<Storage, "getItem" | "setItem" | "removeItem"> => {
    const kept = new Map<string, string>();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, text) => void kept.set(key, text),
      removeItem: (key) => void kept.delete(key),
    };
  };

  test("keeps the day on which an exercise first passed, even if it fails later", async () => {
    const place = storage();
    const store = new ProgressStore(() => place, "/try/");
    store.add(passed, new Date(0));
    store.add(passed, new Date(1e12));
    store.add({ ...passed, passed: false, earned: 0 }, new Date(2e12));
    expect((await new ProgressStore(() => place, "/try/").record()).passed).toEqual({
      "04-cbow/hidden-layer": { earned: 2, points: 2, at: "1970-01-01T00:00:00.000Z" },
    });
  });

  test("keeps the choices at questions beside the passed checks, a right one for good", async () => {
    const place = storage();
    const store = new ProgressStore(() => place, "/try/");
    store.add(passed, new Date(0));
    const question = "04-cbow/share-of-a-place";
    await store.keepChoice({ question, choice: 2, right: false }, new Date(0));
    expect((await store.record()).choices?.[question]).toMatchObject({ choice: 2, right: false });
    await store.keepChoice({ question, choice: 1, right: true }, new Date(1e12));
    await store.keepChoice({ question, choice: 0, right: false }, new Date(2e12));
    const record = await new ProgressStore(() => place, "/try/").record();
    expect(record.choices).toEqual({
      [question]: { choice: 1, right: true, at: new Date(1e12).toISOString() },
    });
    expect(Object.keys(record.passed)).toEqual([passed.exercise]);
    expect(await choicesOf(store).read(question)).toBe(1);
    expect(await choicesOf(Promise.resolve(store)).read("04-cbow/other")).toBeUndefined();
    await store.reset();
    expect(await store.record()).toEqual(NO_PROGRESS);
  });

  test("is separate for each site on the same host", async () => {
    const place = storage();
    new ProgressStore(() => place, "/one/").add(passed);
    expect((await new ProgressStore(() => place, "/two/").record()).passed).toEqual({});
  });

  test("is empty if the browser stores nothing, or something else", async () => {
    const denied = (): never => {
      throw new Error("denied");
    };
    const store = new ProgressStore(denied, "/try/");
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    store.add(passed);
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("denied"));
    warn.mockRestore();
    expect((await store.record()).passed).toEqual({});
    const broken = { getItem: () => "{", setItem: () => {}, removeItem: () => {} };
    expect((await new ProgressStore(() => broken, "/try/").record()).passed).toEqual({});
  });

  test("keeps a damaged record beside the new one, and leaves one of a later version alone", async () => {
    const key = "word2vec-lab:progress:/";
    const place = storage();
    const store = new ProgressStore(() => place, "/");
    place.setItem(key, "half a rec");
    store.add(passed, new Date(7));
    expect(place.getItem(`${key}:damaged:7`)).toBe("half a rec");
    expect(Object.keys((await store.record()).passed)).toEqual([passed.exercise]);

    const later = '{"version":2,"passed":{}}';
    place.setItem(key, later);
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    store.add(passed);
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("Remedy: update the course"));
    warn.mockRestore();
    expect(place.getItem(key)).toBe(later);
    await expect(store.record()).rejects.toThrow("version must be 1");
  });
});

test("ProgressStore reads what the first pages stored, keeps it in the new form, and starts again", async () => {
  const old = { "04-cbow/hidden-layer": { earned: 2, points: 2, at: "2026-01-01T00:00:00.000Z" } };
  const kept = new Map([["word2vec-lab:progress:/", JSON.stringify(old)]]);
  const place = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
  const store = new ProgressStore(() => place, "/");
  expect((await store.record()).passed).toEqual(old);
  store.add({ ...passed, exercise: "04-cbow/softmax-errors" }, new Date(0));
  const record = JSON.parse(kept.get("word2vec-lab:progress:/") ?? "");
  expect([record.version, Object.keys(record.passed)]).toEqual([
    1,
    ["04-cbow/hidden-layer", "04-cbow/softmax-errors"],
  ]);
  await store.reset();
  expect((await store.record()).passed).toEqual({});
});

test("counterpart() leads from a lesson to its exercises and back, and from nothing else", () => {
  const lessons = [
    { id: "00-a", title: "A", exercises: false },
    { id: "04-b", title: "B", exercises: true },
  ];
  expect(counterpart("notebooks/04-b.ipynb", lessons)).toEqual({
    kind: "Exercises",
    path: "exercises/04-b-exercises.ipynb",
  });
  expect(counterpart("work/exercises/04-b-exercises.ipynb", lessons)).toEqual({
    kind: "Lesson",
    path: "work/notebooks/04-b.ipynb",
  });
  for (const path of ["notebooks/00-a.ipynb", "notebooks/04-b (my copy 1).ipynb", "04-b.ipynb", "mine.ipynb"])
    expect(counterpart(path, lessons)).toBeUndefined();
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

import { afterEach, describe, expect, test, vi } from "vitest";
import { CourseFiles, courseMark } from "./course-files.ts";
import { type Desk, orSayWhy } from "./desk.ts";
import { downloadWork } from "./download-work.ts";
import type { Contents, NotebookContent } from "./front-end.ts";
import { LearnerFiles } from "./learner-files.ts";
import { presentPath, renameEarlierCopies } from "./rename-earlier-copies.ts";
import { resetLesson } from "./reset-lesson.ts";
import { tellNews } from "./tell-news.ts";

afterEach(() => vi.unstubAllGlobals());

function notebook(source: string, mark: unknown = undefined): NotebookContent {
  return { metadata: { "word2vec-lab": mark }, cells: [{ cell_type: "code", source }] };
}

/** The learner's files, as JupyterLite stores them. */
function contentsOf(files: Record<string, unknown>): Contents & { readonly files: Record<string, unknown> } {
  const inside = (folder: string, path: string): boolean =>
    path.startsWith(folder === "" ? "" : `${folder}/`) &&
    !path.slice(folder === "" ? 0 : folder.length + 1).includes("/");
  const typeOf = (path: string): string =>
    path.endsWith(".ipynb") ? "notebook" : path.endsWith(".txt") ? "file" : "directory";
  return {
    files,
    async get(path) {
      const type = typeOf(path);
      const list = Object.keys(files).filter((one) => inside(path, one));
      const content =
        type === "notebook" ? files[path] : list.map((one) => ({ path: one, type: typeOf(one) }));
      return { type, path, content };
    },
    async save(path, { content }: { content?: unknown }) {
      files[path] = content;
    },
    async rename(path, to) {
      files[to] = files[path];
      delete files[path];
    },
  };
}

test("courseMark() returns a mark if both parts are texts", () => {
  const mark = { id: "notebooks/a", version: "1" };
  expect(courseMark(notebook("", mark))).toEqual(mark);
  for (const broken of [undefined, { id: "a" }, { version: "1" }, { id: 1, version: "1" }]) {
    expect(courseMark(notebook("", broken))).toBeUndefined();
  }
});

test("CourseFiles asks the site each time, and reports its answer", async () => {
  const asked: unknown[] = [];
  vi.stubGlobal("fetch", async (url: URL, options: object) => {
    asked.push([url.href, options]);
    return url.href.endsWith("json") ? Response.json({ a: 1 }) : new Response("", { status: 404 });
  });
  const course = new CourseFiles(new URL("https://host/try/"));
  expect(await course.catalogue()).toEqual({ a: 1 });
  await expect(course.notebook({ path: "notebooks/a b.ipynb" })).rejects.toThrow(
    "the site answered 404. Remedy:",
  );
  expect(asked).toEqual([
    ["https://host/try/course.json", { cache: "no-cache" }],
    ["https://host/try/files/notebooks/a%20b.ipynb", { cache: "no-cache" }],
  ]);
});

test("LearnerFiles finds the notebooks in every folder, and no other files", async () => {
  const deep = {
    "a.ipynb": 1,
    "t.txt": 2,
    notes: 3,
    "notes/b.ipynb": 4,
    "notes/old": 5,
    "notes/old/c.ipynb": 6,
  };
  const files = new LearnerFiles(contentsOf(deep));
  expect((await files.notebooks()).map(({ path, content }) => [path, content])).toEqual([
    ["a.ipynb", 1],
    ["notes/b.ipynb", 4],
    ["notes/old/c.ipynb", 6],
  ]);
  expect([await files.has("notes/b.ipynb"), await files.has("b.ipynb"), await files.has("a.ipynb")]).toEqual([
    true,
    false,
    true,
  ]);
});

describe("renameEarlierCopies()", () => {
  const [old, now] = ["exercises/04-a.ipynb", "exercises/04-a-exercises.ipynb"];
  const catalogue = {
    "notebooks/04-a": { path: "notebooks/04-a.ipynb", title: "A", version: "1" },
    "exercises/04-a": { path: now, title: "Exercises: A", version: "1" },
  };
  const course = { catalogue: async () => catalogue, notebook: async () => notebook("given") };

  test("gives a learner's copy the present name, in place of the course's own text", async () => {
    const contents = contentsOf({ [old]: notebook("mine"), [now]: notebook("given") });
    const found = await renameEarlierCopies(course, new LearnerFiles(contents));
    expect(found).toEqual([{ earlier: old, path: now, isRenamed: true }]);
    expect(contents.files).toEqual({ [now]: notebook("mine") });
  });

  test("leaves both copies if the learner has changed both, and does nothing if there is none", async () => {
    const both = { [old]: notebook("mine"), [now]: notebook("mine too") };
    const found = await renameEarlierCopies(course, new LearnerFiles(contentsOf({ ...both })));
    expect(found).toEqual([{ earlier: old, path: now, isRenamed: false }]);
    const contents = contentsOf({ [now]: notebook("mine") });
    expect(await renameEarlierCopies(course, new LearnerFiles(contents))).toEqual([]);
    expect(contents.files).toEqual({ [now]: notebook("mine") });
  });

  test("presentPath() knows earlier names alone", () => {
    expect([old, now, "notebooks/04-a.ipynb"].map((path) => presentPath(catalogue, path))).toEqual([
      now,
      undefined,
      undefined,
    ]);
  });
});

/** A desk where the learner has one notebook open in version 1, while the course has version 2. */
function desk(accept: boolean, catalogue: unknown = { a: { path: "a.ipynb", title: "A", version: "2" } }) {
  const said: string[] = [];
  const opened: unknown[] = [];
  const contents = contentsOf({ "a.ipynb": notebook("mine", { id: "a", version: "1" }) });
  class Dialog {
    node = { setAttribute: () => {} };
    constructor({ title }: { title: string }) {
      said.push(title);
    }
    launch = async () => ({ button: { accept, label: "" } });
    static okButton = () => ({});
    static cancelButton = () => ({});
  }
  const model = {
    toJSON: () => contents.files["a.ipynb"] as NotebookContent,
    fromJSON: (content: NotebookContent) => void Object.assign(contents.files, { "a.ipynb": content }),
  };
  const context = { path: "a.ipynb", ready: Promise.resolve(), model, save: async () => said.push("saved") };
  const tell = (text: string): number => said.push(text);
  const made = {
    app: { commands: { execute: async (...what: unknown[]) => opened.push(what) } },
    course: {
      catalogue: async () => catalogue ?? Promise.reject(new Error("no network")),
      notebook: async () => notebook("fresh"),
    },
    files: new LearnerFiles(contents),
    packages: { apputils: { Dialog, Notification: { info: tell, error: tell } } },
    tracker: { currentWidget: { context } },
  };
  return { desk: made as unknown as Desk, panel: { context } as never, files: contents.files, said, opened };
}

describe("tellNews()", () => {
  const storage = (kept = new Map<string, string>()) => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  });

  test("saves the newer version beside the learner's and opens it", async () => {
    const { desk: given, panel, files, opened } = desk(true);
    await tellNews(given, panel, () => storage());
    expect(Object.keys(files)).toEqual(["a.ipynb", "a (new 1).ipynb"]);
    expect(files["a (new 1).ipynb"]).toEqual(notebook("fresh"));
    expect(opened).toEqual([["docmanager:open", { path: "a (new 1).ipynb" }]]);
  });

  test("asks once per version, and changes nothing if the learner keeps the old one", async () => {
    const { desk: given, panel, files, said, opened } = desk(false);
    const kept = storage();
    for (let time = 0; time < 2; time++) await tellNews(given, panel, () => kept);
    expect(said).toEqual(["The course has a newer text"]);
    expect([Object.keys(files), opened]).toEqual([["a.ipynb"], []]);
  });

  test("asks even if nothing can be stored, and says so", async () => {
    const { desk: given, panel, said } = desk(false);
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    await tellNews(given, panel, () => {
      throw new Error("denied");
    });
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("denied"));
    warn.mockRestore();
    expect(said).toHaveLength(1);
  });

  test.each<[string, unknown]>([
    ["the course has the same version", { a: { path: "a.ipynb", title: "A", version: "1" } }],
    ["the course no longer has it", {}],
    ["there is no network", null],
  ])("says nothing when %s", async (_, catalogue) => {
    const { desk: given, panel, said } = desk(true, catalogue);
    await tellNews(given, panel, () => storage());
    expect(said).toEqual([]);
  });
});

describe("resetLesson()", () => {
  test("saves the learner's version as a copy, then replaces it with the course's", async () => {
    const { desk: given, files, said } = desk(true);
    await resetLesson(given);
    expect(files["a.ipynb"]).toEqual(notebook("fresh"));
    expect(files["a (my copy 1).ipynb"]).toEqual(notebook("mine", { id: "a", version: "1" }));
    expect(said).toEqual(["Reset this lesson?", "saved"]);
  });

  test("changes nothing if the learner cancels or no lesson is open", async () => {
    for (const { desk: given, files, said } of [desk(false), desk(true, {})]) {
      await resetLesson(given);
      expect(Object.keys(files)).toEqual(["a.ipynb"]);
      expect(said).not.toContain("saved");
    }
  });
});

describe("downloadWork()", () => {
  const progress = { note: "practice", passed: async () => ({}) };
  const lists = { lessons: [], exercises: [{ id: "a/b", points: 1 }] };

  test("saves open notebooks, then offers a file with all that differ from the course's", async () => {
    vi.useFakeTimers(); // the file's address is released later
    const link = { href: "", download: "", click: vi.fn() };
    vi.stubGlobal("document", { createElement: () => link });
    const { desk: given, panel, said } = desk(true);
    const context = { ...(panel as { context: object }).context, model: { dirty: true } };
    const closed = {
      context: { model: { dirty: false }, save: () => Promise.reject(new Error("not dirty")) },
    };
    const tracker = { forEach: (visit: (panel: object) => void) => [{ context }, closed].forEach(visit) };
    await downloadWork({ ...given, lists, progress, tracker } as never);
    expect([said, link.download, link.click.mock.calls]).toEqual([["saved"], "my-work.zip", [[]]]);
    expect(link.href).toMatch(/^blob:/);
    vi.runAllTimers();
    vi.useRealTimers();
  });

  test("hands over the notebooks also if the progress cannot be read", async () => {
    vi.useFakeTimers(); // the file's address is released later
    const link = { href: "", download: "", click: vi.fn() };
    vi.stubGlobal("document", { createElement: () => link });
    const later = { ...progress, passed: () => Promise.reject(new RangeError("a later version")) };
    await downloadWork({ ...desk(true).desk, lists, progress: later, tracker: null } as never);
    expect(link.click).toHaveBeenCalledOnce();
    vi.runAllTimers();
    vi.useRealTimers();
  });

  test("says so if there is nothing to download", async () => {
    const { desk: given, said } = desk(true);
    const course = { ...given.course, notebook: async () => notebook("mine") };
    await downloadWork({ ...given, course, lists, progress, tracker: null } as never);
    expect(said).toEqual(["There is nothing to download yet: no notebook differs from the course's."]);
  });
});

test("orSayWhy() shows in the page what went wrong", async () => {
  const { desk: given, said } = desk(true);
  for (const thrown of [new Error("broken"), "text"]) {
    await orSayWhy(given, async () => {
      throw thrown;
    });
  }
  expect(said).toEqual(["broken", "text"]);
});

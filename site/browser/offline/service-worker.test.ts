import { describe, expect, test } from "vitest";
import { isSiteFile } from "./is-site-file.ts";
import { isolated } from "./isolated.ts";
import { keptFiles } from "./kept-files.ts";

const site = "https://example.org/w2v/try/";

describe("isSiteFile()", () => {
  test.each([
    ["a file of the site", "build/x.js", {}, true],
    ["a listing of files", "api/contents/all.json", {}, true],
    ["what JupyterLite's worker answers itself", "api/drive", {}, false],
    ["its heartbeat", "api/service-worker-heartbeat", {}, false],
    ["a part of a file", "build/x.wasm", { headers: { range: "bytes=0-9" } }, false],
    ["an upload", "build/x.js", { method: "POST" }, false],
  ])("%s (%s)", (_, path, options, wanted) => {
    expect(isSiteFile(new Request(site + path, options), site)).toBe(wanted);
  });

  test("is false for files outside the site", () => {
    expect(isSiteFile(new Request("https://example.org/w2v/index.html"), site)).toBe(false);
  });
});

describe("isolated()", () => {
  test("adds the headers and keeps the rest", async () => {
    const answer = isolated(new Response("text", { status: 404, headers: { "content-type": "text/x" } }));
    expect(answer.headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(answer.headers.get("cross-origin-embedder-policy")).toBe("require-corp");
    expect([answer.status, answer.headers.get("content-type"), await answer.text()]).toEqual([
      404,
      "text/x",
      "text",
    ]);
  });

  test("does not change an error, and adds no body to a response without one", () => {
    const error = Response.error();
    expect(isolated(error)).toBe(error);
    expect(isolated(new Response(null, { status: 304 })).body).toBeNull();
  });
});

describe("keptFiles()", () => {
  const lesson = `${site}notebooks/index.html?path=04`;

  test("returns the network's file if there is a network, and otherwise the stored one", async () => {
    const network = new Map([[lesson, "first"]]);
    const files = keptFiles("1", memoryCaches(), fetchFrom(network));
    expect(await (await files.get(new Request(lesson))).text()).toBe("first");
    network.set(lesson, "second");
    expect(await (await files.get(new Request(lesson))).text()).toBe("second");
    network.clear();
    expect(await (await files.get(new Request(lesson))).text()).toBe("second");
  });

  test.each([
    ["files/notebooks/04-cbow.ipynb", "no-cache"],
    ["extensions/word2vec-lab-kernel/static/worker.js", "no-cache"],
    ["notebooks/index.html?path=04", "no-cache"],
    ["build/jlab_core.a86436d.js", undefined],
  ])(
    "asks the host for the current %s, unless its name contains a hash of its content",
    async (path, wanted) => {
      const asked: (RequestCache | undefined)[] = [];
      const files = keptFiles("1", memoryCaches(), async (_, options) => {
        asked.push(options?.cache);
        return new Response("text");
      });
      await files.get(new Request(site + path));
      expect(asked).toEqual([wanted]);
    },
  );

  test("finds a file with any query", async () => {
    const network = new Map([[lesson, "page"]]);
    const files = keptFiles("1", memoryCaches(), fetchFrom(network));
    await files.get(new Request(lesson));
    network.clear();
    expect(await (await files.get(new Request(`${site}notebooks/index.html?path=05`))).text()).toBe("page");
  });

  test("fails like the network for a file that was never stored", async () => {
    const files = keptFiles("1", memoryCaches(), fetchFrom(new Map()));
    await expect(files.get(new Request(lesson))).rejects.toThrow("offline");
  });

  test("stores all files that can be loaded right away", async () => {
    const network = new Map([[`${site}a`, "a"]]);
    const files = keptFiles("1", memoryCaches(), fetchFrom(network));
    await files.keep([`${site}a`, `${site}b`]);
    network.clear();
    expect(await (await files.get(new Request(`${site}a`))).text()).toBe("a");
  });

  test("deletes the caches of other builds, and no cache of another program", async () => {
    const caches = memoryCaches();
    await caches.open("word2vec-lab-old");
    await caches.open("precache");
    const files = keptFiles("new", caches, fetchFrom(new Map()));
    await files.dropOthers();
    expect((await caches.keys()).sort()).toEqual(["precache", "word2vec-lab-new"]);
  });
});

function fetchFrom(network: ReadonlyMap<string, string>): (request: Request | string) => Promise<Response> {
  return async (request) => {
    const text = network.get(typeof request === "string" ? request : request.url);
    if (text === undefined) throw new TypeError("offline");
    return new Response(text);
  };
}

/** The part of the browser's caches that the service worker uses, in memory. */
function memoryCaches(): CacheStorage {
  const all = new Map<string, Map<string, Response>>();
  return {
    open: async (name: string) => {
      const one = all.get(name) ?? new Map<string, Response>();
      all.set(name, one);
      return {
        put: async (key: string, answer: Response) => void one.set(key, answer),
        match: async (key: string) => one.get(key)?.clone(),
      };
    },
    keys: async () => [...all.keys()],
    delete: async (name: string) => all.delete(name),
  } as unknown as CacheStorage;
}

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedFolder, serveFolder } from "./serve-folder.ts";

let folder = "";
let site = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "w2v-site-"));
  site = join(folder, "site");
  mkdirSync(join(site, "try/sub"), { recursive: true });
  const files = { "index.html": "<h1>home</h1>", "try/index.html": "try", "try/a b.ipynb": "{}" };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(site, name), text);
  writeFileSync(join(site, "try/kernel.wasm"), Buffer.from([0, 97, 115, 109]));
  // the path of the second folder begins with that of the first
  for (const name of ["secret.txt", "site-secret.txt"]) {
    writeFileSync(join(folder, name), "secret");
    symlinkSync(join(folder, name), join(site, `link-to-${name}`));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("serveFolder()", () => {
  let served: ServedFolder;
  beforeAll(async () => {
    served = await serveFolder(site, { port: 0 });
  });
  afterAll(() => served.close());

  test("listens only on this machine and sends no header that a static host would not send", async () => {
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const page = await fetch(served.url);
    expect(await page.text()).toBe("<h1>home</h1>");
    expect(page.headers.get("cross-origin-embedder-policy")).toBeNull();
  });

  test.each([
    ["index.html", "text/html; charset=utf-8"],
    ["try/kernel.wasm", "application/wasm"],
    ["try/a%20b.ipynb", "application/json"],
  ])("gives %s its media type", async (path, type) => {
    const page = await fetch(served.url + path);
    expect([page.status, page.headers.get("content-type")]).toEqual([200, type]);
  });

  test("redirects a folder to its page with the query, and does not list a folder without a page", async () => {
    expect(await (await fetch(`${served.url}try/`)).text()).toBe("try");
    const moved = await fetch(`${served.url}try?path=x`, { redirect: "manual" });
    expect([moved.status, moved.headers.get("location")]).toEqual([301, "/try/?path=x"]);
    expect((await fetch(`${served.url}try/sub/`)).status).toBe(404);
  });

  test("never redirects to another host", async () => {
    const { status, location } = await rawRequest(served.url, "//try");
    expect([status, location]).toEqual([301, "/try/"]);
  });

  // fetch() would normalise such paths before sending them
  test.each([
    ["/../secret.txt", 404],
    ["/try/../../secret.txt", 404],
    ["/%2e%2e/secret.txt", 404],
    ["/..%2fsecret.txt", 404],
    ["/..%2fsite-secret.txt", 404],
    ["/link-to-secret.txt", 404],
    ["/link-to-site-secret.txt", 404],
    ["/%", 400],
    ["/index.html%00.txt", 400],
  ])("returns no file for %s", async (path, status) => {
    const answer = await rawRequest(served.url, path);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain("secret");
  });

  test("accepts no uploads", async () => {
    const { status, headers } = await fetch(served.url, { method: "POST", body: "x" });
    expect([status, headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  test("answers 304 to a browser whose copy is current", async () => {
    const etag = (await fetch(served.url)).headers.get("etag") ?? "";
    expect((await fetch(served.url, { headers: { "if-none-match": etag } })).status).toBe(304);
  });

  test("isolates pages if asked", async () => {
    const isolated = await serveFolder(site, { port: 0, isolated: true });
    const { headers } = await fetch(isolated.url);
    await isolated.close();
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-embedder-policy")).toBe("require-corp");
  });

  test("says what to do if the port is taken", async () => {
    const port = Number(new URL(served.url).port);
    await expect(serveFolder(site, { port })).rejects.toThrow(
      `another program is listening on port ${port}. Remedy:`,
    );
  });
});

/** Sends one request with `path` unchanged. */
function rawRequest(
  url: string,
  path: string,
): Promise<{ status: number | undefined; location: string | undefined; text: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path }, (answer) => {
      let text = "";
      answer.on("data", (chunk) => {
        text += chunk;
      });
      answer.on("end", () => resolve({ status: answer.statusCode, location: answer.headers.location, text }));
    });
    sent.once("error", reject);
    sent.end();
  });
}

import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isKnownHost, isOwnOrigin } from "./known-host.ts";
import { type ServedFolder, serveFolder } from "./serve-folder.ts";

let folder = "";
let site = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "w2v-site-"));
  site = join(folder, "site");
  mkdirSync(join(site, "try/sub"), { recursive: true });
  const files = {
    "index.html": "<h1>home</h1>",
    "try/index.html": "try",
    "try/a b.ipynb": "{}",
    "ten.bin": "0123456789",
    "empty.txt": "",
    ".env": "secret",
    ".git/config": "secret",
    "try/.hidden": "secret",
    ".well-known/security.txt": "contact",
  };
  for (const name of [".git", ".well-known"]) mkdirSync(join(site, name));
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
    ["/%00", 400],
    ["/%C0%AE%C0%AE/secret.txt", 400], // an overlong ".."
    ["/%252e%252e/secret.txt", 404],
    ["/..%5csecret.txt", 404],
    ["/....//secret.txt", 404],
    ["/%2fetc%2fpasswd", 404],
    ["/.env", 404],
    ["/%2eenv", 404],
    ["/.git/config", 404],
    ["/try/.hidden", 404],
    ["/try/sub/../../.env", 404],
    [`/${"a/".repeat(2000)}`, 404],
    [`/${"a".repeat(1000)}`, 404], // longer than a name may be
    [`/${"a".repeat(4096)}`, 414],
    [`/?${"a".repeat(4096)}`, 414],
    [`/${"a".repeat(20_000)}`, 431], // Node itself
  ])("returns no file for %s", async (path, status) => {
    const answer = await rawRequest(served.url, path);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain("secret");
  });

  test("gives .well-known, which is meant for all", async () => {
    expect((await rawRequest(served.url, "/.well-known/security.txt")).text).toBe("contact");
  });

  test.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])(
    "takes nothing: %s",
    async (method) => {
      const { status, headers } = await rawRequest(served.url, "/", { method });
      expect([status, headers.allow, headers.connection]).toEqual([405, "GET, HEAD", "close"]);
    },
  );

  test("answers HEAD with the headers of GET and no text", async () => {
    const { status, headers, text } = await rawRequest(served.url, "/ten.bin", { method: "HEAD" });
    expect([status, headers["content-length"], text]).toEqual([200, "10", ""]);
  });

  test.each([
    ["bytes=0-3", 206, "bytes 0-3/10", "0123"],
    ["bytes=4-", 206, "bytes 4-9/10", "456789"],
    ["bytes=9-9", 206, "bytes 9-9/10", "9"],
    ["bytes=8-99", 206, "bytes 8-9/10", "89"],
    ["bytes=-3", 206, "bytes 7-9/10", "789"],
    ["bytes=-99", 206, "bytes 0-9/10", "0123456789"],
    ["BYTES=0-0", 206, "bytes 0-0/10", "0"],
    ["bytes=10-", 416, "bytes */10", undefined],
    ["bytes=10-20", 416, "bytes */10", undefined],
    ["bytes=-0", 416, "bytes */10", undefined],
    [`bytes=${"9".repeat(400)}-`, 416, "bytes */10", undefined],
    [`bytes=0-${"9".repeat(400)}`, 206, "bytes 0-9/10", "0123456789"],
    // malformed, in another unit, or several: the whole file
    ["bytes=5-2", 200, undefined, "0123456789"],
    ["bytes=-", 200, undefined, "0123456789"],
    ["bytes=a-b", 200, undefined, "0123456789"],
    ["bytes=1", 200, undefined, "0123456789"],
    ["bytes=--1", 200, undefined, "0123456789"],
    ["bytes=0x1-3", 200, undefined, "0123456789"],
    ["0-3", 200, undefined, "0123456789"],
    ["lines=0-3", 200, undefined, "0123456789"],
    ["bytes=0-1,4-5", 200, undefined, "0123456789"],
  ])("answers the range %s with %d", async (range, status, given, text) => {
    const answer = await rawRequest(served.url, "/ten.bin", { headers: { range } });
    expect([answer.status, answer.headers["content-range"]]).toEqual([status, given]);
    if (text === undefined) return;
    expect([answer.text, answer.headers["content-length"]]).toEqual([text, `${text.length}`]);
  });

  test("has no range in an empty file, in an answer to HEAD, or for a copy that may be older", async () => {
    const range = "bytes=0-3";
    expect((await rawRequest(served.url, "/empty.txt", { headers: { range } })).status).toBe(416);
    expect((await rawRequest(served.url, "/empty.txt")).text).toBe("");
    expect((await rawRequest(served.url, "/ten.bin", { method: "HEAD", headers: { range } })).status).toBe(
      200,
    );
    const { headers } = await rawRequest(served.url, "/ten.bin");
    expect(headers["accept-ranges"]).toBe("bytes");
    const conditional = { range, "if-range": headers.etag ?? "" };
    expect((await rawRequest(served.url, "/ten.bin", { headers: conditional })).text).toBe("0123456789");
  });

  test("sends a policy that keeps a page to its own host, with every answer", async () => {
    const paths = ["/", "/ten.bin", "/none", "/try"].map((path) => ({ path, sent: {} }));
    for (const { path, sent } of [...paths, { path: "/", sent: { expect: "what-nobody-knows" } }]) {
      const { headers } = await rawRequest(served.url, path, { headers: sent });
      expect(headers["content-security-policy"]).toMatch(/^default-src 'self'; /);
      expect(headers["content-security-policy"]).not.toMatch(/https?:|\*/);
      expect(headers["x-content-type-options"]).toBe("nosniff");
    }
  });

  test("refuses a page of another site, whatever its name points to", async () => {
    const port = new URL(served.url).port;
    const get = async (headers: Record<string, string>): Promise<number | undefined> =>
      (await rawRequest(served.url, "/", { headers })).status;
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, "localhost"]) {
      expect([host, await get({ host })]).toEqual([host, 200]);
      expect(await get({ host, origin: `http://${host}` })).toBe(200);
      expect(await get({ host, origin: "https://evil.example" })).toBe(403);
    }
    for (const host of [`evil.example:${port}`, "evil.example", `localhost.evil.example:${port}`]) {
      expect([host, await get({ host })]).toEqual([host, 403]);
    }
    expect(await rawTalk(served.url, "GET / HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1\.1 403 /); // no Host
    const refused = await rawRequest(served.url, "/", { headers: { host: "evil.example" } });
    expect(refused.text).toContain("knows no such Host. Remedy: w2v serve-site --host NAME");
  });

  test("accepts the name that --host gives", async () => {
    const named = await serveFolder(site, { port: 0, host: "lab.example" });
    const { status } = await rawRequest(named.url, "/", { headers: { host: "lab.example:8443" } });
    await named.close();
    expect(status).toBe(200);
  });

  // such a client is never idle, so only the limit on a whole request ends it
  test("closes the connection of a client that sends a request without end", async () => {
    const hasty = await serveFolder(site, { port: 0, patience: 50 });
    const text = await rawTalk(hasty.url, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", "x");
    await hasty.close();
    expect(text).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });

  test("closes the connection of a client that stops reading", async () => {
    writeFileSync(join(site, "large.bin"), "");
    truncateSync(join(site, "large.bin"), 1 << 28); // more than the buffers on the way hold
    const hasty = await serveFolder(site, { port: 0, patience: 50 });
    const givenUp = new Promise<void>((resolve) => {
      const watch = (message: unknown): void => {
        (message as { readonly socket: Socket }).socket.once("close", () => resolve());
        unsubscribe("net.server.socket", watch);
      };
      subscribe("net.server.socket", watch);
    });
    const { hostname, port } = new URL(hasty.url);
    const client = connect(Number(port), hostname).pause();
    client.on("error", () => {}); // the server resets the connection
    client.write("GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n");
    await givenUp;
    client.destroy();
    await hasty.close();
  });

  test("answers 304 to a browser whose copy is current", async () => {
    const etag = (await fetch(served.url)).headers.get("etag") ?? "";
    for (const tags of [etag, `"other", ${etag}`, "*"]) {
      expect((await fetch(served.url, { headers: { "if-none-match": tags } })).status).toBe(304);
    }
    expect((await fetch(served.url, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
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

test.each([
  [undefined, false],
  ["", false],
  ["localhost", true],
  ["LocalHost:1", true],
  ["[::1]:80", true],
  ["127.0.0.1", true],
  ["127.0.0.1.evil.example", false],
  ["localhost@evil.example", false],
  ["localhost:80:90", false],
  ["localhost:x", false],
  ["0.0.0.0", false],
  ["lab", true],
  ["lab:1", true],
  ["lab.evil.example", false],
])("isKnownHost() of %j is %s", (host, known) => {
  expect(isKnownHost(host, "Lab")).toBe(known);
});

test("isKnownHost() wants the port that a given host has", () => {
  expect(["lab:1", "lab:2", "lab"].map((host) => isKnownHost(host, "lab:1"))).toEqual([true, false, false]);
});

test.each([
  [undefined, true],
  ["http://localhost:1", true],
  ["https://localhost:1", true], // behind a proxy
  ["http://localhost:2", false],
  ["null", false],
  ["", false],
])("isOwnOrigin() of %j is %s", (origin, own) => {
  expect(isOwnOrigin(origin, "localhost:1")).toBe(own);
});

/** Sends one request with `path` unchanged. */
function rawRequest(
  url: string,
  path: string,
  { method = "GET", headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<{
  status: number | undefined;
  headers: Record<string, string | undefined>;
  location: string | undefined;
  text: string;
}> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (answer) => {
      let text = "";
      answer.on("data", (chunk) => {
        text += chunk;
      });
      answer.on("end", () =>
        resolve({
          status: answer.statusCode,
          headers: answer.headers as Record<string, string | undefined>,
          location: answer.headers.location,
          text,
        }),
      );
    });
    sent.once("error", reject);
    sent.end();
  });
}

/** Sends `text` as it is, then `drip` again and again; returns what comes back until the server closes the connection. */
function rawTalk(url: string, text: string, drip?: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let said = "";
    const client = connect(Number(port), hostname, () => client.write(text));
    const dripping = drip === undefined ? undefined : setInterval(() => client.write(drip), 5);
    client.on("data", (chunk) => {
      said += chunk;
    });
    client.on("error", () => {}); // the server closed the connection while we wrote
    client.once("close", () => {
      clearInterval(dripping);
      resolve(said);
    });
  });
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildForTests, w2v } from "./w2v.suite.ts";

let folder = "";
let site = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "w2v-site-"));
  site = join(folder, "site");
  mkdirSync(site);
  writeFileSync(join(site, "index.html"), "<h1>home</h1>");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("w2v serve-site", () => {
  beforeAll(buildForTests);

  test("prints the address, serves the folder, and stops on one Ctrl-C", async () => {
    let opened: Promise<string> | undefined;
    const { code, stdout } = await w2v(["serve-site", site, "--port", "0"], (child) => {
      child.stdout?.on("data", (chunk: Buffer) => {
        const url = /http:\/\/127\S+?\//.exec(String(chunk))?.[0];
        if (url === undefined || opened) return;
        opened = fetch(url)
          .then((page) => page.text())
          .finally(() => child.kill("SIGINT"));
      });
    });
    expect(await opened).toBe("<h1>home</h1>");
    expect(stdout).toContain("on this machine only");
    expect(code).toBe(0);
  });

  test("refuses a page whose name was made to point here, but the one that --host gives", async () => {
    const asked = new Map<string, number | undefined>();
    const hosts = ["evil.example", "lab.example:8443", "localhost"];
    await w2v(["serve-site", site, "--port", "0", "--host", "lab.example"], (child) => {
      child.stdout?.on("data", async (chunk: Buffer) => {
        const port = /http:\/\/127\S+?:(\d+)\//.exec(String(chunk))?.[1];
        if (port === undefined) return;
        for (const host of hosts) asked.set(host, await statusFor(Number(port), host));
        child.kill("SIGINT");
      });
    });
    expect(hosts.map((host) => asked.get(host))).toEqual([403, 200, 200]);
  });

  test("gives a remedy for a folder without a site", async () => {
    const { code, stderr } = await w2v(["serve-site", folder]);
    expect(stderr).toContain("it has no index.html. Remedy: run npm run course");
    expect(code).toBe(1);
  });
});

/** The status of an answer to a request that names `host`. */
function statusFor(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = get({ hostname: "127.0.0.1", port, headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.once("error", reject);
  });
}

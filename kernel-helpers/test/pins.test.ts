import { createRequire } from "node:module";
import { expect, test } from "vitest";
import kernelManifest from "../../kernel/package.json" with { type: "json" };
import rootManifest from "../../package.json" with { type: "json" };
import manifest from "../package.json" with { type: "json" };

const require = createRequire(import.meta.url);
const installed = (name: string): string => require(`${name}/package.json`).version;

test("the compiler is TypeScript 6.0.3, not the 5.0 that tslab depends on", () => {
  expect(installed("typescript")).toBe("6.0.3");
});

test("the kernel uses tslab 1.0.22, the version that its repairs are written for", () => {
  expect(installed("tslab")).toBe("1.0.22");
});

test("all packages of TensorFlow.js have the same version, so that they share one Tensor class", () => {
  const versions = Object.entries(manifest.dependencies).filter(([name]) => name.startsWith("@tensorflow/"));
  expect(versions.length).toBe(4);
  for (const [name, version] of versions)
    expect([version, installed(name)], name).toEqual(["4.22.0", "4.22.0"]);
});

test("each package.json pins every package exactly, except @types/node, which follows Node 20", () => {
  const all = [
    rootManifest.dependencies,
    rootManifest.devDependencies,
    kernelManifest.dependencies,
    manifest.dependencies,
  ].flatMap((dependencies) => Object.entries<string>(dependencies));
  const loose = all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
  expect(new Set(loose.map((entry) => entry.join(" ")))).toEqual(new Set(["@types/node ^20"]));
});

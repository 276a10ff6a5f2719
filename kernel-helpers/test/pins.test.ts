import { createRequire } from "node:module";
import { expect, test } from "vitest";
import kernelManifest from "../../kernel/package.json" with { type: "json" };
import rootManifest from "../../package.json" with { type: "json" };
import manifest from "../package.json" with { type: "json" };

const require = createRequire(import.meta.url);
const installed = (name: string): string => require(`${name}/package.json`).version;

test("the compiler is the version of package.json, not the 5.0 that tslab depends on", () => {
  expect(installed("typescript")).toBe(rootManifest.dependencies.typescript);
});

test("the kernel uses the version of tslab that its repairs are written for", () => {
  expect(installed("tslab")).toBe(kernelManifest.dependencies.tslab);
});

test("all packages of TensorFlow.js have the same version, so that they share one Tensor class", () => {
  const packages = Object.entries(manifest.dependencies).filter(([name]) => name.startsWith("@tensorflow/"));
  expect(packages.length).toBe(4);
  const versions = packages.flatMap(([name, version]) => [version, installed(name)]);
  expect(new Set(versions).size).toBe(1);
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

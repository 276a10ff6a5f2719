import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { LOCK_FILES, lockedPackages, lockHeader, lockPins } from "./lock-file.ts";

const read = (path: string): string => readFileSync(join(projectRoot, path), "utf8");
const [authors, learners] = LOCK_FILES.map(({ path }) => lockedPackages(read(path)));
const versions = (packages: typeof authors = []): Map<string, string> =>
  new Map(packages.map(({ name, version }) => [name, version]));

describe.each(LOCK_FILES)("$path", (lock) => {
  test("is made of the lists as they are now (npm run lock makes it)", () => {
    expect(read(lock.path).split("\n", 1)).toEqual([lockHeader(projectRoot, lock).trimEnd()]);
  });

  test("fixes each package that the lists name, at their version", () => {
    const found = versions(lockedPackages(read(lock.path)));
    for (const pin of lockPins(projectRoot, lock)) {
      const [name = "", version] = pin.split("==");
      const locked = found.get(
        name
          .toLowerCase()
          .replaceAll("_", "-")
          .replace(/\[.*\]$/, ""),
      );
      expect([pin, locked]).toEqual([pin, version ?? expect.any(String)]);
    }
  });

  test("has a hash for each package and no address", () => {
    const packages = lockedPackages(read(lock.path));
    expect(packages.length).toBeGreaterThan(0);
    expect(packages.filter(({ hashes }) => hashes.length === 0)).toEqual([]);
    expect(read(lock.path)).not.toMatch(/:\/\/|--(extra-)?index|--find-links/);
  });
});

// a freeze of one machine's environment would lack them
test.each(["appnope", "colorama", "pywinpty"])("both contain %s, which another system needs", (name) => {
  expect(versions(authors).has(name)).toBe(true);
  expect(versions(learners).has(name)).toBe(true);
});

test("authors and learners have the same versions", () => {
  const all = versions(authors);
  for (const [name, version] of versions(learners)) expect([name, all.get(name)]).toEqual([name, version]);
});

test("lockHeader() changes with a pin and not with a remark", () => {
  const root = mkdtempSync(join(tmpdir(), "w2v-lock-"));
  const lock = { path: "lock.txt", sources: ["list.txt"], options: [] };
  const header = (text: string): string => {
    writeFileSync(join(root, "list.txt"), text);
    return lockHeader(root, lock);
  };
  const before = header("# why\na==1\n-r other.txt\n./ours\n");
  expect(header("a==1\n# another reason\n")).toBe(before);
  for (const text of ["a==2\n", "a==1\nb==1\n", ""]) expect(header(text)).not.toBe(before);
  rmSync(root, { recursive: true });
});

test.each(["a==1", "a>=1 --hash=sha256:00", "https://example.org/a.whl", "-e ."])(
  "lockedPackages() refuses the entry %s",
  (line) => {
    expect(() => lockedPackages(`# a remark\n${line}\n`)).toThrow("must be NAME==VERSION with a --hash");
  },
);

test("lockedPackages() reads names, versions and hashes, with and without a marker", () => {
  const [one, two] = ["0", "f"].map((digit) => digit.repeat(64));
  const text = `a-b==1.2.post1 \\\n    --hash=sha256:${one} \\\n    --hash=sha256:${two}\nc==3 ; sys_platform == 'win32' \\\n    --hash=sha256:${two}\n`;
  expect(lockedPackages(text)).toEqual([
    { name: "a-b", version: "1.2.post1", hashes: [one, two] },
    { name: "c", version: "3", hashes: [two] },
  ]);
});

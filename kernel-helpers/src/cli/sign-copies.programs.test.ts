import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { environmentProgram, projectRoot } from "../../../setup/paths.mjs";
import { signCopies } from "./sign-copies.ts";

const python = environmentProgram(projectRoot, "python");
const folder = mkdtempSync(join(tmpdir(), "w2v-signed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A notebook with one cell, whose output is a script. */
function write(name: string, hasOutput: boolean): string {
  const output = { output_type: "display_data", metadata: {}, data: { "text/html": "<script>1</script>" } };
  const cell = { cell_type: "code", id: "a", metadata: {}, execution_count: null, source: "1" };
  const cells = [{ ...cell, outputs: hasOutput ? [output] : [] }];
  const file = join(folder, `${name}.ipynb`);
  writeFileSync(file, JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
  return file;
}

/** Whether Jupyter trusts a notebook by the signatures in a folder. */
function isTrusted(file: string, signatures: string): boolean {
  const program = `import nbformat, nbformat.sign, os, sys
file, folder = sys.argv[1:]
notary = nbformat.sign.NotebookNotary(db_file=os.path.join(folder, "nbsignatures.db"), secret_file=os.path.join(folder, "notebook_secret"))
print(notary.check_signature(nbformat.read(file, as_version=4)))`;
  return execFileSync(python, ["-c", program, file, signatures], { encoding: "utf8" }).trim() === "True";
}

test("signCopies() signs what has no outputs, and not a script that somebody sent", () => {
  const [fresh, sent] = [write("fresh", false), write("sent", true)];
  const home = join(folder, "home");
  process.env.JUPYTER_DATA_DIR = home;
  const signatures = join(folder, "signatures");
  const broken = join(folder, "broken.ipynb");
  writeFileSync(broken, "{");
  expect(signCopies(python, signatures, [fresh, sent, broken, join(folder, "gone.ipynb")])).toBeUndefined();
  expect([isTrusted(fresh, signatures), isTrusted(sent, signatures)]).toEqual([true, false]);
  expect(readdirSync(folder)).not.toContain("home"); // nothing was written where Jupyter keeps its own
});

test("signCopies() signs what stands behind notebooks that are damaged in any way", () => {
  const cells = (text: string): string => `{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":${text}}`;
  const half = {
    cell_type: "code",
    id: "a",
    metadata: {},
    execution_count: null,
    outputs: [],
    source: "\ud800",
  };
  const damaged = [
    "[]",
    "{}",
    "5",
    "",
    "[".repeat(1e5),
    cells("5"),
    cells("[null, 5, {}]"),
    '{"nbformat": 4}',
  ];
  const files = [...damaged, cells(JSON.stringify([half]))].map((text, i) => {
    const file = join(folder, `damaged ${i} "é".ipynb`);
    writeFileSync(file, text);
    return file;
  });
  const behind = write("behind", false);
  process.env.JUPYTER_DATA_DIR = join(folder, "home");
  const signatures = join(folder, "signatures of many");
  expect(signCopies(python, signatures, [...files, folder, behind])).toBeUndefined();
  expect(isTrusted(behind, signatures)).toBe(true);
});

test("signCopies() trusts outputs that the user's Jupyter trusts", () => {
  const mine = write("mine", true);
  const home = join(folder, "home");
  process.env.JUPYTER_DATA_DIR = home;
  execFileSync(python, ["-m", "jupyter", "trust", mine], { env: process.env, stdio: "ignore" });
  const signatures = join(folder, "signatures");
  expect(signCopies(python, signatures, [mine])).toBeUndefined();
  expect(isTrusted(mine, signatures)).toBe(true);
});

test("signCopies() says why it cannot", () => {
  writeFileSync(join(folder, "file"), "");
  expect(signCopies(python, join(folder, "file"), [])).toContain("FileExistsError");
  expect(signCopies(join(folder, "no-python"), folder, [])).toContain("ENOENT");
});

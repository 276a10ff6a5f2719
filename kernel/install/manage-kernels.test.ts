import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { belongsTo, kernelProblem, readKernel, readKernels } from "./installed-kernel.mjs";
import { prefixKernels } from "./kernel-places.mjs";
import { installKernelSpec, kernelSpec, LAUNCHER, writeKernelSpec } from "./kernelspec.mjs";
import { manageKernels } from "./manage-kernels.mjs";
import { nodeProblem } from "./node-problem.mjs";
import { requireOwnKernel } from "./require-own-kernel.mjs";

const folder = mkdtempSync(join(tmpdir(), "w2v-kernelspecs-"));
const another = join(folder, "another", "kernel", "node", "launch.cjs");
mkdirSync(join(another, ".."), { recursive: true });
writeFileSync(another, "");
let prefix = "";
let kernels = "";
beforeEach(() => {
  prefix = mkdtempSync(join(folder, "prefix-"));
  kernels = prefixKernels(prefix);
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (words: string, where: object = {}): Promise<string> =>
  manageKernels("w2v kernel", words.split(" "), { prefix, ...where });

describe("nodeProblem()", () => {
  test.each(["20.19.0", "20.20.1", "22.0.0"])("accepts Node %s", (version) => {
    expect(nodeProblem(version)).toBeUndefined();
  });

  test.each(["20.18.3", "18.20.0", "no version"])("asks for a newer one than %s", (version) => {
    expect(nodeProblem(version)).toBe(`${version}, wanted 20.19 or newer`);
  });
});

test("kernelSpec() puts a name other than the default into the title", () => {
  expect(kernelSpec().display_name).toBe("TypeScript (word2vec-lab)");
  expect(kernelSpec({ name: "w2v-2" }).display_name).toBe("TypeScript (word2vec-lab, w2v-2)");
  expect(kernelSpec({ node: "/n", launcher: "/l" })).toMatchObject({
    argv: ["/n", "--enable-source-maps", "/l", "{connection_file}"],
    env: {},
  });
});

test("writeKernelSpec() writes only files that are missing or differ", () => {
  const place = join(kernels, "w2v");
  expect(installKernelSpec(prefix)).toBe(true);
  expect(installKernelSpec(prefix)).toBe(false);
  expect(writeKernelSpec(place, { env: { A: "1" } })).toBe(true);
  const text = readFileSync(join(place, "kernel.json"), "utf8");
  expect(text).toBe(`${JSON.stringify(kernelSpec({ env: { A: "1" } }), null, 2)}\n`); // for people to read
  rmSync(join(place, "kernel.json"));
  expect(writeKernelSpec(place, { env: { A: "1" } })).toBe(true);
  rmSync(join(place, "logo-svg.svg"));
  expect(writeKernelSpec(place, { env: { A: "1" } })).toBe(true);
  expect(readdirSync(place).sort()).toEqual(["kernel.json", "logo-svg.svg"]);
});

describe("readKernel()", () => {
  const written = (argv: unknown): string => {
    mkdirSync(join(kernels, "k"), { recursive: true });
    writeFileSync(join(kernels, "k", "kernel.json"), JSON.stringify({ argv }));
    return join(kernels, "k");
  };

  test.each([
    ["/a/clone/kernel/node/launch.cjs", "/a/clone"],
    ["/a/clone/kernel-helpers/kernel/node/launch.cjs", "/a/clone"],
    ["/a/node_modules/w2v-kernel/node/launch.cjs", "/a/node_modules/w2v-kernel"],
  ])("finds the owner of %s", (launcher, owner) => {
    const place = written(["/node", launcher]);
    expect(readKernel(place)).toEqual({ name: "k", folder: place, node: "/node", launcher, owner });
  });

  test.each([[["python", "-m", "ipykernel"]], ["text"], [undefined]])(
    "recognises that %o is not one of ours",
    (argv) => {
      expect(readKernel(written(argv))).toBeUndefined();
    },
  );

  test("finds nothing if there is no file or no JSON", () => {
    expect(readKernel(join(kernels, "nothing"))).toBeUndefined();
    writeFileSync(join(written([]), "kernel.json"), "{");
    expect(readKernel(join(kernels, "k"))).toBeUndefined();
  });
});

test("readKernels() returns our kernels in a folder, by name", () => {
  expect(readKernels(join(folder, "nothing"))).toEqual([]);
  for (const name of ["b", "a"]) writeKernelSpec(join(kernels, name), { name });
  mkdirSync(join(kernels, "python3"));
  expect(readKernels(kernels).map(({ name }) => name)).toEqual(["a", "b"]);
});

test("belongsTo() and kernelProblem() distinguish this launcher, another one, and none", async () => {
  const kernel = (launcher: string, node = process.execPath) => ({
    name: "w2v",
    folder: "",
    node,
    launcher,
    owner: join(folder, "another"),
  });
  expect([belongsTo(kernel(LAUNCHER)), belongsTo(kernel(another)), belongsTo(kernel("/none"))]).toEqual([
    "this",
    "another",
    "none",
  ]);
  expect(await kernelProblem(kernel(another))).toBeUndefined();
  expect(await kernelProblem(kernel(another, "/no/node"))).toContain("is not there or does not run");
  expect(await kernelProblem(kernel("/none"))).toContain("the clone was updated and has it elsewhere");
  const gone = { ...kernel("/none"), owner: "/none" };
  expect(await kernelProblem(gone)).toContain("the clone was moved");
});

describe("requireOwnKernel()", () => {
  /** Whose kernelspec is there -> what kernel.json holds. */
  const kinds: Record<string, string | undefined> = {
    missing: undefined,
    "this folder's": JSON.stringify(kernelSpec()),
    "a clone's that is gone": JSON.stringify(
      kernelSpec({ launcher: join(folder, "gone", "kernel", "node", "launch.cjs") }),
    ),
    "another clone's": JSON.stringify(kernelSpec({ launcher: another })),
    broken: "{",
    "no object": "[]",
    "another program's": JSON.stringify({ argv: ["deno", "jupyter"] }),
    "another program's without argv": "{}",
  };

  const clone = `it starts the kernel in ${join(folder, "another")}, not the one in this folder`;
  const broken = "its kernel.json cannot be read, so it may be another program's";
  const foreign = "it starts another program's kernel";
  const remove = "jupyter kernelspec remove w2v";

  test.each<[string, string?, string?, string?, boolean?]>([
    // whose, why install is refused, with which remedies, and uninstall, and whether --force helps
    ["missing"],
    ["this folder's"],
    ["a clone's that is gone"],
    ["another clone's", clone, "--name w2v-3, or --force", "--force", true],
    ["broken", broken, "--name w2v-3, or --force", `--force, or ${remove}`, true],
    ["no object", broken, "--name w2v-3, or --force", `--force, or ${remove}`, true],
    ["another program's", foreign, "--name w2v-3", remove, false],
    ["another program's without argv", foreign, "--name w2v-3", remove, false],
  ])("knows one that is %s", (whose, why, install, uninstall, forced) => {
    const place = join(kernels, "w2v");
    mkdirSync(place, { recursive: true });
    mkdirSync(`${place}-2`);
    const text = kinds[whose];
    if (text !== undefined) writeFileSync(join(place, "kernel.json"), text);
    for (const [action, remedy] of [
      ["install", install],
      ["uninstall", uninstall],
    ] as const) {
      const message = `Cannot ${action} the kernelspec ${place}: ${why}. Remedy: ${remedy}`;
      const plain = (): void => requireOwnKernel(action, place);
      const force = (): void => requireOwnKernel(action, place, { force: true });
      if (why === undefined) expect(plain).not.toThrow();
      else expect(plain).toThrow(new Error(message));
      if (why === undefined || forced) expect(force).not.toThrow();
      else expect(force).toThrow(new Error(message));
    }
  });
});

describe("manageKernels()", () => {
  test("installs, lists and removes", async () => {
    const place = join(kernels, "w2v");
    expect(await run("list")).toBe(`no kernelspec of ours in ${kernels}`);
    expect(await run("install")).toBe(`w2v: installed in ${place}`);
    expect(await run("install")).toBe(`w2v: unchanged in ${place}`);
    expect(await run("list")).toBe(
      [`  works   w2v`, place, "starts the kernel in this folder"].join("\n          "),
    );
    expect(await run("uninstall")).toBe(`w2v: removed from ${place}`);
    expect(existsSync(place)).toBe(false);
    await expect(run("uninstall")).rejects.toThrow(`no kernelspec in ${place}. Remedy: list`);
  });

  test("installs for the user by default, or for the environment of a Python", async () => {
    vi.stubEnv("JUPYTER_DATA_DIR", join(prefix, "data"));
    for (const where of [{}, { user: true }]) {
      const said = await manageKernels("w2v kernel", ["install"], {
        ...where,
        name: `k${Object.keys(where).length}`,
      });
      expect(said).toContain(join(prefix, "data", "kernels"));
    }
    expect(await manageKernels("w2v kernel", ["uninstall"], { name: "k0" })).toContain("k0: removed from");
    vi.unstubAllEnvs();
    const where = { "sys-prefix": true, python: join(prefix, "no-python") };
    await expect(manageKernels("w2v kernel", ["install"], where)).rejects.toThrow(
      "does not run. Remedy: --python",
    );
  });

  test("lists kernels that do not work, and kernels of other programs", async () => {
    writeKernelSpec(join(kernels, "old"), { launcher: another, node: "/no/node" });
    expect(await run("list")).toMatch(/BROKEN {2}old\n.*\n.*in .*another\n.*does not run$/);
  });

  test("changes what starts another kernel only with --force", async () => {
    for (const action of ["install", "uninstall"]) {
      writeKernelSpec(join(kernels, "w2v"), { launcher: another });
      await expect(run(action)).rejects.toThrow("--force");
      expect(await run(action, { force: true })).toMatch(/^w2v: (installed in|removed from)/);
    }
  });

  test("leaves another program's kernel alone, also with --force", async () => {
    const file = join(kernels, "deno", "kernel.json");
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, '{ "argv": ["deno"] }');
    for (const action of ["install", "uninstall"]) {
      await expect(run(action, { name: "deno", force: true })).rejects.toThrow("another program's kernel");
      expect(readFileSync(file, "utf8")).toBe('{ "argv": ["deno"] }');
    }
  });

  test("removes only the files that it wrote", async () => {
    await run("install");
    writeFileSync(join(kernels, "w2v", "logo-64x64.png"), "");
    expect(await run("uninstall")).toBe(
      `w2v: removed from ${join(kernels, "w2v")}, where logo-64x64.png stays`,
    );
    expect(readdirSync(join(kernels, "w2v"))).toEqual(["logo-64x64.png"]);
  });

  test("removes a link to a kernelspec, and not what it leads to", async () => {
    const shared = join(prefix, "shared");
    writeKernelSpec(shared);
    mkdirSync(kernels, { recursive: true });
    symlinkSync(shared, join(kernels, "w2v"), "junction");
    expect(await run("uninstall")).toBe(`w2v: removed from ${join(kernels, "w2v")}`);
    expect(readdirSync(kernels)).toEqual([]);
    expect(readdirSync(shared).sort()).toEqual(["kernel.json", "logo-svg.svg"]);
  });

  test("lists the kernels of one name, and refuses --force there", async () => {
    for (const name of ["w2v", "other"]) await run("install", { name });
    expect(await run("list", { name: "other" })).toMatch(/^ {2}works {3}other\n.*\n.*this folder$/);
    expect(await run("list", { name: "none" })).toBe(
      `no kernelspec of ours with the name none in ${kernels}`,
    );
    await expect(run("list", { force: true })).rejects.toThrow("--force is for install and uninstall");
  });

  test.each([{ prefix: "" }, { prefix: undefined, "sys-prefix": true, python: "" }])(
    "refuses an empty place: %o",
    async (where) => {
      const [option] = Object.entries(where).find(([, value]) => value === "") ?? [];
      for (const action of ["install", "list", "uninstall"]) {
        await expect(run(action, where)).rejects.toThrow(`--${option} must not be empty`);
      }
    },
  );

  test("says in words what stands in the way of a path, with a remedy", async () => {
    mkdirSync(join(kernels, ".."), { recursive: true });
    writeFileSync(kernels, "a file");
    expect(await run("list")).toBe(`no kernelspec of ours in ${kernels}`);
    await expect(run("install")).rejects.toThrow(
      /^Cannot install the kernel: .*: a file stands where a folder is needed\. Remedy: .*--prefix DIR$/,
    );
    rmSync(kernels);
    mkdirSync(join(kernels, "w2v", "logo-svg.svg"), { recursive: true });
    await expect(run("install")).rejects.toThrow(
      /^Cannot install the kernel: .*logo-svg\.svg: a folder stands where a file is needed/,
    );
  });

  test.each(["", "remove", "install now", "toString"])(
    "accepts only one of three words and not %o",
    async (words) => {
      await expect(run(words)).rejects.toThrow("must be one of install, list, uninstall");
    },
  );

  test.each([{ user: true }, { "sys-prefix": true }, { python: "python3" }])(
    "refuses --prefix with %o",
    async (where) => {
      await expect(run("install", where)).rejects.toThrow("only one of --user, --sys-prefix and --prefix");
    },
  );

  test.each(["A", "a b", "..", ""])("refuses the name %o", async (name) => {
    await expect(run("install", { name })).rejects.toThrow("must consist of lower-case letters");
  });
});

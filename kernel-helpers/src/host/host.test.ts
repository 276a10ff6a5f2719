import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { projectRoot } from "../../../setup/paths.mjs";
import { KERNEL_HOST } from "./contract.ts";
import { datasetEntry } from "./dataset-index.ts";
import { host, progressPath, stopOnInterrupt } from "./host.node.ts";
import { interrupted } from "./interrupted.ts";

const folder = mkdtempSync(join(tmpdir(), "w2v-host-"));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  Reflect.deleteProperty(globalThis, KERNEL_HOST);
  vi.restoreAllMocks();
});

/** The process's listener for Ctrl-C, called as the system would call it. */
const pressCtrlC = (): void => process.listeners("SIGINT").at(-1)?.("SIGINT");

describe("host.write()", () => {
  test("makes folders, replaces the file and leaves no temporary file", async () => {
    const path = join(folder, "a/b/c.txt");
    for (const text of ["long text", "short"]) await host.write(path, Buffer.from(text));
    expect(readFileSync(path, "utf8")).toBe("short");
    expect(readdirSync(join(folder, "a/b"))).toEqual(["c.txt"]);
  });

  test("leaves nothing behind if it fails", async () => {
    await host.write(join(folder, "full/of/things.txt"), Buffer.from("x"));
    await expect(host.write(join(folder, "full/of"), Buffer.from("y"))).rejects.toThrow();
    expect(readdirSync(join(folder, "full"))).toEqual(["of"]);
  });
});

test("host.append() makes folders and appends to the file", async () => {
  const path = join(folder, "log/run.jsonl");
  for (const text of ["a", "b"]) await host.append(path, Buffer.from(text));
  expect(Buffer.from(await host.read(path)).toString()).toBe("ab");
});

describe("host.show()", () => {
  test("prints the text of a bundle, or its MIME type, if there is no kernel", async () => {
    const log = vi.spyOn(console, "log").mockReturnValue();
    await host.show({ "text/plain": "seen", "text/html": "<b>" });
    await host.show({ "text/html": "<b>" });
    expect(log.mock.calls).toEqual([["seen"], ["(an output of type text/html)"]]);
  });

  test("replaces an interim line with the final text", async () => {
    const said: unknown[] = [];
    vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(text) > 0);
    vi.spyOn(console, "log").mockImplementation((text) => void said.push(text));
    const { isTTY } = process.stdout;
    process.stdout.isTTY = true;
    await host.show({ "text/plain": "1 %" }, { interim: true });
    await host.show({ "text/plain": "2 %" }, { interim: true });
    await host.show({ "text/plain": "done" });
    await host.show({ "text/plain": "more" });
    process.stdout.isTTY = isTTY;
    expect(said).toEqual(["\r1 %\x1b[K", "\r2 %\x1b[K", "\r\x1b[K", "done", "more"]);
  });

  test("leaves everything to a kernel", async () => {
    const show = vi.fn();
    Object.assign(globalThis, { [KERNEL_HOST]: { show, interrupted: () => true } });
    const log = vi.spyOn(console, "log").mockReturnValue();
    await host.show({ "text/plain": "seen" }, { displayId: "1" });
    expect(show).toHaveBeenCalledExactlyOnceWith({ "text/plain": "seen" }, { displayId: "1" });
    expect(log).not.toHaveBeenCalled();
    expect(await interrupted()).toBe(true);
  });
});

test("progressPath() is the same from every folder, and off however it is written", () => {
  for (const off of ["off", " OFF "]) {
    vi.stubEnv("W2V_PROGRESS", off);
    expect(progressPath()).toBeUndefined();
  }
  const usual = join(projectRoot, "work/progress.json");
  for (const [named, path] of [
    ["", usual],
    [" ", usual],
    ["work/mine.json", join(projectRoot, "work/mine.json")],
    ["/tmp/mine.json", "/tmp/mine.json"],
  ] as const) {
    vi.stubEnv("W2V_PROGRESS", named);
    expect(progressPath()).toBe(path);
  }
  vi.unstubAllEnvs();
});

test("stopOnInterrupt() asks for a stop at the first Ctrl-C, ends the process at the second, and removes its listener", async () => {
  const exit = vi.spyOn(process, "exit").mockReturnValue(undefined as never);
  const count = (): number[] => ["SIGINT", "SIGTERM", "SIGHUP"].map((name) => process.listenerCount(name));
  const listeners = count();
  expect(await interrupted()).toBe(false);
  const restore = stopOnInterrupt();
  pressCtrlC();
  expect([host.interrupted(), exit.mock.calls]).toEqual([true, []]);
  pressCtrlC();
  expect(exit).toHaveBeenCalledExactlyOnceWith(130);
  restore();
  expect([host.interrupted(), count()]).toEqual([false, listeners]);
});

test("datasetEntry() lists the known data sets for an unknown name, also for names such as toString", () => {
  const entry = { file: "a.txt", sha256: "", bytes: 1, licence: "CC0-1.0", source: "" };
  expect(datasetEntry({ a: entry }, "a")).toBe(entry);
  expect(() => datasetEntry({ a: entry, b: entry }, "toString")).toThrow(
    "its name must be one of a, b. For a text file give a path: ./toString",
  );
});

test("interrupted() lets the event loop turn", async () => {
  let turned = false;
  setImmediate(() => {
    turned = true;
  });
  await interrupted();
  expect(turned).toBe(true);
});

test("host.asset() returns the file of a data set", async () => {
  const file = new URL("../../../datasets/toy/toy.txt", import.meta.url);
  expect(Buffer.from(await host.asset("toy"))).toEqual(readFileSync(file));
});

test("host.asset() refuses a name that is not in the index", async () => {
  await expect(host.asset("nothing")).rejects.toThrow(/"nothing"/);
  expect(existsSync(join(folder, "nothing"))).toBe(false);
});

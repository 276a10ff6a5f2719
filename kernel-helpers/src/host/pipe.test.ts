import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFile, readWhole } from "./files.node.ts";
import { stopOnInterrupt } from "./stop-asked.node.ts";
import { appendTo, writeWhole } from "./write-file.node.ts";

let folder = "";
let pipe = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "w2v-pipe-"));
  pipe = join(folder, "pipe");
  if (process.platform !== "win32") execFileSync("sh", ["-c", 'mkfifo "$0"', pipe]);
});
afterAll(() => rmSync(folder, { recursive: true }));

const large = Buffer.alloc(1 << 20, "0123456789"); // more than a pipe holds

/** Runs a shell with the pipe as $0 and a file as $1; resolves when it has ended. */
function shell(command: string, file = ""): Promise<void> {
  return new Promise((resolve) => spawn("sh", ["-c", command, pipe, file]).once("close", () => resolve()));
}

describe.skipIf(process.platform === "win32")("a pipe", () => {
  test.each([
    ["openFile()", openFile],
    ["readWhole()", readWhole],
  ])("that is silent ends %s when the user asks to stop", async (_, read) => {
    const restore = stopOnInterrupt();
    const timer = setTimeout(() => process.emit("SIGINT"), 50);
    await expect(read(pipe)).rejects.toThrow(
      `Cannot open ${pipe}: it was stopped while it waited for the other end of the pipe. Remedy: start the program there`,
    );
    clearTimeout(timer);
    restore();
  });

  test("is read whole, also if its writer comes late", async () => {
    const source = join(folder, "source");
    writeFileSync(source, large);
    const written = shell('sleep 0.2; cat "$1" > "$0"', source);
    expect(large.equals(await readWhole(pipe))).toBe(true);
    await written;
  });

  test("that no program reads is refused, and not waited for", async () => {
    for (const write of [writeWhole, appendTo]) {
      await expect(write(pipe, large)).rejects.toThrow(
        `Cannot write ${pipe}: no program reads this pipe. Remedy: start that program first, or choose another place`,
      );
    }
  });

  test("gives all bytes to the program that reads it", async () => {
    const copy = join(folder, "copy");
    for (const write of [writeWhole, appendTo]) {
      const read = shell('cat "$0" > "$1"', copy);
      for (;;) {
        const problem = await write(pipe, large).then(
          () => undefined,
          (error: Error) => error.message,
        );
        if (problem === undefined) break;
        expect(problem).toContain("no program reads this pipe"); // the reader has not come yet
        await new Promise((done) => setTimeout(done, 5));
      }
      await read;
      expect(large.equals(readFileSync(copy))).toBe(true);
    }
  });
});

test.skipIf(!existsSync("/dev/zero"))("openFile() reads a device without end in parts", async () => {
  const { size, parts } = await openFile("/dev/zero", 4);
  const reading = parts();
  expect([size, (await reading.next()).value?.length]).toEqual([Number.POSITIVE_INFINITY, 4]);
  await reading.return(undefined);
});

test("openFile() says in words why a file that went away meanwhile cannot be read", async () => {
  const path = join(folder, "short-lived");
  writeFileSync(path, "text");
  const { parts } = await openFile(path);
  rmSync(path);
  await expect(parts().next()).rejects.toThrow(`Cannot open ${path}: no such file. Remedy: check the path`);
});

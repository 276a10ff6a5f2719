import { afterAll, describe, expect, test } from "vitest";
import { startMeasuring } from "./measured.ts";
import { missingFor } from "./needs.ts";

const MIB = 2 ** 20;

/** A module with readers that keep too much, as an address. */
const greedy = `data:text/javascript,${encodeURIComponent(`
globalThis.kept = [];
export const touches = (bytes) => { kept.push(Buffer.alloc(bytes, 1)); return "read"; };
export const reserves = (bytes) => { kept.push(new Float32Array(bytes / 4)); };
export const builds = (words) => { kept.push(Array.from({ length: words }, (_, i) => ({ word: "w" + i }))); };
export const lends = (bytes) => { Buffer.alloc(bytes, 1); };
export const spares = () => "read";
`)}`;

describe.skipIf(missingFor("/proc") !== undefined)("startMeasuring()", () => {
  const measuring = startMeasuring();
  afterAll(() => measuring.end());

  test("finds little growth for a reader that needs little", async () => {
    const { result, grown } = await measuring.call(greedy, "spares");
    expect(result).toBe("read");
    expect(grown).toBeLessThan(40 * MIB);
  });

  test.each([
    ["keeps", "touches", 200 * MIB, 200],
    ["takes and never touches", "reserves", 600 * MIB, 600],
    ["takes and gives back", "lends", 300 * MIB, 300],
    ["builds of small objects", "builds", 2_000_000, 100],
  ])("finds the memory that a reader %s", async (_, name, size, mebibytes) => {
    const alone = startMeasuring();
    const { grown } = await alone.call(greedy, name, size);
    alone.end();
    expect(grown).toBeGreaterThan(mebibytes * MIB * 0.95);
    expect(grown).toBeLessThan(mebibytes * MIB * 2);
  });

  test("tells of a reader that kills its process", async () => {
    const doomed = startMeasuring();
    const dies = `data:text/javascript,export const dies = () => process.abort();`;
    await expect(doomed.call(dies, "dies")).rejects.toThrow("the process that read it died with SIGABRT");
  });
});

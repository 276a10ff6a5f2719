import { cpus, totalmem } from "node:os";
import { afterEach, expect, test, vi } from "vitest";
import { machineLine, thisMachine } from "./machine.ts";

afterEach(() => vi.restoreAllMocks());

test.each([
  [undefined, totalmem()],
  [0, totalmem()],
  [2 ** 20, 2 ** 20],
  [2 ** 60, totalmem()],
])("thisMachine() respects a container's limit of %d", (limit, memory) => {
  vi.spyOn(process, "constrainedMemory").mockReturnValue(limit as number);
  expect(thisMachine().memory).toBe(memory);
  expect(thisMachine().freeMemory).toBeLessThanOrEqual(memory);
});

test("thisMachine() names the processor", () => {
  expect(thisMachine().processor).toBe(cpus()[0]?.model.trim() ?? "unknown processor");
});

test("machineLine() gives memory in GiB", () => {
  const machine = { processor: "P", cores: 4, memory: 8 * 2 ** 30, freeMemory: 2 ** 29 };
  expect(machineLine(machine)).toBe("P, 4 cores, 8.0 GiB of memory, 0.5 free");
});

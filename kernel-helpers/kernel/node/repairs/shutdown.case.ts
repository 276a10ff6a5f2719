import { expect } from "vitest";
import type { RepairCase } from "../repair-case.ts";

export const shutdown: RepairCase = {
  repair: "shutdown",
  wanted: "the kernel ends when asked to, though a timer of a cell lives",
  plain: "Jupyter waits and kills the kernel",
  steps: [{ code: "setInterval(() => {}, 1000);" }],
  holds: ({ shutdownSeconds }) => expect(shutdownSeconds).toBeLessThan(0.9),
  fails: ({ shutdownSeconds }) => expect(shutdownSeconds).toBeGreaterThan(0.9),
};

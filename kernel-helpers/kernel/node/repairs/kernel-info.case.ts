import { expect } from "vitest";
import type { RepairCase } from "../repair-case.ts";

export const kernelInfo: RepairCase = {
  repair: "kernel-info",
  wanted: "the kernel says who it is",
  plain: "the kernel calls itself tslab, with TypeScript 3.7.2",
  steps: [],
  holds({ info }) {
    expect(info).toMatchObject({
      status: "ok",
      implementation: "word2vec-lab",
      language_info: { name: "typescript", version: "5.0.4", file_extension: ".ts" },
    });
  },
  fails({ info }) {
    expect(info).toMatchObject({ implementation: "tslab", language_info: { version: "3.7.2" } });
  },
};

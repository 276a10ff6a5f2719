import { createRequire } from "node:module";
import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";

const { version } = createRequire(import.meta.url)("typescript") as { version: string };

export const kernelInfo: RepairCase = {
  repair: "kernel-info",
  wanted: "the kernel reports its own name and version",
  plain: "the kernel calls itself tslab, with TypeScript 3.7.2",
  steps: [],
  holds({ info }) {
    expect(info).toEqual({
      status: "ok",
      protocol_version: "5.3",
      implementation: "word2vec-lab",
      implementation_version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      language_info: {
        name: "typescript",
        version,
        mimetype: "text/typescript",
        file_extension: ".ts",
        pygments_lexer: "typescript",
        codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
        nbconvert_exporter: "script",
      },
      banner: expect.stringContaining(`TypeScript ${version} (word2vec-lab `),
      help_links: expect.arrayContaining([{ text: "Node.js", url: "https://nodejs.org/api/" }]),
      debugger: false,
    });
  },
  fails({ info }) {
    expect(info).toMatchObject({ implementation: "tslab", language_info: { version: "3.7.2" } });
  },
};

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { BrowserProgram } from "../../../tools/browser/open-page.ts";
import { copyKernel } from "./copy-kernel.ts";
import { type KernelPage, openKernelPage } from "./open-kernel-page.ts";

/** For the tests of a `describe`: a page beside the kernel's files of the site, opened before the first test. */
export function withKernelPage(program: BrowserProgram): () => KernelPage {
  const folder = mkdtempSync(join(tmpdir(), "w2v-page-"));
  let page: KernelPage | undefined;
  beforeAll(async () => {
    copyKernel(folder);
    page = await openKernelPage(program, folder);
  });
  afterAll(async () => {
    await page?.close();
    rmSync(folder, { recursive: true });
  });
  return () => page as KernelPage;
}

import { dirname, join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, beforeAll, inject } from "vitest";
import { type ServedFolder, serveFolder } from "../../../../kernel-helpers/src/serve/index.ts";
import { openChromium } from "../../../../tools/browser/open-chromium.ts";
import { addEmptyNotebook, siteWithApp } from "../parity/site-with-app.ts";
import { type LabPage, openLabPage } from "./open-lab-page.ts";

/** How a learner visits the site. */
export interface Visit {
  /** The host sends the headers that isolate a page. Default: true. */
  readonly isolated?: boolean;
  readonly options?: BrowserContextOptions;
}

export interface LabOptions {
  /** Options for Chromium. */
  readonly switches?: readonly string[];
  /** Whether the site has the notebook that `openCells` opens; to a learner it is a file of their own. Default: true. */
  readonly emptyNotebook?: boolean;
}

/** A learner's page, its browser context and the site's address. */
export type VisitedLab = LabPage & { readonly context: BrowserContext; readonly site: string };

/**
 * For the tests of a `describe`: makes a learner with a browser of their own, which ends with the test. `again` instead
 * gives each test the same page, in which `openCells` replaces the notebook's cells and restarts the kernel: loading
 * JupyterLite takes longer than most tests.
 */
export function withLab(
  chromium: string | undefined,
  name: string,
  { switches = [], emptyNotebook = true }: LabOptions = {},
): ((visit?: Visit) => Promise<VisitedLab>) & {
  readonly again: (visit?: Pick<Visit, "isolated">) => Promise<VisitedLab>;
} {
  let browser: Browser;
  const hosts = new Map<boolean, ServedFolder>();
  const contexts: BrowserContext[] = [];
  /** By whether the page is isolated. */
  const kept = new Map<boolean, Promise<VisitedLab>>();
  beforeAll(async () => {
    const built = inject("site");
    const folder = join(dirname(dirname(built)), "page-tests", name);
    const site = siteWithApp(built, join(folder, "site"));
    if (emptyNotebook) addEmptyNotebook(site);
    for (const isolated of [true, false])
      hosts.set(isolated, await serveFolder(folder, { port: 0, isolated }));
    browser = await openChromium(chromium as string, switches);
  }, 300_000);
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    for (const host of hosts.values()) await host.close();
  });
  const open = async ({ isolated = true, options = {} }: Visit): Promise<VisitedLab> => {
    // without service workers, unless a test is about them: then a host's headers decide
    const context = await browser.newContext({ serviceWorkers: "block", ...options });
    const site = `${hosts.get(isolated)?.url}site/`;
    return { ...(await openLabPage(context, site)), context, site };
  };
  const visit = async (how: Visit = {}): Promise<VisitedLab> => {
    const lab = await open(how);
    contexts.push(lab.context);
    return lab;
  };
  const again = ({ isolated = true }: Pick<Visit, "isolated"> = {}): Promise<VisitedLab> => {
    const lab = kept.get(isolated) ?? open({ isolated });
    kept.set(isolated, lab);
    return lab;
  };
  return Object.assign(visit, { again });
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faqAnswerer, readFaq } from "../../../kernel-helpers/src/apply/index.ts";
import { chatFiles, questionKeeper, serveFaq } from "../../../kernel-helpers/src/serve/index.ts";
import { openChromium } from "../../../tools/browser/open-chromium.ts";
import { watchPage } from "../../../tools/browser/watch-page.ts";
import { findProgram } from "../../../tools/programs/find-program.ts";
import { writeChat } from "./write-chat.ts";

const chromium = findProgram("chromium");
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const folder = mkdtempSync(join(tmpdir(), "w2v-chat-"));
afterAll(() => rmSync(folder, { recursive: true }));

const sections = [
  { id: "disk", question: "How large is the disk?", answer: "The disk has two terabytes." },
  { id: "key", question: "Where is the key?", answer: "It hangs beside the door." },
  { id: "disk", question: "磁盘有多大？", answer: "磁盘的容量是两太字节。" },
];
const answerer = faqAnswerer(readFaq(sections.map((one) => JSON.stringify(one)).join("\n")), {
  threshold: 0.3,
});

describe.runIf(chromium)("the chat", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openChromium(chromium as string);
  });
  afterAll(() => browser?.close());
  const said = (): Promise<string | null> => page.getByRole("log").locator(".said").last().textContent();
  const ask = async (question: string): Promise<void> => {
    const before = await page.locator(".said").count();
    await page.getByRole("textbox").fill(question);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".said").count()).toBe(before + 1);
  };

  test("of w2v serve-faq answers by keyboard, says when it does not know, passes a question on, and asks no other host", async () => {
    const kept = join(folder, "kept.jsonl");
    const served = await serveFaq(answerer, await chatFiles(), { port: 0, keeper: questionKeeper(kept) });
    page = await browser.newPage({ viewport: { width: 390, height: 800 }, locale: "en" });
    const troubles = watchPage(page, [served.url]);
    await page.goto(served.url);
    await page.getByRole("textbox", { name: "Your question" }).focus();
    await ask("the disk: how large?");
    expect(await said()).toContain("The disk has two terabytes.");
    await ask("磁盘有多大");
    expect(await said()).toContain("两太字节");
    await ask("Is it raining, mail a@b.example");
    expect(await said()).toContain("I don't know");
    await page.getByRole("button", { name: "Pass my question to a person" }).press("Enter");
    await page.getByText("was written down for a person").waitFor();
    expect(readFileSync(kept, "utf8")).toContain('"question":"Is it raining, mail [e-mail]"');
    await page.getByRole("button", { name: "中文" }).press("Enter");
    expect(await page.locator("[data-chat]").getAttribute("lang")).toBe("zh");
    expect(await page.getByRole("button", { name: "中文" }).getAttribute("aria-pressed")).toBe("true");
    await ask("<img src=x onerror=alert(1)>");
    expect(await page.locator(".asked").last().textContent()).toContain("<img src=x");
    for (const colorScheme of ["light", "dark"] as const) expect(await faults(colorScheme)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(troubles).toEqual({ errors: [], foreign: [] });
    await page.close();
    await served.close();
  });

  test("of w2v serve-faq offers questions of the FAQ in the page's language, by keyboard as well, until one is asked", async () => {
    const served = await serveFaq(answerer, await chatFiles(), { port: 0 });
    page = await browser.newPage({ viewport: { width: 320, height: 800 }, locale: "en" });
    const troubles = watchPage(page, [served.url]);
    await page.goto(served.url);
    await page.getByText("You may ask, for example:").waitFor();
    const offered = page.getByRole("log").getByRole("button");
    expect(await offered.allTextContents()).toEqual(["How large is the disk?", "Where is the key?"]);
    for (const colorScheme of ["light", "dark"] as const) expect(await faults(colorScheme)).toEqual([]);
    await page.getByRole("button", { name: "中文" }).click();
    expect(await offered.allTextContents()).toEqual(["磁盘有多大？"]);
    await offered.first().press("Enter");
    await page.locator(".said").waitFor();
    expect(await said()).toContain("两太字节");
    expect(await page.locator(".suggestions").count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("log");
    await page.getByRole("button", { name: "English" }).click();
    expect(await page.getByText("You may ask").count()).toBe(0);
    expect(troubles).toEqual({ errors: [], foreign: [] });
    await page.close();
    await served.close();
  });

  test("of w2v serve-faq tells what went wrong, such as a server that has ended, and offers no person where nothing is kept", async () => {
    const served = await serveFaq(answerer, await chatFiles(), { port: 0 });
    page = await browser.newPage({ locale: "zh-CN" });
    await page.goto(served.url);
    await page.getByRole("heading", { name: "向常见问题提问" }).waitFor();
    await ask("Is it raining?");
    expect(await page.getByRole("button", { name: "转给人" }).count()).toBe(0);
    await served.close();
    await ask("the disk");
    expect(await said()).toContain("没有成功");
    await page.close();
  });

  test("of the site answers from a file, without a server, and keeps nothing", async () => {
    await writeChat(folder);
    const html =
      '<!doctype html><meta charset="utf-8"><title>t</title><div class="w2v-chat" data-chat></div>';
    const scripts = ["chat-faq.js", "chat.js"]
      .map((name) => `<script defer src="${name}"></script>`)
      .join("");
    writeFileSync(join(folder, "chat.html"), html + scripts);
    page = await browser.newPage({ locale: "en" });
    const address = pathToFileURL(join(folder, "chat.html")).href;
    const troubles = watchPage(page, [pathToFileURL(folder).href]);
    await page.goto(address);
    const offered = page.getByRole("log").getByRole("button");
    await expect.poll(() => offered.count()).toBe(3);
    await page.getByRole("button", { name: "中文" }).click();
    expect(await offered.count()).toBe(3);
    const question = (await offered.last().textContent()) as string;
    await offered.last().click();
    await page.locator(".said .heading").waitFor();
    expect(await page.locator(".said .heading").textContent()).toContain(question); // answered by its own section
    await page.getByRole("button", { name: "English" }).click();
    await ask("Which releases of Debian are there: stable, testing, unstable?");
    expect(await said()).toMatch(/score [\d.]+, answered from [\d.]+ on/);
    await ask("zzzz");
    expect(await said()).toContain("I don't know");
    await page.getByText("What is kept").click();
    await page.getByText("Your questions are answered and forgotten").waitFor();
    expect(readFileSync(join(folder, "chat-faq.notice.txt"), "utf8")).toContain("Permission is granted");
    expect(troubles).toEqual({ errors: [], foreign: [] });
    await page.close();
  });

  /** The rules of axe that the page breaks in a theme. */
  async function faults(colorScheme: "light" | "dark"): Promise<string[]> {
    await page.emulateMedia({ colorScheme });
    // the page's policy allows no script from elsewhere, so its text is evaluated by the browser's own tools
    await page.evaluate(readFileSync(axe, "utf8"));
    const { violations } = await page.evaluate(
      (): Promise<AxeResults> => (globalThis as unknown as { axe: typeof import("axe-core") }).axe.run(),
    );
    return violations.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes[0]?.html}`);
  }
});

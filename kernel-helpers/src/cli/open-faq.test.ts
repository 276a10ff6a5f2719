import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { faqText } from "./faq-text.ts";
import { type OpenFaqOptions, openFaq } from "./open-faq.ts";

const folder = mkdtempSync(join(tmpdir(), "w2v-open-faq-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const lines = (...records: object[]): string => records.map((record) => JSON.stringify(record)).join("\n");
const faq = file(
  "faq.jsonl",
  lines(
    { id: "disk", question: "How large is the disk?", answer: "Two terabytes." },
    { id: "key", question: "Where is the key?", answer: "Beside the door." },
  ),
);
const asked = { question: "how large a disk", section: "disk" };

let said: string[] = [];
beforeEach(() => {
  said = [];
  vi.spyOn(console, "log").mockImplementation((text) => void said.push(text));
});
afterEach(() => vi.restoreAllMocks());
const open = (options: Partial<OpenFaqOptions>) =>
  openFaq(faq, {
    threshold: undefined,
    validation: undefined,
    falseAnswers: 0.1,
    vectorWeight: 0,
    ...options,
  });

describe("openFaq()", () => {
  test.each([
    [lines(asked, { question: "where", section: "door" }), '"door" is none. Remedy: correct it'],
    [lines(asked), "there are 1 and 0. Remedy: add some, or give --threshold"],
    ["", "there are 0 and 0"],
  ])("chooses no threshold by the questions %j and says why", async (text, why) => {
    const validation = file("questions.jsonl", text);
    await expect(open({ validation })).rejects.toThrow(why);
    await expect(open({ validation })).rejects.toThrow(`Cannot choose the threshold as`);
  });

  test("says so when each threshold would answer too many questions", async () => {
    const validation = file("hard.jsonl", lines(asked, { question: "How large is the disk?" }));
    const answerer = await open({ validation });
    expect(answerer.reply("How large is the disk?").answered).toBe(false);
    expect(said[1]).toMatch(
      /^no threshold: at each one more than 10 % of .* so every question is for a person/,
    );
  });

  test("says so when there are too few words for the vectors that were asked for", async () => {
    await open({ threshold: 1, vectorWeight: 1 });
    expect(said).toEqual(["2 sections, too few words to train word vectors on: words alone decide"]);
  });
});

describe("faqText()", () => {
  test("reads a file that is just small enough, and no more of a larger one or of one without an end", async () => {
    expect(await faqText(file("four", "äb\n"), 4)).toBe("äb\n");
    await expect(faqText(file("five", "äbc\n"), 4)).rejects.toThrow(
      "as it must have at most 4 bytes: it has more. Remedy: check the path",
    );
    if (process.platform === "linux")
      await expect(faqText("/dev/zero", 10_000_000)).rejects.toThrow("it has more");
  });

  test.each([
    ["missing.jsonl", "no such file"],
    [folder, "it is a folder. Remedy: name a file"],
    [file("latin1", Uint8Array.of(0xe4)), "must be UTF-8: it is not. Remedy: convert it"],
  ])("cannot read %s and says why", async (path, why) => {
    await expect(faqText(path)).rejects.toThrow(why);
  });
});

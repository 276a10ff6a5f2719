import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildForTests, w2v } from "./w2v.suite.ts";

const folder = mkdtempSync(join(tmpdir(), "w2v-serve-faq-"));
const faq = join(folder, "faq.jsonl");
const kept = join(folder, "kept.jsonl");
writeFileSync(faq, '{"id":"disk","question":"How large is the disk?","answer":"Two terabytes."}\n');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("w2v serve-faq", () => {
  beforeAll(buildForTests); // set-up has bundled the page

  test.each(["SIGINT", "SIGTERM"] as const)(
    "answers from a file, keeps what is passed on, and stops on %s",
    async (signal) => {
      let talk: Promise<unknown[]> | undefined;
      const words = ["serve-faq", faq, "--threshold", "0.1", "--port", "0", "--collect", kept];
      const { code, stdout } = await w2v(words, (child) => {
        child.stdout?.on("data", (chunk: Buffer) => {
          const url = /http:\/\/127\S+?\//.exec(String(chunk))?.[0];
          if (url === undefined || talk) return;
          talk = talked(url).finally(() => child.kill(signal));
        });
      });
      expect(await talk).toEqual([true, true, expect.stringContaining('<main class="w2v-chat"'), 200, 200]);
      expect(stdout).toMatch(
        /1 section\n.*questions that somebody passes to a person go to.*on this machine only/s,
      );
      expect(code).toBe(0);
      const [line = "{}"] = readFileSync(kept, "utf8").split("\n");
      expect(JSON.parse(line)).toMatchObject({ question: "the disk", nearest: "disk" });
    },
  );

  test("chooses the threshold by the questions of the course and tells both error rates", async () => {
    const words = [
      "serve-faq",
      "debian-faq",
      "--validation",
      "faq-questions",
      "--vector-weight",
      "0.25",
      "--port",
      "0",
    ];
    const { stdout } = await w2v(words, (child) => {
      child.stdout?.on("data", (chunk: Buffer) => {
        if (String(chunk).includes("Ctrl-C")) child.kill("SIGINT");
      });
    });
    expect(stdout).toMatch(/294 sections, and word vectors for en and zh/);
    expect(stdout).toMatch(
      /threshold [\d.]+: of the questions of faq-questions without a section \d+ % are answered, of those with one \d+ % are not/,
    );
    expect(stdout).toContain("no question is kept");
  });

  test.each([
    ["no file", [], "one FILE is needed: none was given", 2],
    [
      "neither threshold nor validation",
      [faq],
      "one of --threshold and --validation must be given: there is none",
      2,
    ],
    ["both", [faq, "--threshold", "1", "--validation", faq], "there are both", 2],
    [
      "a share above 1",
      [faq, "--validation", faq, "--false-answers", "2"],
      "--false-answers must be a share",
      2,
    ],
    [
      "its own list as the place for questions",
      [faq, "--threshold", "1", "--collect", faq],
      "it is the file of FILE. Remedy: another name for --collect",
      2,
    ],
    [
      "a port that is none before it reads",
      ["missing.jsonl", "--threshold", "1", "--port", "x"],
      "--port",
      2,
    ],
    ["a file that is not there", ["missing.jsonl", "--threshold", "1"], "missing.jsonl", 1],
    ["a file that is no FAQ", ["package.json", "--threshold", "1"], "line 1 must be a JSON object", 1],
    [
      "a place where nothing can be written",
      [faq, "--threshold", "1", "--collect", "package.json/x"],
      "Remedy:",
      1,
    ],
  ])("refuses %s with a remedy", async (_, words, why, status) => {
    const { code, stderr } = await w2v(["serve-faq", ...words], (child) => {
      child.stdout?.on("data", () => child.kill()); // it started all the same
    });
    expect([code, stderr]).toEqual([status, expect.stringContaining(why)]);
  });
});

async function talked(url: string): Promise<unknown[]> {
  const post = async (path: string): Promise<Record<string, unknown>> => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(url + path, { method: "POST", headers, body: '{"question":"the disk"}' });
    return (await answer.json()) as Record<string, unknown>;
  };
  const [reply, passed] = [await post("answer"), await post("questions")];
  const [page, script, style] = await Promise.all(
    ["", "chat.js", "chat.css"].map((path) => fetch(url + path)),
  );
  return [reply.answered, passed.kept, await page?.text(), script?.status, style?.status];
}

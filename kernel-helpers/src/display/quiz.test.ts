import { expect, test } from "vitest";
import { questionOf } from "../practice/index.ts";
import { catchShown } from "./catch-shown.suite.ts";
import { quiz, quizWithoutScript } from "./quiz.ts";
import { quizView } from "./quiz-view.ts";
import { VIEW_TYPE } from "./view-data.ts";

const shown = catchShown();

test("quiz() shows a question as data, as HTML that opens without a script, and as text", async () => {
  const id = "04-cbow/share-of-a-place";
  await quiz(id);
  const { question, choices } = await questionOf(id);
  const [bundle] = shown();
  expect(bundle?.[VIEW_TYPE]).toEqual({
    view: "quiz",
    id,
    question,
    choices: choices.map(({ text, why, right = false }) => ({ text, why, right })),
  });
  const still = String(bundle?.["text/html"]).replace(/<script.*?<\/script>/gs, "");
  expect(still.match(/<details><summary>/g)).toHaveLength(choices.length);
  for (const { text } of choices) expect(still).toContain(`<summary>${text}</summary>`);
  expect(bundle?.["text/plain"]).toContain("  B  A quarter of it\n");
});

test("quizWithoutScript() tells no answer beside a choice in text, and escapes what is no HTML of ours", () => {
  const choices = [
    { text: "a < b", why: "No & never." },
    { text: "b\u001b[2J", why: "Yes.", right: true as const },
  ];
  const { html, text } = quizWithoutScript(quizView("01-a/b", { question: "<i>Which?</i>", choices }));
  expect(text).toBe(
    "<i>Which?</i>\n\n  A  a < b\n  B  b\\u{1b}[2J\n\nAnswers\n  A  ✗ No & never.\n  B  ✓ Yes.",
  );
  expect(html).toContain("<b>&lt;i&gt;Which?&lt;/i&gt;</b>");
  expect(html).toContain("<details><summary>a &lt; b</summary><p>✗ No &amp; never.</p></details>");
});

test("quiz() throws for a question that does not exist, and shows nothing", async () => {
  await expect(quiz("04-cbow/output-row" as "04-cbow/output-rows")).rejects.toThrow(
    "use 04-cbow/output-rows",
  );
  expect(shown()).toEqual([]);
});

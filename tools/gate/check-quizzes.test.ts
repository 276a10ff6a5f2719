import { expect, test } from "vitest";
import type { Question } from "../../kernel-helpers/src/practice/index.ts";
import { loadQuestions } from "../../kernel-helpers/src/practice/index.ts";
import { projectRoot } from "../../setup/paths.mjs";
import { courseSources } from "../notebooks/course-files.ts";
import { parseCells } from "../notebooks/parse-cells.ts";
import { checkQuizzes } from "./check-quizzes.ts";

const right: Question = {
  question: "Which?",
  choices: [
    { text: "a", why: "No." },
    { text: "b", why: "Yes.", right: true },
    { text: "c", why: "No." },
  ],
};
const [first, second, third] = right.choices as [
  Question["choices"][0],
  Question["choices"][0],
  Question["choices"][0],
];
const file = "notebooks/src/01-a.ts";
const asking = (...ids: readonly string[]) => [
  {
    name: "01-a",
    file,
    cells: parseCells(ids.map((id) => `// %%\nawait quiz("${id}");\n`).join("\n"), file),
  },
];
const problemsOf = (...given: Parameters<typeof checkQuizzes>): string[] =>
  checkQuizzes(...given).map(({ where, text }) => `${where}: ${text}`);

test("checkQuizzes() accepts the questions of the course", async () => {
  expect(problemsOf(courseSources(projectRoot, "notebooks/src"), await loadQuestions())).toEqual([]);
});

test.each<[string, Question["choices"], string]>([
  [
    "a choice without an explanation",
    [first, second, { text: "c", why: " " }],
    "choice 3 must have an explanation",
  ],
  ["a choice without a text", [first, second, { text: "", why: "No." }], "choice 3 must have a text"],
  ["no right choice", [first, third, { text: "d", why: "No." }], "exactly one choice must be right: 0 are"],
  [
    "two right choices",
    [{ ...first, right: true }, second, third],
    "exactly one choice must be right: 2 are",
  ],
  ["two choices", [first, second], "three or four choices are needed: there are 2"],
  [
    "two equal choices",
    [first, second, { text: "a ", why: "No, again." }],
    "two choices have the same text: a",
  ],
])("checkQuizzes() reports %s", (_, choices, problem) => {
  const questions = { "01-a/one": right, "01-a/two": { question: "Which?", choices } };
  expect(problemsOf(asking("01-a/one", "01-a/two"), questions)).toEqual([`question 01-a/two: ${problem}`]);
});

test("checkQuizzes() reports a lesson with too few or too many questions", () => {
  expect(problemsOf(asking("01-a/one"), { "01-a/one": right })).toEqual([
    `${file}: 2 to 4 questions are needed: there are 1`,
  ]);
  const five = ["01-a/1", "01-a/2", "01-a/3", "01-a/4", "01-a/5"];
  expect(problemsOf(asking(...five), Object.fromEntries(five.map((id) => [id, right])))).toEqual([
    `${file}: 2 to 4 questions are needed: there are 5`,
  ]);
});

test("checkQuizzes() reports questions that nobody asks, that are asked twice or elsewhere, and that do not exist", () => {
  const questions = { "01-a/one": right, "01-a/two": right, "02-b/one": right };
  expect(problemsOf(asking("01-a/two", "01-a/two", "02-b/one", "01-a/gone"), questions)).toEqual([
    `${file}:7: this lesson has no question "02-b/one"`,
    `${file}:10: this lesson has no question "01-a/gone"`,
    `${file}: a cell must ask quiz("01-a/one") once: 0 do`,
    `${file}: a cell must ask quiz("01-a/two") once: 2 do`,
    "question 02-b/one: no lesson has this name",
  ]);
});

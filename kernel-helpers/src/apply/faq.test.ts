import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../../setup/paths.mjs";
import {
  bm25Ranker,
  faqAnswerer,
  faqThreshold,
  readFaq,
  readFaqExamples,
  sureness,
  trainFaqVectors,
} from "./index.ts";

const line = (...records: object[]): string => records.map((record) => JSON.stringify(record)).join("\n");
const BEASTS = ["ant", "bee", "cat", "dog", "elk", "fox", "gnu", "hen", "ibis"];
const two = line(
  { id: "a", question: "How large is the disk?", answer: "Two terabytes." },
  { id: "b", question: "钥匙在哪里？", answer: "钥匙挂在门边。", asked: ["门怎么打不开"] },
);

describe("readFaq()", () => {
  test("takes a section with or without its language, and several languages in one line", () => {
    expect(readFaq(two).map(({ language, asked }) => [language, asked])).toEqual([
      ["en", []],
      ["zh", ["门怎么打不开"]],
    ]);
    const both = line({ id: "a", en: { question: "Q", answer: "A" }, zh: { question: "问", answer: "答" } });
    expect(readFaq(`${both}\n\n`).map(({ id, language, question }) => [id, language, question])).toEqual([
      ["a", "en", "Q"],
      ["a", "zh", "问"],
    ]);
    expect(readFaq(line({ id: "a", question: "Q", answer: "A", language: "de" }))[0]?.language).toBe("de");
  });

  test.each([
    ["", "it has none"],
    ["[]", "line 1 must be a JSON object"],
    [`${two}\n{`, "line 3 must be a JSON object"],
    [line({ id: "a", question: "Q" }), 'line 1 must have "answer", a text that is not empty: it has none'],
    [line({ id: "a", question: "Q", answer: 1 }), "another value"],
    [line({ question: "Q", answer: "A" }), 'must have "id"'],
    [line({ id: "a", en: "text" }), 'must have "question"'],
    [line({ id: "a", question: "Q", answer: "A", asked: "Q" }), '"asked" must be a list'],
    [line({ id: "a", question: "Q", answer: "A", language: "English" }), '"language" must be a code'],
    [`${two}\n${two}`, 'lines 1 and 3 both have "a" in "en"'],
  ])("refuses %j and names the line", (text, why) => {
    expect(() => readFaq(text)).toThrow(why);
  });

  test("takes the mark and the line ends of Windows", () => {
    const text = `\uFEFF${two.replaceAll("\n", "\r\n")}\r\n`;
    const bytes = new TextEncoder().encode(text);
    expect(readFaq(new TextDecoder("utf-8", { fatal: true }).decode(bytes))).toEqual(readFaq(two));
  });

  test.each([
    ["{", "Cannot read the questions for the threshold as line 1 must be a JSON object"],
    ["\n{}", 'line 2 must have "question"'],
    ['{"question": "a", "section": null}', 'without "section" if no section answers it'],
  ])("readFaqExamples() refuses %j and says which file is meant", (text, why) => {
    expect(() => readFaqExamples(text)).toThrow(why);
  });

  test("reads what ships, and its questions", () => {
    const read = (name: string): string => readFileSync(`${projectRoot}/datasets/${name}`, "utf8");
    expect(readFaq(read("debian-faq/faq.jsonl"))).toHaveLength(294);
    const questions = readFaqExamples(read("faq-questions/questions.jsonl"));
    expect([questions.length, questions.filter(({ section }) => section).length]).toEqual([540, 360]);
  });
});

describe("faqAnswerer()", () => {
  test("answers in the language of the question, from the threshold on", () => {
    const answerer = faqAnswerer(readFaq(two), { threshold: 0.1, most: 1 });
    expect(answerer.languages).toEqual(["en", "zh"]);
    const found = answerer.reply("a disk?");
    expect(found).toMatchObject({ language: "en", answered: true, answers: [{ id: "a" }] });
    expect(answerer.reply("钥匙呢")).toMatchObject({
      language: "zh",
      answered: true,
      answers: [{ id: "b" }],
    });
    expect(answerer.reply("disk", { language: "zh" })).toMatchObject({
      language: "zh",
      answered: false,
      answers: [],
    });
    expect(faqAnswerer(readFaq(two)).reply("disk")).toMatchObject({
      answered: false,
      answers: [{ id: "a" }],
    });
    expect(faqAnswerer(readFaq(two), { threshold: found.score }).reply("a disk?").answered).toBe(true);
  });

  test("searches the questions that were asked before", () => {
    expect(faqAnswerer(readFaq(two)).reply("门打不开").answers[0]?.id).toBe("b");
  });

  test("with a threshold of 0 does not answer a question without a known word", () => {
    expect(faqAnswerer(readFaq(two), { threshold: 0 }).reply("zzz")).toMatchObject({
      answered: false,
      answers: [],
    });
  });

  test("by words alone finds no section without a word of the question", () => {
    const three = ["disk", "key", "font"].map((word) => ({
      id: word,
      question: `The ${word}?`,
      answer: word,
    }));
    const answerer = faqAnswerer(readFaq(line(...three)));
    expect(answerer.reply("disk").answers.map(({ id }) => id)).toEqual(["disk"]);
    expect(answerer.reply("the key").answers.map(({ id }) => id)).toEqual(["key", "disk", "font"]);
  });

  test("suggests short headings that their own sections answer, spread over the FAQ, in each language", () => {
    const entries = BEASTS.map((word) => ({
      id: word,
      question: `What is the ${word}?`,
      answer: `A ${word}.`,
    }));
    const answerer = faqAnswerer(readFaq(`${line(...entries)}\n${two}`), { threshold: 0.1 });
    expect(answerer.suggestions()).toEqual({
      en: ["What is the ant?", "What is the dog?", "What is the hen?"],
      zh: ["钥匙在哪里？"],
    });
    expect(answerer.suggestions(1).en).toEqual(["What is the ant?"]);
    const none = faqAnswerer(readFaq(line(...entries)));
    expect(none.suggestions()).toEqual({ en: [] }); // its threshold is never reached
  });

  test("suggests no heading that is long or would be answered otherwise, and one without a question mark where few have one", () => {
    const entries = [
      { id: "a", question: `${"very ".repeat(20)}long?`, answer: "ant" },
      { id: "b", question: "bee?", answer: "ant" },
      { id: "c", question: "cat", answer: "bee bee bee bee" },
    ];
    expect(faqAnswerer(readFaq(line(...entries)), { threshold: 0 }).suggestions().en).toEqual(["cat"]);
    const wide = ["钥匙", "磁盘"].map((word, i) => ({
      id: word,
      question: word.repeat(20 + i),
      answer: word,
    }));
    expect(faqAnswerer(readFaq(line(...wide)), { threshold: 0 }).suggestions().zh).toEqual([
      "钥匙".repeat(20),
    ]);
  });

  test("puts sections in another order with vectors, and leaves the score to the words", async () => {
    const text = Array.from(
      { length: 400 },
      (_, i) => `${BEASTS[i % 9]} ${BEASTS[(i + 1) % 9]} ${i % 2 ? "north" : "south"} pole`,
    );
    const entries = readFaq(
      line(...text.map((answer, i) => ({ id: `${i}`, question: "Q", answer })), {
        id: "x",
        question: "Q",
        answer: "bee cat",
      }),
    );
    const vectors = await trainFaqVectors(entries, { epochs: 2 });
    expect([vectors.en?.table.width, vectors.en?.vocabulary.ids.has("pole")]).toEqual([50, true]);
    const [plain, mixed] = [{}, { vectors, vectorWeight: 2 }].map((options) =>
      faqAnswerer(entries, options).reply("bee north"),
    );
    expect(mixed?.score).toBe(plain?.score);
    expect(mixed?.answers.map(({ score }) => score)).not.toEqual(plain?.answers.map(({ score }) => score));
    expect(await trainFaqVectors(readFaq(two))).toEqual({});
  });

  test("refuses what it cannot use", () => {
    expect(() => faqAnswerer([])).toThrow("it must have a section");
    expect(() => faqAnswerer(readFaq(two), { threshold: Number.NaN })).toThrow("threshold and vectorWeight");
    expect(() => faqAnswerer(readFaq(two), { vectorWeight: -1 })).toThrow("threshold and vectorWeight");
    expect(() => faqAnswerer(readFaq(two), { most: 0 })).toThrow("most");
  });
});

test("sureness() is the best score over what its terms would add up to by chance, and 0 without a word", () => {
  const ranker = bm25Ranker([["a", "b"], ["c"]]);
  const [known, unknown] = [Math.log(2), Math.log(6)]; // df of 1 and 0 of 2 documents
  const asked = ["a", "b", "x", "x"];
  const best = Math.max(...ranker.scores(asked));
  expect(sureness(ranker, asked)).toBeCloseTo(best / Math.hypot(known, known, unknown, unknown), 12);
  expect(sureness(ranker, ["x"])).toBe(0);
  expect(sureness(ranker, [])).toBe(0);
});

test("sureness() takes more documents than a call may have arguments", () => {
  const many = Array.from({ length: 200_000 }, (_, i) => [i === 7 ? "a" : "b"]);
  expect(sureness(bm25Ranker(many), ["a"])).toBeCloseTo(1, 9);
});

test("faqThreshold() lets through as many foreign questions as it may, and tells both error rates", () => {
  const answerer = faqAnswerer(readFaq(two));
  const examples = [
    { question: "how large is the disk", section: "a" },
    { question: "large", section: "a" },
    { question: "is the", section: undefined },
    { question: "zzz", section: undefined },
  ];
  const score = answerer.reply("how large is the disk").score;
  expect(faqThreshold(answerer, examples, { falseAnswers: 0 })).toEqual({
    threshold: score,
    falseAnswers: 0,
    falseFallbacks: 0.5,
  });
  expect(faqThreshold(answerer, examples, { falseAnswers: 0.5 }).falseFallbacks).toBe(0);
  expect(() => faqThreshold(answerer, examples.slice(0, 2))).toThrow("both known and foreign");
});

import { parsedJson } from "../base/index.ts";
import { chooseTokenizer } from "../tokens/index.ts";

/** A section of an FAQ in one language. */
export interface FaqEntry {
  /** Its name in the FAQ; the same in each language. */
  readonly id: string;
  /** A code such as "en" or "zh". */
  readonly language: string;
  /** Its heading. */
  readonly question: string;
  /** Its text. */
  readonly answer: string;
  /** The same question in the words of people who asked it: they are searched, too. */
  readonly asked: readonly string[];
}

/** A question with the section that answers it, to choose a threshold by. */
export interface FaqExample {
  /** As somebody asked it. */
  readonly question: string;
  /** The id of the section that answers it; undefined if none does. */
  readonly section: string | undefined;
}

/**
 * The sections of an FAQ: a JSON object on each line, with `id`, `question`, `answer` and, if wanted, `language` (otherwise Chinese is recognised, and the
 * rest is taken for English) and `asked`, a list of questions. A line may also hold several languages, as `datasets/debian-faq` does: `id`, `en` and `zh`
 * with a question and an answer each. Throws Error, which names the line, for anything else and for two sections with one id and language.
 */
export function readFaq(text: string): FaqEntry[] {
  const found = records(text, FAQ).flatMap(({ record, line }) =>
    entriesOf(record, line).map((entry) => ({ entry, line })),
  );
  if (found.length === 0)
    throw new Error(`${FAQ.action} as it must have a section: it has none. Remedy: ${FAQ.example}`);
  const lines = new Map<string, number>();
  for (const { entry, line } of found) {
    const { id, language } = entry;
    const key = `${language} ${id}`;
    const before = lines.get(key);
    if (before !== undefined)
      throw new Error(
        `${FAQ.action} as each id must be there once in a language: lines ${before} and ${line} both have "${id}" in "${language}". Remedy: another id for one of them`,
      );
    lines.set(key, line);
  }
  return found.map(({ entry }) => entry);
}

/** Questions to choose a threshold by: a JSON object on each line, with `question` and, if a section answers it, `section`, its id. Throws Error as `readFaq`. */
export function readFaqExamples(text: string): FaqExample[] {
  return records(text, QUESTIONS).map(({ record, line }) => ({
    question: textOf(record, "question", line, QUESTIONS),
    section: record.section === undefined ? undefined : textOf(record, "section", line, QUESTIONS),
  }));
}

/** What is read, for messages. */
interface Reading {
  readonly action: string;
  readonly example: string;
}

const FAQ: Reading = {
  action: "Cannot read the FAQ",
  example: 'a line such as {"id": "1", "question": "…", "answer": "…"}',
};
const QUESTIONS: Reading = {
  action: "Cannot read the questions for the threshold",
  example: 'a line such as {"question": "…", "section": "1"}, without "section" if no section answers it',
};

type Fields = Readonly<Record<string, unknown>>;

function entriesOf(record: Fields, line: number): FaqEntry[] {
  const id = textOf(record, "id", line, FAQ);
  const languages = Object.keys(record).filter((name) => /^[a-z]{2}$/.test(name) && name !== "id");
  if (record.question === undefined && languages.length > 0)
    return languages.map((language) => entryOf({ ...(record[language] as Fields), id, language }, line));
  return [entryOf(record, line)];
}

function entryOf(record: Fields, line: number): FaqEntry {
  const [id, question, answer] = ["id", "question", "answer"].map((name) =>
    textOf(record, name, line, FAQ),
  ) as [string, string, string];
  const { asked = [], language = languageOf(`${question} ${answer}`) } = record;
  if (!Array.isArray(asked) || !asked.every((one) => typeof one === "string"))
    throw new Error(
      `${FAQ.action} as "asked" must be a list of questions: that of line ${line} is not. Remedy: "asked": ["…"], or leave it out`,
    );
  if (typeof language !== "string" || !/^[a-z]{2}$/.test(language))
    throw new Error(
      `${FAQ.action} as "language" must be a code such as "en": that of line ${line} is not. Remedy: two small letters, or leave it out`,
    );
  return { id, question, answer, asked, language };
}

/** "zh" for Chinese, "ja" for Japanese, "en" for the rest. */
export function languageOf(text: string): string {
  const { tokenizer } = chooseTokenizer(text);
  return tokenizer === "chinese" ? "zh" : tokenizer === "japanese" ? "ja" : "en";
}

function records(
  text: string,
  { action, example }: Reading,
): { readonly record: Fields; readonly line: number }[] {
  return text.split("\n").flatMap((json, i) => {
    if (json.trim() === "") return [];
    const record = fieldsOf(json);
    if (record) return { record, line: i + 1 };
    throw new Error(`${action} as line ${i + 1} must be a JSON object: it is not. Remedy: ${example}`);
  });
}

function fieldsOf(json: string): Fields | undefined {
  const value = parsedJson(json);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

function textOf(record: Fields, name: string, line: number, { action, example }: Reading): string {
  const value = record[name];
  if (typeof value === "string" && value.trim() !== "") return value;
  throw new Error(
    `${action} as line ${line} must have "${name}", a text that is not empty: it has ${value === undefined ? "none" : "another value"}. Remedy: ${example}`,
  );
}

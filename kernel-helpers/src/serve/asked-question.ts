import { Refused } from "./refused.ts";

/** Characters that a question may have. */
const LONGEST_QUESTION = 500;

/** A question as a client asks it. */
export interface AskedQuestion {
  readonly question: string;
  /** The language to answer in; undefined for that of the question. */
  readonly language: string | undefined;
}

/** The question in the JSON of a request; throws Refused, which says what is wrong, unless it is `{"question": text}`, with `"language": text` if wanted. */
export function askedQuestion(body: unknown, languages: readonly string[]): AskedQuestion {
  const action = "Cannot answer";
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw new Refused(400, `${action} as the request must be an object such as {"question": "…"}: it is not`);
  const { question, language, ...others } = body as Readonly<Record<string, unknown>>;
  const [other] = Object.keys(others);
  if (other !== undefined)
    throw new Refused(
      400,
      `${action} as only "question" and "language" are known: there is also ${JSON.stringify(other.slice(0, 40))}`,
    );
  if (typeof question !== "string" || question.trim() === "")
    throw new Refused(
      400,
      `${action} as "question" must be a text that is not empty: it is ${kindOf(question)}`,
    );
  const length = [...question].length;
  if (length > LONGEST_QUESTION)
    throw new Refused(
      413,
      `${action} as "question" must have at most ${LONGEST_QUESTION} characters: it has ${length}`,
    );
  if (/\p{Surrogate}/u.test(question))
    throw new Refused(400, `${action} as "question" must be text: it has half of a character`);
  if (language !== undefined && !(typeof language === "string" && languages.includes(language)))
    throw new Refused(
      400,
      `${action} as "language" must be one of ${languages.join(", ")}, or left out: it is ${kindOf(language)}`,
    );
  return { question, language: language as string | undefined };
}

function kindOf(value: unknown): string {
  if (value === undefined) return "not there";
  if (typeof value === "string") return value.trim() === "" ? "empty" : JSON.stringify(value.slice(0, 40));
  return value === null ? "null" : Array.isArray(value) ? "a list" : `a ${typeof value}`;
}

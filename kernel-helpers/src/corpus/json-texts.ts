import { optionName } from "../base/index.ts";

const SHOWN = 60; // characters of a line in a message

/** Where a line of JSON stands, and the field with its text. */
export interface JsonPlace {
  readonly name: string;
  readonly line: number;
  readonly field: string;
}

/** Returns the string in `field` of one line of JSONL. Throws Error, with the line's number, if there is no such string. */
export function jsonText(line: string, { name, line: number, field }: JsonPlace): string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    const shown = line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
    throw unreadable(name, `line ${number} is not JSON: ${shown.trim()}`, "one JSON object on each line");
  }
  const fields = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const text = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (typeof text === "string") {
    if (text.includes("\0")) throw withZero(name, number, field);
    return text.replace(/\p{Surrogate}/gu, "\ufffd"); // halves of characters, which no UTF-8 has
  }
  const texts = Object.keys(fields).filter((key) => typeof fields[key] === "string");
  throw unreadable(
    name,
    `line ${number} has no text in its field ${JSON.stringify(field)}`,
    texts.length > 0
      ? `name the field by ${optionName("field")}; this line has texts in ${texts.slice(0, 5).join(", ")}`
      : `one object with a text on each line, such as {${JSON.stringify(field)}: "…"}`,
  );
}

/** Zero bytes are refused in a text file, too: vectors with them cannot be read by other programs. */
function withZero(name: string, number: number, field: string): Error {
  return unreadable(
    name,
    `line ${number} has the character U+0000 in its field ${JSON.stringify(field)}`,
    "leave that character out",
  );
}

/** The error for a line that is too long to be read as a whole, as JSON must be. */
export function tooLong({ name, line }: JsonPlace, longest: number): Error {
  const size = longest.toLocaleString("en");
  return unreadable(
    name,
    `line ${line} has more than ${size} characters`,
    "divide its text into several objects, one on each line",
  );
}

function unreadable(name: string, problem: string, remedy: string): Error {
  return new Error(`Cannot read the corpus ${name}: ${problem}. Remedy: ${remedy}`);
}

import { optionName, parsedJson } from "../base/index.ts";

/** A message as the monitor takes it. */
export interface StreamMessage {
  readonly text: string;
  /** When it was sent, as the line says it. */
  readonly time?: string;
}

/** What is wrong with a line, and what helps. */
export interface LineProblem {
  readonly problem: string;
  readonly remedy: string;
}

/** How lines are read. */
export interface MessageForm {
  /** Whether each line is a JSON object; otherwise it is a text. */
  readonly json: boolean;
  /** The field with the text. */
  readonly field: string;
}

const SHOWN = 60; // characters of a line in a message

const LATEST = 100_000_000_000; // seconds, in the year 5138: what is beyond are milliseconds

/**
 * The message of a line, or its problem. A time is a text that `Date` understands, or seconds since 1970. A JSON object among
 * texts is no message: its names of fields would be read as words.
 */
export function streamMessage(line: string, { json, field }: MessageForm): StreamMessage | LineProblem {
  if (!json && !line.startsWith("{")) return { text: line };
  const value = parsedJson(line);
  if (!json) return value === undefined ? { text: line } : amongTexts;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const shown = line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
    return {
      problem: `it is not a JSON object: ${shown}`,
      remedy: `lines such as {${JSON.stringify(field)}: "…"}`,
    };
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const text = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (typeof text !== "string" || text.trim() === "") return withoutText(fields, field);
  if (!Object.hasOwn(fields, "time") || fields.time === null) return { text };
  const time = timeOf(fields.time);
  if (time !== undefined) return { text, time };
  return {
    problem: `its time is ${JSON.stringify(fields.time).slice(0, SHOWN)}`,
    remedy: 'a time such as "2026-11-30T09:15:00Z", or seconds since 1970, not milliseconds',
  };
}

const amongTexts: LineProblem = {
  problem: "it is a JSON object, but the first line was a text",
  remedy: "a stream with lines of one kind; remove the text that comes first",
};

function withoutText(fields: Readonly<Record<string, unknown>>, field: string): LineProblem {
  const texts = Object.keys(fields).filter((key) => key !== "time" && typeof fields[key] === "string");
  const named = texts.filter((key) => key !== field).slice(0, 5);
  return {
    problem: `it has no text in its field ${JSON.stringify(field)}`,
    remedy:
      named.length > 0
        ? `name the field by ${optionName("field")}; this line has texts in ${named.join(", ")}`
        : `lines such as {${JSON.stringify(field)}: "…"}`,
  };
}

/** A time as it is printed; undefined if it is none. */
function timeOf(value: unknown): string | undefined {
  if (typeof value === "string") return Number.isNaN(Date.parse(value)) ? undefined : value;
  const isSeconds = typeof value === "number" && Math.abs(value) < LATEST;
  const date = new Date(isSeconds ? 1000 * value : Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

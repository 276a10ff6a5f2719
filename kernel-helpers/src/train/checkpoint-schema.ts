import { areIds, isObject, isWhole, type Kind, mustBe, problemIn } from "./header-values.ts";
import { problemInWords } from "./header-words.ts";
import { trainDefaults } from "./options.ts";

const count: Kind = { wanted: "a whole number >= 0", holds: isWhole };
const size: Kind = { wanted: "a whole number >= 1", holds: (x) => isWhole(x) && x !== 0 };
const text: Kind = { wanted: "a text", holds: (x) => typeof x === "string" };
const amount: Kind = { wanted: "a number >= 0", holds: (x) => Number.isFinite(x) && (x as number) >= 0 };
const oneOf = (...names: readonly string[]): Kind => ({
  wanted: names.join(" or "),
  holds: (x) => names.includes(x as string),
});

/** The header of a checkpoint: path -> what must be there. */
const header: Readonly<Record<string, Kind>> = {
  version: size,
  by: oneOf("reference", "tensor", "simd"),
  backend: text,
  corpus: text,
  settings: { wanted: "an object of options", holds: isObject },
  "position.epoch": size,
  "position.sentence": count,
  "position.tokens": count,
  "position.examples": count,
  "position.reported": count,
  "position.seconds": amount,
  "position.random": {
    wanted: "four whole numbers of 32 bits",
    holds: (x) => Array.isArray(x) && x.length === 4 && x.every((word) => (word | 0) === word),
  },
  "engine.updates": count,
  "engine.held": { wanted: "a list of examples", holds: (x) => Array.isArray(x) && x.every(isExample) },
  "engine.alphaSum": amount,
  "engine.lossSum": { wanted: "a number, or null for NaN", holds: (x) => x === null || Number.isFinite(x) },
  "engine.examples": count,
  "engine.tables.input": { wanted: "a table", holds: isObject },
  "engine.tables.output": { wanted: "a table", holds: isObject },
};

/** The entry of a table in the header. */
const table: Readonly<Record<string, Kind>> = {
  rows: size,
  width: size,
  type: oneOf("float32", "float64"),
  offset: { wanted: "a multiple of 8", holds: (x) => isWhole(x) && (x as number) % 8 === 0 },
};

/** What is wrong with a header, in words, such as "its position.epoch must be …"; undefined if nothing is. */
export function headerProblem(value: unknown, bodyBytes: number): string | undefined {
  const problem = problemIn(value, header, "");
  if (problem !== undefined) return problem;
  const { settings, engine } = value as {
    settings: Record<string, unknown>;
    engine: { tables: Record<string, Record<string, unknown>> };
  };
  // An option that is not known here has an error of its own, which names the remedy.
  const known = Object.entries(settings).filter(([name]) => Object.hasOwn(trainDefaults, name));
  for (const [name, option] of known) {
    const wanted = typeof trainDefaults[name as keyof typeof trainDefaults];
    if (typeof option !== wanted) return mustBe(`settings.${name}`, `a ${wanted}`, option);
  }
  for (const [name, entry] of Object.entries(engine.tables)) {
    const path = `engine.tables.${name}`;
    const wrong = problemIn(entry, table, `${path}.`) ?? outside(path, entry, bodyBytes);
    if (wrong !== undefined) return wrong;
  }
  const unfit = problemInWords((value as { vocabulary?: unknown }).vocabulary, engine.tables.input?.rows);
  if (unfit !== undefined) return unfit;
  const end = Math.max(...Object.values(engine.tables).map((entry) => Math.ceil(endOf(entry) / 8) * 8));
  return end === bodyBytes ? undefined : `its tables have ${bodyBytes} bytes instead of ${end}`;
}

/** A table must lie in the file; products beyond 2^53 are inexact, and too large in any case. */
function outside(
  path: string,
  entry: Readonly<Record<string, unknown>>,
  bodyBytes: number,
): string | undefined {
  const { rows, width } = entry;
  const end = endOf(entry);
  return end <= bodyBytes
    ? undefined
    : `the file is cut: its ${path} has ${rows} × ${width} numbers up to byte ${end} of its tables, which have ${bodyBytes}`;
}

/** The byte behind the last number of a table. */
function endOf({ rows, width, type, offset }: Readonly<Record<string, unknown>>): number {
  return (offset as number) + (rows as number) * (width as number) * (type === "float32" ? 4 : 8);
}

function isExample(value: unknown): boolean {
  if (!isObject(value) || !areIds(value.inputs) || !isWhole(value.target)) return false;
  const { inputs, negatives = [], path = { points: [], code: [] } } = value;
  if ((inputs as unknown[]).length === 0 || !areIds(negatives) || !isObject(path)) return false;
  const { points, code } = path;
  return areIds(points) && areIds(code) && (points as unknown[]).length === (code as unknown[]).length;
}

import { trainDefaults } from "./options.ts";

/** What one value must be. */
interface Kind {
  readonly wanted: string;
  readonly holds: (value: unknown) => boolean;
}

const isWhole = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const areIds = (value: unknown): boolean => Array.isArray(value) && value.every(isWhole);

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

function problemIn(
  value: unknown,
  kinds: Readonly<Record<string, Kind>>,
  before: string,
): string | undefined {
  for (const [path, { wanted, holds }] of Object.entries(kinds)) {
    const found = valueAt(value, path.split("."));
    if (!holds(found)) return mustBe(before + path, wanted, found);
  }
  return undefined;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce(
    (inside, name) => (isObject(inside) && Object.hasOwn(inside, name) ? inside[name] : undefined),
    value,
  );
}

function mustBe(path: string, wanted: string, found: unknown): string {
  return `its ${path} must be ${wanted}: current value is ${JSON.stringify(found)?.slice(0, 50)}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isExample(value: unknown): boolean {
  if (!isObject(value) || !areIds(value.inputs) || !isWhole(value.target)) return false;
  const { inputs, negatives = [], path = { points: [], code: [] } } = value;
  if ((inputs as unknown[]).length === 0 || !areIds(negatives) || !isObject(path)) return false;
  const { points, code } = path;
  return areIds(points) && areIds(code) && (points as unknown[]).length === (code as unknown[]).length;
}

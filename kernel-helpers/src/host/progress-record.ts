/** A check that passed. */
export interface Passed {
  /** Points that the answer got. */
  readonly earned: number;
  /** Points that it could get. */
  readonly points: number;
  /** When it first did, as ISO 8601. */
  readonly at: string;
}

/** A check that has just passed. */
export interface PassedCheck {
  /** "04-cbow/hidden-layer". */
  readonly exercise: string;
  /** Points that the answer got. */
  readonly earned: number;
  /** Points that it could get. */
  readonly points: number;
}

/** The choice of a learner at a question. */
export interface ChosenAnswer {
  /** Place of the choice among those of the question, from 0. */
  readonly choice: number;
  /** Whether it is the right one. */
  readonly right: boolean;
  /** When it was made, as ISO 8601. */
  readonly at: string;
}

/** A choice that has just been made. */
export interface NewChoice {
  /** "04-cbow/share-of-a-place". */
  readonly question: string;
  /** Place of the choice among those of the question, from 0. */
  readonly choice: number;
  /** Whether it is the right one. */
  readonly right: boolean;
}

/** Which checks passed and what was chosen at questions: the content of work/progress.json in Node, and of the page's storage in a browser. */
export interface ProgressRecord {
  /** Of this form; a record of a later one is refused. */
  readonly version: typeof PROGRESS_VERSION;
  /** By exercise. */
  readonly passed: Readonly<Record<string, Passed>>;
  /** By question. Absent before the first one, and in what earlier versions of the course wrote. */
  readonly choices?: Readonly<Record<string, ChosenAnswer>>;
}

/** The version of the record that this library writes. */
const PROGRESS_VERSION = 1;

/** The record of a learner who has passed nothing. */
export const NO_PROGRESS: ProgressRecord = { version: PROGRESS_VERSION, passed: {} };

/**
 * The record in a text; undefined for a text that is none. The first pages wrote the passed checks alone, without a
 * version: they are read too. Throws a RangeError for a record of a later version.
 *
 * @example
 * parseProgress('{"version": 1, "passed": {}}')?.passed; // {}
 * parseProgress("half a rec"); // undefined
 */
export function parseProgress(text: string): ProgressRecord | undefined {
  const found = objectIn(text);
  if (found === undefined) return undefined;
  if (!("version" in found)) return isAllPassed(found) ? { ...NO_PROGRESS, passed: found } : undefined;
  const { version, passed, choices } = found;
  if (version === PROGRESS_VERSION) {
    if (!isAllPassed(passed)) return undefined;
    if (choices === undefined) return { ...found, version, passed };
    return isAllChosen(choices) ? { ...found, version, passed, choices } : undefined;
  }
  throw new RangeError(
    `Cannot read the progress as its version must be ${PROGRESS_VERSION}: current value is ` +
      `${JSON.stringify(version)}. Remedy: update the course`,
  );
}

/** The record with one more passed check. A check that has passed before keeps its day unless it earns more now. */
export function withPassed(
  record: ProgressRecord,
  { exercise, earned, points }: PassedCheck,
  now: Date,
): ProgressRecord {
  const known = record.passed[exercise];
  if (known !== undefined && known.earned >= earned) return record;
  const passed = { ...record.passed, [exercise]: { earned, points, at: now.toISOString() } };
  return { ...record, passed };
}

/**
 * The record with the latest choice at a question. A right choice stays: who looks at the others afterwards has answered
 * all the same.
 */
export function withChoice(
  record: ProgressRecord,
  { question, choice, right }: NewChoice,
  now: Date,
): ProgressRecord {
  const known = record.choices?.[question];
  if (known !== undefined && (known.right || known.choice === choice)) return record;
  return { ...record, choices: { ...record.choices, [question]: { choice, right, at: now.toISOString() } } };
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, "")); // some editors begin a file with this mark
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isAllPassed(entries: unknown): entries is Record<string, Passed> {
  return isObject(entries) && Object.values(entries).every(isPassed);
}

function isPassed(entry: unknown): boolean {
  const { earned, points, at } = (entry ?? {}) as Partial<Passed>;
  return Number.isFinite(earned) && Number.isFinite(points) && typeof at === "string";
}

function isAllChosen(entries: unknown): entries is Record<string, ChosenAnswer> {
  return isObject(entries) && Object.values(entries).every(isChosen);
}

function isChosen(entry: unknown): boolean {
  const { choice, right, at } = (entry ?? {}) as Partial<ChosenAnswer>;
  return Number.isInteger(choice) && typeof right === "boolean" && typeof at === "string";
}

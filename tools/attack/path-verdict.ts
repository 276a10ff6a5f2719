import { statSync } from "node:fs";
import type { StateName } from "./path-states.ts";
import type { Ending, Subject } from "./path-subject.ts";
import type { Ran } from "./run-program.ts";

/** A run that is over. */
export interface Ended {
  readonly subject: Subject;
  readonly state: StateName;
  readonly ending: Ending;
  /** The path as the program got it. */
  readonly path: string;
  /** The path that is attacked. */
  readonly at: string;
  readonly ran: Ran;
  /** What came, went or changed in the folder, relative paths. */
  readonly changed: readonly string[];
}

/** A word of the system or of Node that means nothing to a person. */
const RAW = /\bE[A-Z]{3,}\b|\bERR_|node:|\bat .*:\d+:\d+|\berrno\b|\bsyscall\b|\[object|\bundefined\b/;

/** What did not hold at the end of a run; undefined if all did. */
export function endingProblem(ended: Ended): string | undefined {
  const { ran } = ended;
  if (ran.isLate) return `it was still there after ${Math.round(ran.took)} ms, having said ${said(ran)}`;
  const folder = ended.at.slice(0, -`/place/${ended.subject.file}`.length);
  const raw = RAW.exec((ran.stdout + ran.stderr).replaceAll(folder, ""));
  if (raw) return `it said "${raw[0]}": ${said(ran)}`;
  return codeProblem(ended) ?? changeProblem(ended);
}

function codeProblem({ subject, ending, path, at, ran }: Ended): string | undefined {
  if (ending === "well") return ran.code === 0 ? undefined : `it ended with ${ran.code}: ${said(ran)}`;
  const isStopped = ending === "stopped" && (ran.code === null || ran.code === 0 || ran.code === 130);
  if (isStopped) return undefined;
  if (ran.code === 0 || ran.code === null) return `it ended with ${ran.code}, saying ${said(ran)}`;
  const told = messages(ran.stderr);
  const [message = ""] = told;
  if (told.length !== 1) return `it said ${told.length} sentences: ${said(ran)}`;
  if (![path, at, subject.words(path).at(-1) ?? path, relative(path)].some((name) => message.includes(name)))
    return `it did not name the path: ${message}`;
  return /\bCannot .*Remedy: \S/.test(message) ? undefined : `it gave no remedy: ${message}`;
}

/** The path as a program in the folder of the attack may shorten it. */
function relative(path: string): string {
  return path.slice(path.lastIndexOf("/place/") + 1);
}

/** The sentences on the error stream, without the progress of a training and the hint at the help. */
function messages(text: string): string[] {
  return text.split(/[\r\n]/).filter((line) => line.trim() !== "" && !/^(Usage: |\d+ % )/.test(line));
}

function changeProblem({ subject, ending, path, changed }: Ended): string | undefined {
  const own = changed.filter((name) => !mayChange(name, subject));
  if (own.length > 0) return `these changed: ${own.join(", ")}`;
  const isChanged = changed.some((name) => name.endsWith(`/${subject.file}`));
  if (isChanged && subject.resultProblem === undefined && subject.creates === undefined)
    return "it changed what it reads";
  // a log that did not find room for all its lines is whole up to there
  const mustBeWhole = ending === "well" || (isChanged && isFile(path));
  return mustBeWhole ? subject.resultProblem?.(path) : undefined;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Whether a program may write there: its output, at the attacked place, below it or in the current folder. */
function mayChange(name: string, { file, creates }: Subject): boolean {
  const local = name.replace(/^place\/((none|far)\/|nothing$)?/, "");
  return ["", file, "none", "place/none"].includes(local) || (creates?.test(local) ?? false);
}

function said({ stdout, stderr }: Ran): string {
  return JSON.stringify(`${stdout}${stderr}`.slice(0, 400));
}

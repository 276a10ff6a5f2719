import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Attack, type AttackKind, part } from "./attack-kind.ts";
import { changes, folderState } from "./folder-state.ts";
import { type Kit, makeKit } from "./path-kit.ts";
import { type Made, STATES, type State, type StateName } from "./path-states.ts";
import type { Ending, Subject } from "./path-subject.ts";
import { SUBJECTS } from "./path-subjects.ts";
import { endingProblem } from "./path-verdict.ts";
import { type Ran, runProgram } from "./run-program.ts";

/** Milliseconds after which Ctrl-C is pressed where a program must be stopped: it waits by then. */
const PRESS = 800;

/** Milliseconds in which a program must end; the second after Ctrl-C. */
const [LIMIT, STOP_LIMIT] = [15_000, 2000];

/** Bytes that a program may need more than with a small good file. */
const MORE_MEMORY = 100e6;

const ATTACKS: readonly Attack[] = SUBJECTS.flatMap((subject) =>
  (Object.entries(subject.endings) as [StateName, Ending][]).map(([state, ending]): Attack => {
    const { needs }: State = STATES[state];
    const run = (): ReturnType<Attack["run"]> => survives(subject, state, ending);
    return { name: `${subject.name}, ${state}`, run, ...(needs && { needs }) };
  }),
);

/** Every reader and writer, and every state in which its path may be found. */
export const paths: AttackKind = {
  name: "readers and writers, each state of a path",
  holds: "done, or one sentence with path and remedy; inputs kept, nothing torn or left over, memory bounded",
  tested: 0.008,
  attacks: (share, random) => part(ATTACKS, share, random),
};

async function survives(subject: Subject, state: StateName, ending: Ending): Promise<string | undefined> {
  const usual = usualMemory(subject);
  const { ran, problem } = await runWith(subject, state, ending);
  if (problem !== undefined) return problem;
  const more = ran.peak - (await usual);
  return more <= MORE_MEMORY ? undefined : `it needs ${Math.round(more / 1e6)} MB more than usual`;
}

let kit: Promise<Kit> | undefined;
const usual = new Map<Subject, Promise<number>>();

/** The memory that the program needs with a good path; measured once. */
function usualMemory(subject: Subject): Promise<number> {
  const found = usual.get(subject) ?? runWith(subject, "as it should be", "well").then(({ ran }) => ran.peak);
  usual.set(subject, found);
  return found;
}

async function runWith(
  subject: Subject,
  state: StateName,
  ending: Ending,
): Promise<{ ran: Ran; problem: string | undefined }> {
  kit ??= makeKit();
  const files = await kit;
  const folder = mkdtempSync(join(tmpdir(), "w2v-paths-"));
  const at = join(folder, "place", subject.file);
  for (const name of ["place", "home", "tmp"]) mkdirSync(join(folder, name));
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const make: State["make"] = STATES[state].make;
  let made: Made = {};
  try {
    made = make(at, (path) => subject.put(path, files), join(folder, "corpus.txt"));
    const before = folderState(folder);
    made.lock?.();
    const path = made.path ?? at;
    const ran = await runProgram(subject.words(path), {
      folder,
      env: { HOME: join(folder, "home"), TMPDIR: join(folder, "tmp"), W2V_BACKEND: "wasm" },
      press: ending === "stopped" ? PRESS : undefined,
      limit: ending === "stopped" ? STOP_LIMIT : LIMIT,
    });
    made.unlock?.();
    const changed = changes(before, folderState(folder));
    return { ran, problem: endingProblem({ subject, state, ending, path, at, ran, changed }) };
  } finally {
    made.unlock?.();
    made.end?.();
    rmSync(folder, { recursive: true, force: true });
  }
}

import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { earlierName } from "./rename-earlier-copies.ts";

/** Two lessons whose numbers end alike, and one without a lesson of its own in exercises/. */
export const COURSE = [
  "notebooks/00-start.ipynb",
  "notebooks/01-reading.ipynb",
  "notebooks/10-batches.ipynb",
  "exercises/01-reading-exercises.ipynb",
  "exercises/10-batches-exercises.ipynb",
  "exercises/11-more-exercises.ipynb",
] as const;

/** The argument -> the lesson that it names; undefined for one that names none. */
export const ARGUMENTS: readonly (readonly [string | undefined, string | undefined])[] = [
  [undefined, "00"],
  ["00", "00"],
  ["0", "00"],
  ["01", "01"],
  ["1", "01"],
  ["10", "10"],
  ["", undefined],
  [" ", undefined],
  ["001", undefined],
  ["010", undefined],
  ["11", undefined], // has exercises and no lesson
  ["99", undefined],
  ["-1", undefined],
  ["+1", undefined],
  ["1.0", undefined],
  ["1.5", undefined],
  ["1e1", undefined],
  ["0x1", undefined],
  ["abc", undefined],
  ["all", undefined],
  ["*", undefined],
  ["toString", undefined],
  ["01-", undefined],
  ["01-reading", undefined],
  ["notebooks/01-reading.ipynb", undefined],
  ["../01", undefined],
  ["../x", undefined],
  [".", undefined],
];

/** What stands in the folder `work` when the command begins. */
export interface CopiesState {
  /** Whether the command cannot do its work, whatever it is. */
  readonly isRefused?: true;
  /** Whether it cannot make a copy. */
  readonly takesNoCopy?: true;
  /** Makes it, in a course whose copies are all there and untouched. */
  make(root: string): void;
}

const [LESSON, EXERCISE] = [COURSE[1], COURSE[3]];
const edit = (root: string, ...paths: readonly string[]): void => {
  for (const path of paths) writeFileSync(join(root, "work", path), `my ${path}`);
};

/** Every state of a learner's copies. */
export const COPIES: Readonly<Record<string, CopiesState>> = {
  "every copy untouched": { make: () => {} },
  "every copy edited": { make: (root) => edit(root, ...COURSE) },
  "one exercise edited": { make: (root) => edit(root, COURSE[4]) },
  "copies of other lessons edited": { make: (root) => edit(root, COURSE[0], COURSE[5]) },
  "one copy deleted, others edited": {
    make(root) {
      edit(root, ...COURSE);
      rmSync(join(root, "work", LESSON));
    },
  },
  "edited copies under their earlier names": {
    make(root) {
      edit(root, ...COURSE);
      for (const path of [EXERCISE, COURSE[4]]) {
        renameSync(join(root, "work", path), join(root, "work", earlierName(path) as string));
      }
    },
  },
  "edited copies under both names": {
    make(root) {
      edit(root, ...COURSE);
      for (const path of [EXERCISE, COURSE[4]]) edit(root, earlierName(path) as string);
    },
  },
  "no folder work": { make: (root) => rmSync(join(root, "work"), { recursive: true }) },
  "links to edited files elsewhere": {
    make: (root) => elsewhere(root, (path) => writeFileSync(path, `my ${basename(path)}`)),
  },
  "links to nothing": { make: (root) => elsewhere(root, () => {}) },
  "folders in the place of copies": {
    make(root) {
      for (const path of [LESSON, EXERCISE]) {
        rmSync(join(root, "work", path));
        mkdirSync(join(root, "work", path));
        writeFileSync(join(root, "work", path, "mine.txt"), `my ${path}`);
      }
    },
  },
  "edited copies that are read-only": {
    make(root) {
      edit(root, ...COURSE);
      for (const path of COURSE) chmodSync(join(root, "work", path), 0o444);
    },
  },
  "edited copies in read-only folders": {
    takesNoCopy: true,
    make(root) {
      edit(root, ...COURSE);
      for (const folder of ["notebooks", "exercises"]) chmodSync(join(root, "work", folder), 0o555);
    },
  },
  "work is a link to a folder with edited copies": {
    make(root) {
      edit(root, ...COURSE);
      renameSync(join(root, "work"), join(root, "stick"));
      symlinkSync(join(root, "stick"), join(root, "work"), "junction");
    },
  },
  "work is a file": {
    isRefused: true,
    make(root) {
      rmSync(join(root, "work"), { recursive: true });
      writeFileSync(join(root, "work"), "my work");
    },
  },
};

/** Puts links to `root`/elsewhere into the places of two copies. */
function elsewhere(root: string, put: (path: string) => void): void {
  mkdirSync(join(root, "elsewhere"));
  for (const path of [LESSON, EXERCISE]) {
    const target = join(root, "elsewhere", basename(path));
    put(target);
    rmSync(join(root, "work", path));
    symlinkSync(target, join(root, "work", path));
  }
}

/** A small course in `root`, with untouched copies in work/. */
export function makeCourse(root: string): void {
  for (const path of COURSE) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), `original ${path}`);
  }
  for (const folder of ["notebooks", "exercises"]) {
    cpSync(join(root, folder), join(root, "work", folder), { recursive: true });
  }
}

/** Removes a course and what its learner did. */
export function removeCourse(root: string): void {
  for (const folder of ["work/notebooks", "work/exercises"]) {
    if (existsSync(join(root, folder))) chmodSync(join(root, folder), 0o755);
  }
  for (const name of ["work", "stick", "elsewhere", "notebooks", "exercises"]) {
    rmSync(join(root, name), { recursive: true, force: true });
  }
}

/** Every file, link and folder of a course: path -> what it is. */
export function courseState(root: string): ReadonlyMap<string, string> {
  const state = new Map<string, string>();
  const look = (path: string): void => {
    const about = lstatSync(join(root, path), { throwIfNoEntry: false });
    if (about === undefined) return;
    if (about.isSymbolicLink()) state.set(path, `-> ${readlinkSync(join(root, path))}`);
    else if (about.isFile()) state.set(path, readFileSync(join(root, path), "utf8"));
    else for (const name of readdirSync(join(root, path)).sort()) look(`${path}/${name}`);
  };
  for (const name of ["work", "stick", "elsewhere", "notebooks", "exercises"]) look(name);
  return state;
}

/** What a start did. */
export interface Start {
  /** The lesson that was named; undefined if none was. */
  readonly lesson: string | undefined;
  readonly fresh: boolean;
  readonly copies: CopiesState;
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  readonly isDone: boolean;
}

/** What must not be after a start; undefined if all is well: only the named lesson is renewed, and no work is lost. */
export function startProblem({ lesson, fresh, copies, before, after, isDone }: Start): string | undefined {
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
  const isRenewed = (path: string): boolean => fresh && path.includes(`/${lesson}-`);
  const mayFail = copies.isRefused || (copies.takesNoCopy && fresh);
  if (isDone !== (lesson !== undefined && !mayFail)) return isDone ? "it did not refuse" : "it was refused";
  if (!isDone) return changed.length === 0 ? undefined : `it changed ${changed.join(", ")}`;
  const place = before.get("work")?.startsWith("->") ? "stick" : "work";
  for (const path of COURSE) {
    const is = below(after, `${place}/${path}`);
    const was = below(before, `${place}/${path}`) ?? below(before, `${place}/${earlierName(path)}`);
    if ((was === undefined || isRenewed(path)) && is !== `original ${path}`) return `${path} is ${is}`;
    if (was !== undefined && !isRenewed(path) && is !== was) return `${path} was ${was} and is ${is}`;
  }
  const values = [...after.values()];
  const lost = [...before].find(([, content]) => /^(my |->)/.test(content) && !values.includes(content));
  if (lost) return `it lost ${lost.join(": ")}`;
  const dated = /^(work|stick)\/\w+\/\d\d-[a-z-]+\.\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d(-\d+)?\.ipynb(\/|$)/;
  const own = (path: string): boolean =>
    COURSE.some((copy) => path.startsWith(`${place}/${copy}`) || path === `${place}/${earlierName(copy)}`) ||
    dated.test(path);
  const other = changed.find((path) => !own(path));
  return other && `it changed ${other}`;
}

/** What is at a path, or in the folder there. */
function below(state: ReadonlyMap<string, string>, path: string): string | undefined {
  const inside = [...state].filter(([name]) => name.startsWith(`${path}/`)).map((entry) => entry.join(": "));
  return state.get(path) ?? (inside.length === 0 ? undefined : inside.join(", "));
}

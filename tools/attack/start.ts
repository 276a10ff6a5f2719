import {
  ARGUMENTS,
  COPIES,
  COURSE,
  courseState,
  startProblem,
} from "../../kernel-helpers/src/cli/start.suite.ts";
import { type Attack, type AttackKind, part } from "./attack-kind.ts";
import { removeClone, startIn, withCourse } from "./start-clone.ts";

/** Words of a command line that are more than one argument. */
const SEVERAL: readonly (readonly string[])[] = [
  ["00", "01"],
  ["01", "01"],
  ["01", "--no-browser", "10"],
  ["01", ""],
  ["--", "01", "10"],
];

/** What is typed -> the lesson that it names; undefined if it must be refused. */
const TYPED: readonly { readonly words: readonly string[]; readonly lesson: string | undefined }[] = [
  ...ARGUMENTS.map(([argument, lesson]) => ({ words: argument === undefined ? [] : [argument], lesson })),
  ...SEVERAL.map((words) => ({ words, lesson: undefined })),
];

const ATTACKS: readonly Attack[] = Object.keys(COPIES).flatMap((state) =>
  [false, true].flatMap((fresh) =>
    TYPED.map(
      ({ words, lesson }): Attack => ({
        name: `w2v start ${JSON.stringify(words)}${fresh ? " --fresh" : ""}, ${state}`,
        needs: "permissions",
        // --fresh must name the lesson that is renewed
        run: () => survives(words, fresh && words.length === 0 ? undefined : lesson, fresh, state),
      }),
    ),
  ),
);

/** Every form of argument of `w2v start`, and every state of the learner's copies. */
export const start: AttackKind = {
  name: "w2v start, each argument and state of the copies",
  holds: "only the lesson named with --fresh is renewed, and no edited copy is lost",
  tested: 0.005,
  attacks: (share, random) => part(ATTACKS, share, random),
  end: removeClone,
};

function survives(
  words: readonly string[],
  lesson: string | undefined,
  fresh: boolean,
  state: string,
): Promise<string | undefined> {
  return withCourse(async (root) => {
    const copies = COPIES[state];
    if (copies === undefined) throw new Error(`there is no state "${state}"`);
    copies.make(root);
    const before = courseState(root);
    const { ran, opened } = await startIn(root, [...(fresh ? ["--fresh"] : []), ...words]);
    const isDone = ran.code === 0;
    const problem = startProblem({ lesson, fresh, copies, before, after: courseState(root), isDone });
    if (problem !== undefined) return `${problem}; it said ${ran.stdout}${ran.stderr}`;
    if (!isDone) {
      if (opened !== undefined) return "it refused and started JupyterLab";
      return /^Cannot [^\n]*\n(Usage: [^\n]*\n)?$/.test(ran.stderr) && !/\bE[A-Z]{4,}\b/.test(ran.stderr)
        ? undefined
        : `it said ${ran.stderr}`;
    }
    const wanted = COURSE.find((path) => path.startsWith(`notebooks/${lesson}-`));
    return opened === wanted ? undefined : `it opened ${opened} instead of ${wanted}`;
  });
}

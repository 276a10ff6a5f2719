import ts from "typescript";
import type { CourseSource } from "../notebooks/course-files.ts";
import type { SourceCell } from "../notebooks/parse-cells.ts";
import { hasSolution, withSolution } from "../notebooks/solution-region.ts";

/** The names that an answer may use: those of the library, and `tf`. */
export type Scope = Readonly<Record<string, unknown>>;

/** An answer to an exercise as code: what stands before it, the cell itself, and what the check judges. */
export interface AnswerCode {
  /** The right answers of earlier exercises, which this one may call. */
  readonly before: string;
  /** The cell with the answer. */
  readonly code: string;
  /** The expression that the check cell judges: a function's name, or a call that wraps it. */
  readonly judged: string;
}

/** The right answer to the exercise `name` of a source in solutions/src. */
export function answerCode({ file, cells }: CourseSource, name: string): AnswerCode {
  const answers = cells.filter(hasSolution);
  const at = answers.findIndex(({ attributes }) => attributes.get("exercise") === name);
  const check = cells.find(({ attributes }) => attributes.get("check") === name);
  const cell = answers[at];
  if (cell === undefined || check === undefined)
    throw new RangeError(`Cannot read the answer ${name} as ${file} has none`);
  const solved = (one: SourceCell): string => withSolution(one, file).source;
  return {
    before: answers.slice(0, at).map(solved).join("\n"),
    code: solved(cell),
    judged: judgedBy(check.source),
  };
}

/** What the answer's function is when its code has run in `scope`. */
export function evaluate({ before, code, judged }: AnswerCode, scope: Scope): unknown {
  const script = compiled(`${before}\n{\n${code}\nreturn ${judged};\n}`);
  // The names of the scope are parameters of an outer function, so that the answer may declare one of them again.
  return new Function(...Object.keys(scope), `return (() => {${script}})();`)(...Object.values(scope));
}

/** The last code and what it was compiled to: one answer is judged with many seeds. */
let last = { code: "", script: "" };

function compiled(code: string): string {
  if (last.code === code) return last.script;
  const { outputText: script } = ts.transpileModule(code, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  last = { code, script };
  return script;
}

/** The second argument of the cell's call of `check`. */
function judgedBy(source: string): string {
  const file = ts.createSourceFile("check.ts", source, ts.ScriptTarget.Latest, true);
  let found: string | undefined;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === "check")
      found ??= node.arguments[1]?.getText();
    ts.forEachChild(node, visit);
  };
  visit(file);
  if (found === undefined) throw new RangeError(`Cannot read a check cell as it calls no check(): ${source}`);
  return found;
}

import { kernelHost } from "../host/index.ts";

/** A line of a stack in a cell or a file of the learner: not in our library, in a package, or in JavaScript itself. */
const OWN_LINE = /^\s+at (?!.*(?:kernel-helpers\/|node_modules\/|<anonymous>)).+/;

/** The text of whatever was thrown, with its name if it is one of JavaScript's errors. */
export function messageOf(thrown: unknown): string {
  try {
    if (!(thrown instanceof Error)) return String(thrown);
    return thrown.name === "Error" ? thrown.message : `${thrown.name}: ${thrown.message}`;
  } catch {
    return `a value of type ${typeof thrown} that cannot be described`;
  }
}

/**
 * The cells and lines of the learner's code at which an error was thrown, the innermost first: `at step (cell 24, line
 * 4)`. `outer` is an error made where the learner's function is called: the frames below it belong to the call of the
 * check. Empty outside a kernel.
 */
export function placesOf(thrown: unknown, outer: Error): string[] {
  const host = kernelHost();
  const lines = (error: unknown): string[] =>
    host
      ?.traceback?.(error)
      .filter((line) => OWN_LINE.test(line))
      .map((line) => line.trim()) ?? [];
  const below = lines(outer);
  const all = lines(thrown);
  let shared = 0;
  while (shared < below.length && below.at(-1 - shared) === all.at(-1 - shared)) shared++;
  return [...new Set(all.slice(0, all.length - shared))];
}

/** Whether this error is how the kernel ends a cell that the user stops. */
export function isInterrupt(thrown: unknown): boolean {
  return kernelHost()?.isInterrupt?.(thrown) ?? false;
}

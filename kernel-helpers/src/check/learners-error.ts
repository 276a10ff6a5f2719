import { escapeControls } from "../base/index.ts";
import { kernelHost } from "../host/index.ts";
import { describeShape, shortened } from "./describe-shape.ts";

/** A frame in a cell or a file of the learner: not in our library, in a package, or in JavaScript itself. */
const OWN_FRAME = /^(?!.*(?:kernel-helpers\/|node_modules\/|\btfjs-[\w-]+\/|<anonymous>))/;

/** So many frames are kept of an error while a learner's function runs: packages call many functions of their own. */
export const FRAMES = 100;

/**
 * The text of whatever was thrown, with its name if it is one of JavaScript's errors; later lines are indented, so that
 * none looks like one of ours.
 */
export function messageOf(thrown: unknown): string {
  try {
    const text = thrown instanceof Error ? errorText(thrown) : thrownText(thrown);
    return escapeControls(shortened(text), "\n").replaceAll("\n", "\n      ");
  } catch {
    return `a value of type ${typeof thrown} that cannot be described`;
  }
}

function errorText({ name, message }: Error): string {
  if (message === "") return `${name} without a message`;
  return name === "Error" ? message : `${name}: ${message}`;
}

function thrownText(thrown: unknown): string {
  return typeof thrown === "string" ? thrown : `${describeShape(thrown)} was thrown`;
}

/**
 * The cells and lines of the learner's code at which an error was thrown, the innermost first: `at step (cell 24, line
 * 4)`. `outer` is an error made where the learner's function is called: the frames below it belong to the call of the
 * check. Empty outside a kernel.
 */
export function placesOf(thrown: unknown, outer: Error): string[] {
  const host = kernelHost();
  const frames = (error: unknown): string[] =>
    (host?.frames?.(error) ?? []).filter((frame) => OWN_FRAME.test(frame));
  const below = frames(outer);
  const all = frames(thrown);
  let shared = 0;
  while (shared < below.length && below.at(-1 - shared) === all.at(-1 - shared)) shared++;
  return [...new Set(all.slice(0, all.length - shared))].slice(0, 10);
}

/** Whether this error is how the kernel ends a cell that the user stops. */
export function isInterrupt(thrown: unknown): boolean {
  return kernelHost()?.isInterrupt?.(thrown) ?? false;
}

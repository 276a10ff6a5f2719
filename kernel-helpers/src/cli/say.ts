import { escapeControls } from "../base/index.ts";

/** Prints a line; control characters in the names of files are escaped. */
export function say(line: string): void {
  console.log(escapeControls(line));
}

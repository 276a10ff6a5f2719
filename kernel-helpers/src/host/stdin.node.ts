import { fstatSync, type Stats } from "node:fs";
import type { FileParts } from "./contract.ts";
import { streamParts } from "./pipe.node.ts";
import { fileError } from "./system-error.node.ts";

/** What is given to this program on its standard input, see `Host.stdin`. It can be read once. */
export function standardInput(): FileParts {
  return { size: sizeOfInput(), parts };
}

async function* parts(): AsyncGenerator<Uint8Array> {
  try {
    if (aboutInput()?.isDirectory()) throw Object.assign(new Error("EISDIR"), { code: "EISDIR" }); // Node reads it as if it were empty
    yield* streamParts(process.stdin);
  } catch (error) {
    throw fileError("read", "standard input", error);
  }
}

/** A file that a shell puts there by `<` has a size; a pipe and a terminal have none. */
function sizeOfInput(): number {
  const about = aboutInput();
  return about?.isFile() ? about.size : Number.POSITIVE_INFINITY;
}

/** What standard input is; undefined when it is closed: reading then gives its end. */
function aboutInput(): Stats | undefined {
  try {
    return fstatSync(0);
  } catch {
    return undefined;
  }
}

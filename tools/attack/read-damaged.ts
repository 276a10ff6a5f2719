import { seededRandom } from "../../kernel-helpers/src/base/index.ts";
import { damaged } from "./damage.ts";
import { FORMATS } from "./file-formats.ts";

/** Damages a small file `files` times and reads each; resolves with what went wrong, or undefined. */
export async function readBatch(name: string, files: number, seed: number): Promise<string | undefined> {
  const format = formatNamed(name);
  const random = seededRandom(seed);
  const whole = await format.whole();
  for (let i = 0; i < files; i++) {
    const bytes = damaged(whole, random);
    const problem = await problemOf(async () => format.read(bytes));
    if (problem !== undefined) return `${problem} for ${Buffer.from(bytes).toString("base64").slice(0, 300)}`;
  }
  return undefined;
}

/** Reads a file; resolves with what went wrong, or undefined. */
export function readFile(name: string, path: string): Promise<string | undefined> {
  return problemOf(() => formatNamed(name).load(path));
}

async function problemOf(read: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await read();
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    return /^Cannot .*Remedy: /s.test(message) ? undefined : message;
  }
}

function formatNamed(name: string): (typeof FORMATS)[string] {
  const format = FORMATS[name];
  if (format === undefined) throw new Error(`there is no format "${name}"`);
  return format;
}

import type { FileParts } from "../host/index.ts";

/**
 * The parts of an open file; `add` is told how many bytes came. Throws Error at the end if they are fewer than the file had when it
 * was opened: another program has written it.
 */
export async function* countedParts(
  name: string,
  file: FileParts,
  add: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  let came = 0;
  for await (const part of file.parts()) {
    came += part.length;
    add(part.length);
    yield part;
  }
  if (came < file.size && Number.isFinite(file.size)) throw shrunk(name, file.size, came);
}

function shrunk(name: string, size: number, came: number): Error {
  const [had, has] = [size, came].map((bytes) => bytes.toLocaleString("en"));
  return new Error(
    `Cannot read the corpus ${name}: it changed while it was read: it had ${had} bytes when it was opened, and ${has} came. ` +
      "Remedy: read it again when no program writes it",
  );
}

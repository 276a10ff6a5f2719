import { host } from "#host";
import { joined } from "../base/index.ts";
import { getDataset } from "../datasets/index.ts";
import { utf8Text } from "./utf8-text.ts";

/** Bytes of the largest file that is read: it and what is made of it lie in memory. */
const LARGEST = 200_000_000;

/**
 * The text of a data set, by its name, or of a file. Throws Error with a remedy for a file that cannot be read, has more than `largest` bytes, as what has no end has, or is not
 * UTF-8.
 */
export async function faqText(name: string, largest: number = LARGEST): Promise<string> {
  const isDataset = Object.hasOwn(await host.datasets(), name);
  const bytes = await (isDataset ? datasetBytes(name) : fileBytes(name, largest));
  return utf8Text(name, bytes);
}

async function datasetBytes(name: string): Promise<Uint8Array> {
  await getDataset(name);
  return host.asset(name);
}

async function fileBytes(path: string, largest: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (await host.open(path, { once: true })).parts()) {
    size += part.length;
    if (size > largest)
      throw new Error(
        `Cannot read ${path} as it must have at most ${largest.toLocaleString("en")} bytes: it has more. Remedy: check the path, or serve a part of it`,
      );
    parts.push(part.slice()); // a part is valid until the next one is asked for
  }
  return joined(parts);
}

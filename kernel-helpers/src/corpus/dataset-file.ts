import { host } from "#host";
import { getDataset } from "../datasets/index.ts";
import type { CorpusFile } from "./corpus-file.ts";

const LARGE = 1 << 20;
const NEWLINE = 10;

/** The text of a data set named in datasets/index.json, fetched if it must be; its first part where W2V_FAST asks for that, which is then said. */
export async function datasetFile(name: string): Promise<CorpusFile> {
  const { file } = await getDataset(name);
  const bytes = shortened(name, await host.asset(name));
  async function* parts(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  const size = bytes.length;
  const kind = file.endsWith(".jsonl") ? "jsonl" : "text";
  return { name, kind, size, open: async () => ({ size, parts }) };
}

function shortened(name: string, bytes: Uint8Array): Uint8Array {
  const setting = host.setting("W2V_FAST") ?? "";
  if (setting === "" || bytes.length < LARGE) return bytes;
  const share = shareOf(setting);
  const part = setting === "1" ? "the first tenth" : `the first ${share * 100} %`;
  console.log(`W2V_FAST=${setting}: ${part} of "${name}" only`);
  return bytes.subarray(0, bytes.lastIndexOf(NEWLINE, bytes.length * share) + 1);
}

/** The part of a large data set that W2V_FAST asks for: "1" for a tenth, or a share below 1. */
function shareOf(setting: string): number {
  const share = setting === "1" ? 0.1 : Number(setting);
  if (share > 0 && share < 1) return share;
  throw new RangeError(
    `Cannot shorten a data set as W2V_FAST must be 1 (a tenth) or a share between 0 and 1: current value is "${setting}"`,
  );
}

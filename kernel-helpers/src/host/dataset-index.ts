/** The package that a data set is made from on the user's machine, because its texts may not be passed on. */
export interface DatasetPackage {
  /** Its name at the Python Package Index. */
  readonly name: string;
  /** Its version. */
  readonly version: string;
  /** Its file there. */
  readonly archive: string;
  /** SHA-256 of that file. */
  readonly sha256: string;
  /** Size of that file. */
  readonly bytes: number;
}

/** One entry of datasets/index.json. */
export interface DatasetEntry {
  /** File relative to datasets/. */
  readonly file: string;
  /** SHA-256 of the file, lower-case hexadecimal. */
  readonly sha256: string;
  /** Size in bytes. */
  readonly bytes: number;
  /** Words in it, where it is a text. */
  readonly words?: number;
  /** Records in it, where it has a JSON object on each line. */
  readonly records?: number;
  /** Where it must be fetched first. */
  readonly package?: DatasetPackage;
  /** SPDX name of the licence. */
  readonly licence: string;
  /** Where it comes from. */
  readonly source: string;
}

/** datasets/index.json: name -> entry. */
export interface DatasetIndex {
  readonly [name: string]: DatasetEntry;
}

/** The entry called `name`; throws RangeError that lists the known names. */
export function datasetEntry(index: DatasetIndex, name: string): DatasetEntry {
  const entry = Object.hasOwn(index, name) ? index[name] : undefined;
  if (entry === undefined) {
    throw new RangeError(
      `Cannot open the data set "${name}" as its name must be one of ${Object.keys(index).join(", ")}. ` +
        `For a text file give a path: ./${name}`,
    );
  }
  return entry;
}

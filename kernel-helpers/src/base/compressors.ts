/** A program that compresses files. */
interface Compressor {
  /** How a compressed file begins. */
  readonly magic: readonly number[];
  /** The endings of such files. */
  readonly endings: readonly string[];
  /** The program that unpacks them. */
  readonly unpacker: string;
}

/** The ways in which vectors are often published. */
const compressors: readonly Compressor[] = [
  { magic: [0x1f, 0x8b], endings: ["gz"], unpacker: "gunzip" },
  { magic: [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59], endings: ["bz2"], unpacker: "bunzip2" },
  { magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], endings: ["xz"], unpacker: "unxz" },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], endings: ["zst"], unpacker: "unzstd" },
];
const zip: Compressor = { magic: [0x50, 0x4b, 3, 4], endings: ["zip"], unpacker: "unzip" };

/** How to unpack a file that begins with `bytes`, as a file of the ending `ending`; undefined if it is not compressed. */
export function unpackByStart(bytes: Uint8Array, ending: string): string | undefined {
  const isStart = ({ magic }: Compressor): boolean => magic.every((byte, i) => bytes[i] === byte);
  if (isStart(zip)) return "unzip FILE, and read a file that this wrote"; // it may hold several
  const found = compressors.find(isStart);
  return found && `${found.unpacker} < FILE > unpacked.${ending}`;
}

/** How to unpack the file `path`, by its ending; undefined if that is none of a compressed file. `isVectors` tells names. */
export function unpackByEnding(path: string, isVectors: (path: string) => boolean): string | undefined {
  const dot = path.lastIndexOf(".");
  const [inside, ending] = [path.slice(0, dot), path.slice(dot + 1)];
  const word = shellWord(path);
  if (zip.endings.includes(ending.toLowerCase())) return `unzip ${word}, and read a file that this wrote`;
  const found = compressors.find(({ endings }) => endings.includes(ending.toLowerCase()));
  if (found === undefined) return undefined;
  const keeps = isVectors(inside) && found.endings.includes(ending);
  return keeps
    ? `${found.unpacker} --keep ${word}, then read ${inside}`
    : `${found.unpacker} < ${word} > ${shellWord(`${inside}.vec`)}, then read ${inside}.vec`;
}

/** A path as a shell takes it for one word. */
function shellWord(path: string): string {
  return /^[\w./~-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

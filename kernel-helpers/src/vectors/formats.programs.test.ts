import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test, vi } from "vitest";
import { findPythonPackage } from "../../../tools/programs/find-python-package.ts";
import { decodeWord2vecBinary, encodeWord2vecBinary } from "./binary-format.ts";
import { loadVectors, saveVectors } from "./files.ts";
import { accepted, asBinary, asText } from "./reading.suite.ts";
import { decodeWord2vecText, encodeWord2vecText } from "./text-format.ts";
import { type WordVectors, wordVectors } from "./word-vectors.ts";

const golden = (name: string): Uint8Array => readFileSync(new URL(`../../golden/${name}`, import.meta.url));
const answers = JSON.parse(new TextDecoder().decode(golden("word2vec-format.json")));
const folder = mkdtempSync(join(tmpdir(), "w2v-"));
afterAll(() => rmSync(folder, { recursive: true }));

const some = wordVectors(["the", "水", "\ufeffx"], {
  rows: 3,
  width: 2,
  data: new Float32Array([0.1, -0, 1e-45, 3.4e38, -1.5, 16777217]),
});
const bits = ({ table }: WordVectors): number[] => [...new Uint32Array(table.data.slice().buffer)];

const anyWord = fc
  .string({ unit: "binary", minLength: 1 })
  .filter((word) => !/[ \n]|\p{Surrogate}/u.test(word));
const anyVectors = fc
  .tuple(fc.uniqueArray(anyWord), fc.integer({ min: 1, max: 4 }))
  .chain(([words, width]) => {
    const size = words.length * width;
    return fc
      .float32Array({ noNaN: true, noDefaultInfinity: true, minLength: size, maxLength: size })
      .map((data) => wordVectors(words, { rows: words.length, width, data }));
  });

const formats = [
  { name: "Text", encode: encodeWord2vecText, decode: decodeWord2vecText, file: "word2vec-format.txt" },
  { name: "Binary", encode: encodeWord2vecBinary, decode: decodeWord2vecBinary, file: "word2vec-format.bin" },
];

for (const { name, encode, decode, file } of formats) {
  test(`decodeWord2vec${name}() gives back every word and every bit of encodeWord2vec${name}()`, () => {
    fc.assert(
      fc.property(anyVectors, (vectors) => {
        const back = decode(encode(vectors));
        expect(back.words).toEqual(vectors.words);
        expect(bits(back)).toEqual(bits(vectors));
      }),
    );
  });

  test(`decodeWord2vec${name}() reads gensim's file, bit for bit`, () => {
    const read = decode(golden(file));
    expect(read.words).toEqual(answers.words);
    expect(bits(read)).toEqual(answers.bits);
  });

  test(`encodeWord2vec${name}() refuses a word that the format cannot represent`, () => {
    for (const word of ["", "New York", "a\nb", "\ud800"]) {
      const vectors = wordVectors([word], { rows: 1, width: 1, data: new Float32Array(1) });
      expect(() => encode(vectors)).toThrow(/word may not be empty.*word 0/);
    }
  });

  test(`encodeWord2vec${name}() refuses a number that is not finite, and vectors without numbers`, () => {
    for (const x of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const vectors = wordVectors(["a", "b"], { rows: 2, width: 2, data: new Float32Array([1, 2, 3, x]) });
      expect(() => encode(vectors)).toThrow(`finite: current value is ${x}, number 1 of "b". Remedy: `);
    }
    for (const words of [["a"], []]) {
      const vectors = wordVectors(words, { rows: words.length, width: 0, data: new Float32Array() });
      expect(() => encode(vectors)).toThrow("must have at least 1 number: it has 0");
    }
  });
}

test.each(["x.vec", "x.txt", "x.bin"])("loadVectors() reads what saveVectors() wrote to %s", async (name) => {
  await saveVectors(join(folder, name), some);
  const back = await loadVectors(join(folder, name));
  expect([back.words, bits(back)]).toEqual([some.words, bits(some)]);
});

test("saveVectors() and loadVectors() refuse a path with an unknown ending", async () => {
  await expect(saveVectors("vectors.npz", some)).rejects.toThrow(
    /write .*"vectors\.npz": .*\.vec, \.txt or \.bin/,
  );
  await expect(loadVectors("vectors.npz")).rejects.toThrow(/read .*"vectors\.npz": .*\.vec, \.txt or \.bin/);
});

const python = findPythonPackage("gensim");

test.runIf(python)(
  "gensim reads what saveVectors() wrote, bit for bit",
  async () => {
    const vectors = decodeWord2vecBinary(golden("word2vec-format.bin"));
    const script =
      "import sys, json, numpy; from gensim.models import KeyedVectors; " +
      "k = KeyedVectors.load_word2vec_format(sys.argv[1], binary=sys.argv[1].endswith('bin')); " +
      "print(json.dumps([k.index_to_key, k.vectors.view(numpy.uint32).ravel().tolist()]))";
    for (const name of ["ours.txt", "ours.bin"]) {
      await saveVectors(join(folder, name), vectors);
      const read = JSON.parse(
        execFileSync(python as string, ["-c", script, join(folder, name)], { encoding: "utf8" }),
      );
      expect(read).toEqual([vectors.words, bits(vectors)]);
    }
  },
  60_000,
);

test.runIf(python)(
  "gensim reads the same words and bits from every file of the shared table that is accepted",
  async () => {
    const script =
      "import sys, json, numpy; from gensim.models import KeyedVectors; " +
      "files = json.load(sys.stdin); " +
      "read = lambda f: KeyedVectors.load_word2vec_format(f['path'], binary=f['path'].endswith('bin'), " +
      "limit=f['limit'], unicode_errors=f['errors']); " +
      "ks = [read(f) for f in files]; " +
      // where a word came twice, gensim 4.4 keeps a row of zeros for it at the end, without a name
      "names = [[w for w in k.index_to_key if w is not None] for k in ks]; " +
      "print(json.dumps([[n, k.vectors[:len(n)].view(numpy.uint32).ravel().tolist()] for n, k in zip(names, ks)]))";
    vi.spyOn(console, "warn").mockReturnValue();
    const files = accepted.flatMap((content, i) =>
      [{ path: join(folder, `case-${i}.txt`), bytes: asText(content) }]
        .concat({ path: join(folder, `case-${i}.bin`), bytes: asBinary(content) })
        .map((file) => ({ ...file, options: content.options ?? {} })),
    );
    for (const { path, bytes } of files) writeFileSync(path, bytes);
    const asked = files.map(({ path, options: { limit = null, encodingErrors = "strict" } }) => {
      return { path, limit, errors: encodingErrors };
    });
    const answers = JSON.parse(
      execFileSync(python as string, ["-c", script], { encoding: "utf8", input: JSON.stringify(asked) }),
    );
    const ours = await Promise.all(files.map(({ path, options }) => loadVectors(path, options)));
    expect(answers).toEqual(ours.map((vectors) => [vectors.words, bits(vectors)]));
    vi.restoreAllMocks();
  },
  60_000,
);

/** The text that a file of text vectors has after the remedy of its error was run in a shell. */
async function remedied(name: string, bytes: string | Uint8Array): Promise<WordVectors> {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const { message } = await loadVectors(file).then(
    () => new Error(`${name} was read`),
    (error: Error) => error,
  );
  const [, remedy = ""] = message.split("Remedy: ");
  const command = remedy.replace(/^[a-z ]+: /, "").replace(/, (?:then|and) read .*$/, "");
  execFileSync("sh", ["-c", command.replace("FILE", file)], { cwd: folder });
  const written = /, then read (.+)$/.exec(remedy)?.[1] ?? / > (\S+)$/.exec(command)?.[1];
  return loadVectors(join(folder, basename(written ?? "")));
}

const sound = "2 2\nthe 1 2\nNew York 3 4\n";
const compressed = (program: string, text: string): Uint8Array =>
  execFileSync(program, ["-c"], { input: text });

test.each([
  ["tabs.vec", "2 2\nthe\t1\t2\nNew York\t3\t4\n"],
  ["first-tab.vec", "2\t2\nthe 1 2\nNew York 3 4\n"],
  ["double.vec", "2 2\nthe 1  2\nNew York 3 4\n"],
  ["double-more.vec", "2 2\nthe  1 2\nNew York 3  4\n"],
  ["mixed.vec", "2 2\nthe 1 \t2\nNew York 3 4\n"],
  ["blank.vec", "2 2\nthe 1 2\n\nNew York 3 4\n"],
  ["indented.vec", "2 2\n the 1 2\n New York 3 4\n"],
])("the remedy for %s makes it readable", async (name, text) => {
  expect((await remedied(name, text)).words).toEqual(["the", "New York"]);
});

test.each([
  ["zipped.vec", "gzip"],
  ["a b.txt.gz", "gzip"],
  ["it's.vec.gz", "gzip"],
  ["noending.gz", "gzip"],
  ["LOUD.VEC.GZ", "gzip"],
  ["packed.vec", "bzip2"],
  ["large.vec.bz2", "bzip2"],
  ["small.vec", "xz"],
  ["small.txt.xz", "xz"],
])("the remedy for %s, which %s compressed, makes it readable", async (name, program) => {
  const bytes = compressed(program, sound);
  expect((await remedied(name, bytes)).words).toEqual(["the", "New York"]);
});

test("loadVectors() says of a compressed file how to unpack it", async () => {
  await expect(loadVectors("x.vec.gz")).rejects.toThrow(
    'Cannot read word vectors from "x.vec.gz": it is compressed. Remedy: gunzip --keep x.vec.gz, then read x.vec',
  );
  await expect(loadVectors("glove.6B.zip")).rejects.toThrow(
    "Remedy: unzip glove.6B.zip, and read a file that this wrote",
  );
  await expect(loadVectors("x.npz")).rejects.toThrow(
    "Remedy: rename it: .vec or .txt for text, .bin for word2vec.c's binary format",
  );
});

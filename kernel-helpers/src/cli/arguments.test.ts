import { expect, test } from "vitest";
import { readArguments } from "./arguments.ts";
import type { Command } from "./command.ts";
import { UsageError } from "./usage-error.ts";

const command: Command = {
  name: "try",
  summary: "",
  positionals: "FILE WORD…",
  options: {
    limit: { value: "N", help: "" },
    out: { value: "FILE", help: "", several: "a folder" },
    hs: { help: "" },
    "vector-size": { value: "N", help: "" },
  },
  notes: [],
  examples: [],
  run: async () => 0,
};
const read = (...words: readonly string[]) => readArguments(command, words);

test("readArguments() divides words, options with a value, and switches", () => {
  expect(read("a.vec", "--limit", "3", "b", "--hs", "--out=x=y")).toEqual({
    positionals: ["a.vec", "b"],
    options: { limit: "3", hs: true, out: "x=y" },
  });
  expect(read("-h").options).toEqual({ help: true });
  expect(read("--hs", "--hs").options).toEqual({ hs: true });
  expect(read("a.vec", "--", "--hs", "-5").positionals).toEqual(["a.vec", "--hs", "-5"]);
});

test.each(["-5", "-.5", "-1e3", "-", "5"])("readArguments() takes %s as the value of an option", (value) => {
  expect(read("--limit", value).options).toEqual({ limit: value });
  expect(read(`--limit=${value}`).options).toEqual({ limit: value });
});

test.each([
  [["--limit"], "--limit needs a value. Remedy: --limit N"],
  [["--limit", ""], "--limit needs a value. Remedy: --limit N"],
  [["--limit="], "--limit needs a value. Remedy: --limit N"],
  [["--limit", "--hs"], "--limit needs a value. Remedy: --limit N"],
  [["--limit", "--", "3"], "--limit needs a value. Remedy: --limit N"],
  [["--out", "-x.vec"], "--out needs a value. Remedy: --out FILE, or --out=-x.vec"],
  [["--hs=1"], '--hs takes no value, but has "1". Remedy: --hs'],
  [["--help=me"], '--help takes no value, but has "me". Remedy: --help'],
  [
    ["--limit", "1", "--limit=2"],
    "--limit takes one value, but is given more than once. Remedy: --limit once",
  ],
  [["--out", "a", "--out", "b"], "--out takes one value, but is given more than once. Remedy: a folder"],
  [["--dim", "3"], "it has no option --dim. Did you mean --vector-size?"],
  [["--vector_size", "3"], "it has no option --vector_size. Did you mean --vector-size?"],
  [["--limt", "3"], "it has no option --limt. Did you mean --limit?"],
  [["-5"], 'it has no option -5. Remedy: -- before a word that begins with "-"'],
  [["--toString"], 'it has no option --toString. Remedy: -- before a word that begins with "-"'],
  [["--no-hs"], "it has no option --no-hs. Did you mean --hs?"],
])("readArguments() refuses %j in words for people", (words, problem) => {
  expect(() => read(...words)).toThrow(UsageError);
  expect(() => read(...words)).toThrow(
    expect.objectContaining({ message: `Cannot run w2v try: ${problem}` }),
  );
});

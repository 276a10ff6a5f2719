import { readFileSync } from "node:fs";

const exercises = readFileSync(new URL("kernel-helpers/src/practice/exercises.ts", import.meta.url), "utf8");

/** The chapters' exercises: documented as parts of `exercises`, which is what a lesson sees. */
const chapters = [...exercises.matchAll(/import \{ (\w+) \} from "\.\/(\d\d-[\w-]+)\/index\.ts"/g)].map(
  ([, name, chapter]) => `practice/${chapter}/index.ts:${name}`,
);

export default {
  name: "kernel-helpers",
  entryPoints: ["kernel-helpers/src/index.ts"],
  tsconfig: "kernel-helpers/tsconfig.portable.json",
  out: "build/api",
  readme: "none",
  disableSources: true, // a link would need the address of a server that has these sources
  intentionallyNotExported: chapters,
  validation: { notExported: true, invalidLink: true, notDocumented: true },
  treatWarningsAsErrors: true,
};

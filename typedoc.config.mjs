import { readFileSync } from "node:fs";

const exercises = readFileSync(new URL("kernel-helpers/src/practice/exercises.ts", import.meta.url), "utf8");

/** The lessons' exercises: documented as parts of `exercises`, which is what a lesson sees. */
const lessons = [...exercises.matchAll(/import \{ (\w+) \} from "\.\/(\d\d-[\w-]+)\/index\.ts"/g)].map(
  ([, name, lesson]) => `practice/${lesson}/index.ts:${name}`,
);

/** Loaded on demand: a lesson sees the ids of the questions, `QuestionId`. */
const onDemand = "practice/all-questions.ts:allQuestions";

export default {
  name: "kernel-helpers",
  entryPoints: ["kernel-helpers/src/index.ts"],
  tsconfig: "kernel-helpers/tsconfig.portable.json",
  out: "build/api",
  readme: "none",
  disableSources: true, // a link would need the address of a server that has these sources
  intentionallyNotExported: [...lessons, onDemand],
  validation: { notExported: true, invalidLink: true, notDocumented: true },
  treatWarningsAsErrors: true,
};

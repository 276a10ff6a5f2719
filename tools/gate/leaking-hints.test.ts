import { expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { courseSources } from "../notebooks/course-files.ts";
import { leakingHints } from "./leaking-hints.ts";

test("leakingHints() finds a hint that holds code of the answer, and no other", () => {
  const source = courseSources(projectRoot, "solutions/src").find(
    ({ name }) => name === "01-reading-vectors",
  );
  if (source === undefined) throw new Error("the exercises are missing");
  const exercise = { id: "01-reading-vectors/nearest", points: 2, knownMistakes: [] };
  const leaking = "vectors.words.filter(…) leaves a word out. What does .slice(0, count) do?";
  const hints = ["Which words are near?", leaking, "What is vectors.words?"];
  expect(leakingHints(source, new Map([[exercise.id, { ...exercise, hints }]]))).toEqual([
    { where: `practice ${exercise.id}`, text: `a hint contains code of the answer: ${leaking}` },
  ]);
});

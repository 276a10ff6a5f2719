import { describe, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { readCourse } from "../course/course-list.ts";
import { courseSources } from "./course-files.ts";

const lessons = readCourse(projectRoot).lessons;
const sources = new Map(courseSources(projectRoot, "notebooks/src").map((source) => [source.name, source]));

/** The text of the cell called `name`, in lines joined where a paragraph goes on. */
function cell(lesson: string, name: string): string {
  const found = sources.get(lesson)?.cells.find(({ attributes }) => attributes.get("name") === name);
  return found?.source ?? "";
}

const items = (text: string, mark: RegExp): string[] => text.split("\n").filter((line) => mark.test(line));
const paragraph = (text: string, begin: string): string =>
  text.split(/\n\n/).find((part) => part.startsWith(begin)) ?? "";

describe.each(lessons)("lesson $id", ({ id, minutes, exercises }) => {
  test("begins with its minutes, what it needs, and three objectives", () => {
    const title = cell(id, "title");
    expect(title).toContain(`**${minutes} minutes. You need:** `);
    expect(items(title, /^- /)).toHaveLength(3);
  });

  test("ends with two things to keep, the exercises, what comes next, its sources, and two to four works to read on", () => {
    const end = cell(id, "takeaways");
    expect(end).toContain("## Two things to keep");
    expect(items(end, /^\d+\. /).map((line) => line[0])).toEqual(["1", "2"]);
    expect(end).toContain("**Next:**");
    expect(
      end.includes(`**Now you:** the [exercises of this lesson](../exercises/${id}-exercises.ipynb)`),
    ).toBe(exercises);
    // the first lesson takes nothing from a paper
    expect(end.includes("**Sources.**")).toBe(id !== lessons[0]?.id);
    const works = paragraph(end, "**To read on:**")
      .split(";")
      .filter((work) => /(?:19|20)\d\d/.test(work));
    expect(works.length).toBeGreaterThanOrEqual(2);
    expect(works.length).toBeLessThanOrEqual(4);
  });
});

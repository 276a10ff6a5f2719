import { expect, test } from "vitest";
import { captionHtml } from "./caption-html.ts";

test("captionHtml() escapes the text, and is nothing for an empty one", () => {
  expect(captionHtml("A & B")).toMatch(/^<caption .*>A &amp; B<.*<\/caption>$/);
  expect(captionHtml("")).toBe("");
});

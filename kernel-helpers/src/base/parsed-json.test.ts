import { expect, test } from "vitest";
import { parsedJson } from "./parsed-json.ts";

test("parsedJson() gives a value, and undefined for a text that is no JSON", () => {
  expect(parsedJson('{"a": [1, null]}')).toEqual({ a: [1, null] });
  expect(parsedJson("null")).toBe(null);
  for (const text of ["", "{", "a"]) expect(parsedJson(text)).toBe(undefined);
});

import { expect, test } from "vitest";
import { escapeControls } from "./escape-controls.ts";

test("escapeControls() writes what a terminal would obey as escapes, and leaves words of all languages alone", () => {
  expect(escapeControls("\u001b]0;x\u0007\r\n\u009b2J\u007f")).toBe(
    "\\u{1b}]0;x\\u{7}\\u{d}\\u{a}\\u{9b}2J\\u{7f}",
  );
  expect(escapeControls("a\u202eb\u2066c\ud800")).toBe("a\\u{202e}b\\u{2066}c\\u{d800}");
  for (const word of ["café", "हिन्दी", "ශ්‍රී", "水", "😀", "new york"]) expect(escapeControls(word)).toBe(word);
});

test("escapeControls() leaves what is to be kept", () => {
  expect(escapeControls("two\nlines\u0007", "\n")).toBe("two\nlines\\u{7}");
});

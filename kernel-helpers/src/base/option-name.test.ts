import { expect, test } from "vitest";
import { optionName, spellOptions } from "./option-name.ts";
import { requireInteger } from "./require.ts";

test("spellOptions() changes the names of options in messages until it is undone", () => {
  const restore = spellOptions((name) => `--${name}`);
  const inner = spellOptions((name) => `<${name}>`);
  expect(optionName("alpha")).toBe("<alpha>");
  inner();
  expect(() => requireInteger("Cannot count", { from: 0 }, 1)).toThrow("as --from must be");
  restore();
  expect(optionName("alpha")).toBe("alpha");
});

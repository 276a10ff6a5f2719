import { expect, test } from "vitest";
import { requireKnown } from "./require-known.ts";
import { pagesNamed } from "./site-pages.ts";

test("requireKnown() refuses a misspelled word and what every object has, and says what there is", () => {
  expect(() => requireKnown("source", ["site"], ["site", "jupyterlab"])).not.toThrow();
  for (const word of ["sites", "toString", ""])
    expect(() => requireKnown("source", ["site", word], ["site", "jupyterlab"])).toThrow(
      `source must be one of site, jupyterlab: current value is "${word}"`,
    );
});

test("pagesNamed() finds pages by a part of their names, and refuses a text that none has", () => {
  const pages = ["index", "04-cbow"].map((name) => ({ name, address: `file:///${name}.html` }));
  expect(pagesNamed(pages, "cbow").map(({ name }) => name)).toEqual(["04-cbow"]);
  expect(pagesNamed(pages, "")).toHaveLength(2);
  expect(() => pagesNamed(pages, "99")).toThrow('contains "99": the names are index, 04-cbow');
});

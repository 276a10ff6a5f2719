import { expect, test } from "vitest";
import { readTrainOptions, trainOptionSpecs } from "./train-options.ts";
import { UsageError } from "./usage-error.ts";

const read = (options: Record<string, string | boolean>) => readTrainOptions({ positionals: [], options });

test("readTrainOptions() reads names, numbers and switches, and leaves out options that were not given", () => {
  expect(read({})).toEqual({});
  expect(
    read({ architecture: "skip-gram", optimizer: "adam", "vector-size": "20", "min-alpha": "0.001" }),
  ).toEqual({
    architecture: "skip-gram",
    optimizer: "adam",
    vectorSize: 20,
    minAlpha: 0.001,
  });
  expect(read({ hs: true, negative: "0" })).toEqual({ hs: true, negative: 0 });
});

test.each<Record<string, string>>([{ architecture: "glove" }, { window: "wide" }, { "vector-size": "0" }])(
  "readTrainOptions() rejects a wrong command line: %o",
  (options) => {
    expect(() => read(options)).toThrow(UsageError);
  },
);

test("trainOptionSpecs gives every option but the switches a value, with its default", () => {
  expect(trainOptionSpecs.hs).not.toHaveProperty("value");
  expect(trainOptionSpecs.architecture).toMatchObject({ value: "NAME" });
  expect(trainOptionSpecs["vector-size"]).toMatchObject({
    value: "N",
    help: expect.stringMatching(/default: \d+\)$/),
  });
});

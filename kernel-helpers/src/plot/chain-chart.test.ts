import fc from "fast-check";
import { expect, test } from "vitest";
import { chainChart } from "./chain-chart.ts";
import { chainColumn } from "./chain-column.ts";
import { chainRow } from "./chain-row.ts";
import type { ChainStep } from "./chain-step.ts";
import { faultsOf } from "./drawing.suite.ts";
import type { Drawing } from "./drawing.ts";
import { colour } from "./palette.ts";

const WIDTHS = [720, 640, 520, 420, 340, 280];

const cbow: readonly ChainStep[] = [
  { name: "v_c", value: [0.0949, 0.185, 0.153] },
  { name: "h", formula: "(1/C) Σ v_c", derivative: "∂h/∂v_c = 1/C", value: new Float64Array([0.5, 0.25]) },
  {
    name: "z_j",
    formula: "u_j · h",
    value: 0.13249,
    derivative: "∂z_j/∂h = u_j",
    parameter: { name: "u_j", derivative: "∂z_j/∂u_j = h" },
  },
  { name: "ŷ", formula: "softmax(z)" },
  { name: "L", formula: "−log ŷ_o", derivative: "∂L/∂z_j = ŷ_j − [j = o]", back: "z_j" },
];

const drawn = (steps: readonly ChainStep[], width: number): Drawing =>
  chainRow(steps, width) ?? chainColumn(steps, width);

test.each(WIDTHS)("chainChart() covers nothing at %d pixels, and stays inside", (width) => {
  expect(faultsOf(drawn(cbow, width))).toEqual([]);
});

test("chainChart() runs from left to right where there is room, else from top to bottom", () => {
  const places = (width: number): number[][] => {
    const { texts } = drawn(cbow, width);
    return ["v_c", "ŷ = softmax(z)", "L = −log ŷ_o"].map((text) => {
      const { x, y } = texts.find((one) => one.text === text)!;
      return [x, y];
    });
  };
  const [wide, narrow] = [places(900), places(340)];
  expect(new Set(narrow.map(([x]) => x)).size).toBe(1);
  for (const [axis, found] of [
    [0, wide],
    [1, narrow],
  ] as const)
    expect([...found].sort((a, b) => a[axis]! - b[axis]!)).toEqual(found);
});

test("chainChart() draws each arrow forwards, and back only those that carry a derivative", () => {
  for (const width of [900, 340]) {
    const { lines } = drawn(cbow, width);
    const points = (of: string): number =>
      lines.filter(({ arrow, colour }) => arrow === true && colour === of).length;
    expect(points(colour(1))).toBe(4); // three back from step to step, one to u_j
    expect(lines.filter(({ arrow }) => arrow).length - points(colour(1))).toBe(5); // four steps, one from u_j
  }
});

test("chainChart() writes every word of the chain at every width", () => {
  const wanted = [
    "h",
    "=",
    "(1/C)",
    "Σ",
    "v_c",
    "softmax(z)",
    "∂h/∂v_c",
    "1/C",
    "∂L/∂z_j",
    "o]",
    "0.1325",
    "u_j",
  ];
  for (const width of WIDTHS) {
    const seen = drawn(cbow, width).texts.flatMap(({ text }) => text.split(" "));
    expect(wanted.filter((word) => !seen.includes(word))).toEqual([]);
  }
});

test("chainChart() tells the chain forwards, then each arrow back from the last to the first", () => {
  expect(chainChart(cbow).description).toBe(
    "Chain of 5 steps: v_c, here (0.09, 0.18, 0.15), then h = (1/C) Σ v_c, here (0.50, 0.25), then z_j = u_j · h " +
      "with u_j, here 0.1325, then ŷ = softmax(z), then L = −log ŷ_o. Back from L to z_j: ∂L/∂z_j = ŷ_j − [j = o]. " +
      "Back from z_j to h: ∂z_j/∂h = u_j. Back from h to v_c: ∂h/∂v_c = 1/C. Back from z_j to u_j: ∂z_j/∂u_j = h.",
  );
  const long = chainChart([
    { name: "v", value: new Array(9).fill(1) },
    { name: "L", value: "small" },
  ]);
  expect(long.description).toBe(
    "Chain of 2 steps: v, here (1.00, 1.00, 1.00, 1.00, 1.00, 1.00, …), then L, here small.",
  );
});

test("chainChart() covers nothing whatever the formulas", () => {
  const formula = fc.array(
    fc.constantFrom("z_j", "=", "−log", "σ(z)", "Σ", "u_j", "·", "[j = o]", "softmax(z)"),
    {
      minLength: 1,
      maxLength: 8,
    },
  );
  const text = fc.option(
    formula.map((parts) => parts.join(" ")),
    { nil: undefined },
  );
  const step = fc.record({
    formula: text,
    value: fc.constantFrom(undefined, 1 / 3, [0.1, -12, 3], "row king"),
    derivative: text,
    parameter: fc.option(text, { nil: undefined }),
  });
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 2, maxLength: 6 }),
      fc.constantFrom(...WIDTHS, 900),
      (parts, width) => {
        const steps = parts.map(
          ({ formula, value, derivative, parameter }, i): ChainStep => ({
            name: `x_${i}`,
            ...(formula !== undefined && { formula }),
            ...(value !== undefined && { value }),
            ...(i > 0 && derivative !== undefined && { derivative }),
            ...(parameter !== undefined && { parameter: { name: "u_j", derivative: parameter } }),
          }),
        );
        expect(faultsOf(drawn(steps, width))).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

test("chainChart() refuses what is no chain, and says what to do", () => {
  const [v, L] = [{ name: "v" }, { name: "L", derivative: "∂L/∂v" }];
  const wrong: readonly (readonly [readonly ChainStep[], RegExp])[] = [
    [[], /two steps or more: there are 0/],
    [[v], /two steps or more: there are 1/],
    [[v, v], /each step needs a label of its own: two have "v"/],
    [[v, { name: " " }], /each step needs a name: one has " "/],
    [[v, { ...L, parameter: { name: "" } }], /each step needs a name: one has ""/],
    [[v, { ...L, derivative: "" }], /the derivative of "L" is ""/],
    [[{ name: "v", formula: " " }, L], /the formula of "v" is " "/],
    [[{ name: "v", value: "" }, L], /the value of "v" is ""/],
    [[{ name: "v", value: Number.NaN }, L], /finite: the value of "v" is NaN/],
    [[{ name: "v", value: [1, Number.POSITIVE_INFINITY] }, L], /the value of "v" is Infinity/],
    [[{ ...v, derivative: "∂" }, L], /that of "v" leads to none/],
    [[v, { ...L, back: "w" }], /that of "L" leads to "w"/],
    [[v, { ...L, back: "L" }], /that of "L" leads to "L"/],
    [[v, { name: "L", back: "v" }], /"L" leads back to "v" without one/],
    [[v, { name: "z", derivative: "∂" }, { ...L, back: "v" }], /must not pass the same step: that of "L"/],
  ];
  for (const [steps, message] of wrong) {
    expect(() => chainChart(steps)).toThrow(RangeError);
    expect(() => chainChart(steps)).toThrow(message);
    expect(() => chainChart(steps)).toThrow(/Remedy: /);
  }
});

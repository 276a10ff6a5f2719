import { expect, test } from "vitest";
import { breaksWell, formulaLines, linesWidth } from "./formula-lines.ts";

test("formulaLines() breaks at an equals sign, which ends a line or begins the next", () => {
  expect(formulaLines("ŷ = softmax(z)", 200, "last")).toEqual(["ŷ = softmax(z)"]);
  expect(formulaLines("ŷ = softmax(z)", 80, "last")).toEqual(["ŷ =", "softmax(z)"]);
  expect(formulaLines("ŷ = softmax(z)", 90, "first")).toEqual(["ŷ", "= softmax(z)"]);
  expect(formulaLines("e_j = ∂L/∂z_j = ŷ_j − y_j", 80, "first")).toEqual(["e_j", "= ∂L/∂z_j", "= ŷ_j − y_j"]);
});

test("formulaLines() keeps brackets, a sign and what follows, and a function and its argument in one line", () => {
  expect(formulaLines("∂L/∂z_j = ŷ_j − [j = o]", 90, "first")).toEqual(["∂L/∂z_j", "= ŷ_j", "− [j = o]"]);
  expect(formulaLines("σ(z_j) − (1 − d_j)", 90, "first")).toEqual(["σ(z_j)", "− (1 − d_j)"]);
  expect(formulaLines("z_o + log Σ e^z_k", 90, "last")).toEqual(["z_o +", "log Σ e^z_k"]);
});

test("formulaLines() breaks these too before it breaks a name, and a name where nothing else is left", () => {
  expect(formulaLines("− Σ log σ(−z_k)", 90, "last")).toEqual(["− Σ log", "σ(−z_k)"]);
  expect(breaksWell("− Σ log σ(−z_k)", 90, "last")).toBe(false);
  expect(breaksWell("− Σ log σ(−z_k)", 140, "last")).toBe(true);
  const lines = formulaLines("softmax(z)", 40, "last");
  expect(lines.join("")).toBe("softmax(z)");
  expect(linesWidth(lines)).toBeLessThanOrEqual(40);
});

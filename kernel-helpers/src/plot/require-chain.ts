import { backsOf, type ChainStep } from "./chain-step.ts";
import { requireDistinct, requireFinite } from "./require-drawable.ts";

const action = "Cannot draw a chain";

/** Throws RangeError unless the steps are a chain that can be drawn. */
export function requireChain(steps: readonly ChainStep[]): void {
  if (steps.length < 2) {
    throw new RangeError(
      `${action} as it must have two steps or more: there are ${steps.length}. ` +
        'Remedy: give the steps from the first, such as { name: "v_c" }, to the loss',
    );
  }
  for (const name of steps.flatMap((step) => [step.name, step.parameter?.name ?? step.name])) {
    if (name.trim() === "") {
      throw new RangeError(`${action} as each step needs a name: one has "${name}". Remedy: give its symbol`);
    }
  }
  for (const { name, formula, value, derivative, parameter } of steps) {
    const texts = { formula, value, derivative, "derivative of its parameter": parameter?.derivative };
    for (const [kind, text] of Object.entries(texts)) {
      if (typeof text === "string" && text.trim() === "") {
        throw new RangeError(
          `${action} as nothing of it may be blank: the ${kind} of "${name}" is "${text}". Remedy: leave it out`,
        );
      }
    }
  }
  requireDistinct(
    action,
    "step",
    steps.map(({ name }) => name),
  );
  requireFinite(action, steps.flatMap(numbersOf));
  requireBacks(steps);
}

function numbersOf({ name, value }: ChainStep): readonly { readonly name: string; readonly value: number }[] {
  if (value === undefined || typeof value === "string") return [];
  const numbers = typeof value === "number" ? [value] : Array.from(value);
  return numbers.map((number) => ({ name: `the value of "${name}"`, value: number }));
}

function requireBacks(steps: readonly ChainStep[]): void {
  const lost = steps.find(({ back, derivative }) => back !== undefined && derivative === undefined);
  if (lost) {
    throw new RangeError(
      `${action} as an arrow back carries a derivative: "${lost.name}" leads back to "${lost.back}" without one. ` +
        "Remedy: give derivative beside back",
    );
  }
  let reached = 0;
  for (const { from, to } of backsOf(steps)) {
    const { name, back } = steps[from] as ChainStep;
    if (to < 0 || to >= from) {
      throw new RangeError(
        `${action} as an arrow back must lead to an earlier step: that of "${name}" leads to ` +
          `${back === undefined ? "none" : `"${back}"`}. Remedy: name an earlier step, or leave out its derivative`,
      );
    }
    if (to < reached) {
      throw new RangeError(
        `${action} as two arrows back must not pass the same step: that of "${name}" leads to ` +
          `"${steps[to]?.name}", before "${steps[reached]?.name}". Remedy: leave one of the two derivatives out`,
      );
    }
    reached = from;
  }
}

/** What a lesson lets its reader predict: a number that counts if it is near enough, or one of several words. */
export type Prediction = (
  | { readonly answer: number; readonly within: number }
  | { readonly answer: string; readonly choices: readonly string[] }
) & {
  /** What is asked for, where the text has several questions. */
  readonly asks?: string;
};

/** `value` as a prediction, undefined if it is none: it comes from a notebook, which anyone may have written. */
export function predictionOf(value: unknown): Prediction | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { answer, within, choices, asks } = value as Readonly<Record<string, unknown>>;
  const named = typeof asks === "string" ? { asks } : {};
  if (typeof answer === "number" && typeof within === "number") return { answer, within, ...named };
  const listed = Array.isArray(choices) && choices.every((choice) => typeof choice === "string");
  const isChoice = typeof answer === "string" && listed && choices.includes(answer);
  return isChoice ? { answer, choices, ...named } : undefined;
}

/**
 * The numbers that a person may have meant, none for anything else: with a decimal point and commas or spaces between
 * thousands, or with a decimal comma and points between thousands. "2,303" is read both ways, since nobody knows which of the
 * two a reader learned; full-width digits are digits.
 */
export function typedNumbers(text: string): readonly number[] {
  const plain = text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, "")
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/^\+/, "");
  const swapped = plain.replace(/[.,]/g, (mark) => (mark === "," ? "." : ","));
  const numbers = [plain, swapped]
    .filter((one) => NUMBER.test(one))
    .map((one) => Number(one.replaceAll(",", "")));
  return [...new Set(numbers.filter(Number.isFinite))];
}

/** A group of three digits follows a number that does not begin with 0: "0,125" has a decimal comma. */
const NUMBER = /^-?(?:[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?|\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/**
 * A form in which a reader enters a prediction and then compares: it says whether the prediction was right and calls
 * `openAnswer`. Works by keyboard, and a screen reader hears the verdict.
 */
export function predictionForm(prediction: Prediction, openAnswer: () => void): HTMLFormElement {
  const form = document.createElement("form");
  form.className = "w2v-predict";
  Object.assign(form.style, { display: "flex", flexWrap: "wrap", gap: "0.5em 1em", alignItems: "center" });
  const { asks } = prediction;
  const question = asks === undefined ? "Your prediction:" : `Your prediction, ${asks}:`;
  const entry = "choices" in prediction ? choiceEntry(question, prediction.choices) : numberEntry(question);
  const button = element("button", "Compare");
  const verdict = document.createElement("output");
  verdict.setAttribute("role", "status");
  form.append(entry.node, button, verdict);
  // keys typed here are no commands of the notebook; JupyterLab looks at the element with the focus first
  for (const control of form.querySelectorAll<HTMLElement>("input, button"))
    control.dataset.lmSuppressShortcuts = "true";
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = entry.read();
    if (given === undefined) {
      verdict.textContent = entry.missing;
      return;
    }
    verdict.textContent = isRight(prediction, given) ? "✓ as you predicted" : "not what you predicted";
    openAnswer();
  });
  return form;
}

interface Entry {
  readonly node: HTMLElement;
  /** What was entered, undefined if it is nothing that could be compared. */
  read(): string | undefined;
  /** What to do first. */
  readonly missing: string;
}

function numberEntry(question: string): Entry {
  const label = element("label", `${question} `);
  const input = document.createElement("input");
  Object.assign(input, { type: "text", inputMode: "decimal", autocomplete: "off", size: 10 });
  label.append(input);
  const read = (): string | undefined => (typedNumbers(input.value).length === 0 ? undefined : input.value);
  return { node: label, read, missing: "enter a number alone first, such as 12 or 0.25" };
}

/** Numbers the groups of radio buttons of a page, since a name joins buttons across forms only by accident. */
let groups = 0;

function choiceEntry(question: string, choices: readonly string[]): Entry {
  const node = document.createElement("fieldset");
  const inLine = { display: "flex", flexWrap: "wrap", gap: "0.3em 1em" };
  Object.assign(node.style, { border: "0", margin: "0", padding: "0", ...inLine });
  const legend = element("legend", question);
  Object.assign(legend.style, { float: "left", padding: "0" }); // in the line of the choices
  const name = `w2v-predict-${groups++}`;
  const inputs = choices.map((value) =>
    Object.assign(document.createElement("input"), { type: "radio", name, value }),
  );
  const labels = inputs.map((input) => {
    const label = element("label", ` ${input.value}`);
    label.prepend(input);
    return label;
  });
  const together = document.createElement("div"); // below the question if they have no room beside it
  Object.assign(together.style, inLine);
  together.append(...labels);
  node.append(legend, together);
  return {
    node,
    read: () => inputs.find(({ checked }) => checked)?.value,
    missing: "choose an answer first",
  };
}

function isRight(prediction: Prediction, given: string): boolean {
  if ("choices" in prediction) return given === prediction.answer;
  const margin = prediction.within + 1e-9 * Math.abs(prediction.answer); // a typed decimal is rounded
  return typedNumbers(given).some((number) => Math.abs(number - prediction.answer) <= margin);
}

function element<Name extends "button" | "label" | "legend">(
  name: Name,
  text: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

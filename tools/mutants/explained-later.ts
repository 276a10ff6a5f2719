const ORDER = "the two statements do not depend on each other";
const NO_SUCH_CLASS = "a class that no reader gives has the share 0";

/** Changes of right answers of lessons 15 and 17 that leave them right, see `explained.ts`. */
export const LATER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "15-finance-monitor/negated-score": {
    "sum += before.some((word) => negat … ord)) ? -number : number; found++; → found++; sum += before.some((word) … ncludes(word)) ? -number : number;":
      ORDER,
  },
  "15-finance-monitor/kappa": {
    "0 → (0) + -1": NO_SUCH_CLASS,
    "classes → (classes) + 1": NO_SUCH_CLASS,
    "< → <=": NO_SUCH_CLASS,
  },
  "15-finance-monitor/result-example": {
    "const then = tokens[at + 1]; if (kinds.includes(token)) now = token; → if (kinds.includes(token)) now = token; const then = tokens[at + 1];":
      ORDER,
  },
  "15-finance-monitor/cusum-alarms": {
    "up = Math.max(0, up + z - slack);  … n = Math.max(0, down - z - slack); → down = Math.max(0, down - z - slac …  up = Math.max(0, up + z - slack);":
      ORDER,
  },
  "17-performance/window-step": {
    "loss += softplus(z) - t * z; const e = sigmoid(z) - t; → const e = sigmoid(z) - t; loss += softplus(z) - t * z;":
      ORDER,
    "z → Math.max(-30, z)": "the loss and the moves change by e^-30 = 9e-14 at most",
    "addScaled(row(model.output, output … input, inputs[i]), -alpha * e, u); → addScaled(row(model.input, inputs[ … tput, outputs[j]), -alpha * e, v);":
      ORDER,
  },
};

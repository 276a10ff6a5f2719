/** Why two statements may change places. */
export const ORDER = "the two statements do not depend on each other";

const NO_SUCH_CLASS = "a class that no reader gives has the share 0";
const ONE_AND_THE_SAME = "no two of them are one and the same list";

/** What `explained.ts` says of the lessons from 13 on. */
export const EXPLAINED_FROM_13: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "13-sentiment/best-epoch": {
    "losses.entries() → new Set(losses.entries())":
      "each entry is a pair of its own, so that none is left out",
  },
  "13-sentiment/pipeline": {
    "train → [...new Set(train)]": "the vocabulary takes each word once anyway",
    "corpus.texts → [...new Set(corpus.texts)]": ONE_AND_THE_SAME,
    "heads → [...new Set(heads)]": ONE_AND_THE_SAME,
  },
  "14-customer-service/without-common": {
    "1 → 2": "the first singular vector is the same, however many are asked for",
  },
  "14-customer-service/few-shot": {
    "intents.forEach((intent, i) => { c … ber[] } = { train: [], test: [] }; → const parts: { train: number[]; te … es[i]); kept.set(intent, own); });":
      ORDER,
  },
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

// %% exercise="negated-score"
function negatedScore(
  tokens: readonly string[],
  lexicon: Readonly<Record<string, number>>,
  negators: readonly string[],
  reach: number,
): number {
  const numbers: number[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const number = lexicon[tokens[at]];
    if (number === undefined) continue;
    let sign = 1;
    for (let back = 1; back <= reach && back <= at; back++)
      if (negators.includes(tokens[at - back])) sign = -1;
    numbers.push(sign * number);
  }
  return numbers.length ? numbers.reduce((a, b) => a + b) / numbers.length : 0;
}

// %% exercise="kappa"
function kappa(one: readonly number[], other: readonly number[], classes: number): number {
  const n = one.length;
  const counts = Array.from({ length: classes }, () => [0, 0]);
  let agreed = 0;
  for (let i = 0; i < n; i++) {
    counts[one[i]][0]++;
    counts[other[i]][1]++;
    if (one[i] === other[i]) agreed++;
  }
  const expected = counts.reduce((sum, [a, b]) => sum + (a * b) / n, 0);
  return 1 - (n - agreed) / (n - expected);
}

// %% exercise="added-precision"
function addedPrecision(
  seeds: Readonly<Record<string, number>>,
  wide: Readonly<Record<string, number>>,
  truth: Readonly<Record<string, number>>,
): number {
  let [right, judged] = [0, 0];
  for (const [word, number] of Object.entries(wide)) {
    if (seeds[word] !== undefined || truth[word] === undefined) continue;
    judged++;
    if (number * truth[word] > 0) right++;
  }
  return right / judged;
}

// %% exercise="result-example"
function resultExample(
  tokens: readonly string[],
  giveAways: readonly string[],
): { label: number; tokens: string[] } {
  const kept = tokens.filter((token) => !new Set(giveAways).has(token));
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at] !== "vs") continue;
    const then = tokens[at + 1];
    if (then !== "loss" && then !== "profit") continue;
    let back = at - 1;
    while (back >= 0 && tokens[back] !== "loss" && tokens[back] !== "profit") back--;
    if (back < 0 || tokens[back] === then) continue;
    return { label: then === "loss" ? 1 : -1, tokens: kept };
  }
  return { label: 0, tokens: kept };
}

// %% exercise="control-band"
function controlBand(
  scores: Float64Array,
  warmUp: number,
  window: number,
  width: number,
): number[] {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < warmUp; i++) sum += scores[i];
  const mean = sum / warmUp;
  for (let i = 0; i < warmUp; i++) squares += (scores[i] - mean) * (scores[i] - mean);
  const s = Math.sqrt(squares / (warmUp - 1));
  return [-1, 1].map((side) => mean + (side * width * s) / Math.sqrt(window));
}

// %% exercise="cusum-alarms"
function cusumAlarms(
  scores: Float64Array,
  mean: number,
  deviation: number,
  slack: number,
  limit: number,
): number[] {
  const alarms: number[] = [];
  let sums = [0, 0];
  for (const x of scores) {
    const z = (x - mean) / deviation;
    sums = [sums[0] + z - slack, sums[1] - z - slack].map((s) => (s < 0 ? 0 : s));
    if (sums[0] > limit) alarms.push(1);
    else if (sums[1] > limit) alarms.push(-1);
    else alarms.push(0);
    if (alarms[alarms.length - 1] !== 0) sums = [0, 0];
  }
  return alarms;
}

// %% exercise="cusum-alarms"
function cusumAlarms(
  scores: Float64Array,
  mean: number,
  deviation: number,
  slack: number,
  limit: number,
): number[] {
  let [up, down] = [0, 0];
  return Array.from(scores, (x) => {
    const z = (x - mean) / deviation;
    up = Math.max(0, up + z - slack);
    down = Math.max(0, down - z - slack);
    const alarm = up > limit ? 1 : down > limit ? -1 : 0;
    if (alarm === 1) up = 0;
    if (alarm === -1) down = 0; // the other sum is 0 by then, see the lesson
    return alarm;
  });
}

// %% exercise="false-and-delay"
function falseAndDelay(
  alarms: readonly number[],
  warmUp: number,
  shockAt: number,
): number[] {
  let early = 0;
  let delay = Infinity;
  for (const place of alarms) {
    if (place < shockAt) early += 1;
    else if (delay === Infinity) delay = place - (shockAt - 1);
  }
  return [early / ((shockAt - 1 - warmUp) / 1000), delay];
}

// %% exercise="negated-score" expects="negation-forgotten"
function negatedScore(
  tokens: readonly string[],
  lexicon: Readonly<Record<string, number>>,
  negators: readonly string[],
  reach: number,
): number {
  let sum = 0;
  let found = 0;
  tokens.forEach((token, at) => {
    const number = lexicon[token];
    if (number === undefined) return;
    sum += number;
    found++;
  });
  return found === 0 ? 0 : sum / found;
}

// %% exercise="negated-score" expects="looks-after"
function negatedScore(
  tokens: readonly string[],
  lexicon: Readonly<Record<string, number>>,
  negators: readonly string[],
  reach: number,
): number {
  let sum = 0;
  let found = 0;
  tokens.forEach((token, at) => {
    const number = lexicon[token];
    if (number === undefined) return;
    sum += tokens.slice(at + 1, at + 1 + reach).some((word) => negators.includes(word)) ? -number : number;
    found++;
  });
  return found === 0 ? 0 : sum / found;
}

// %% exercise="negated-score" expects="both-sides"
function negatedScore(
  tokens: readonly string[],
  lexicon: Readonly<Record<string, number>>,
  negators: readonly string[],
  reach: number,
): number {
  let sum = 0;
  let found = 0;
  tokens.forEach((token, at) => {
    const number = lexicon[token];
    if (number === undefined) return;
    sum += tokens.slice(Math.max(0, at - reach), at + reach + 1).some((word) => negators.includes(word)) ? -number : number;
    found++;
  });
  return found === 0 ? 0 : sum / found;
}

// %% exercise="negated-score" expects="whole-text"
function negatedScore(
  tokens: readonly string[],
  lexicon: Readonly<Record<string, number>>,
  negators: readonly string[],
  reach: number,
): number {
  let sum = 0;
  let found = 0;
  tokens.forEach((token, at) => {
    const number = lexicon[token];
    if (number === undefined) return;
    sum += tokens.some((word) => negators.includes(word)) ? -number : number;
    found++;
  });
  return found === 0 ? 0 : sum / found;
}

// %% exercise="negated-score" expects="whole-text"
function negatedScore(
  tokens: readonly string[],
  lexicon: Readonly<Record<string, number>>,
  negators: readonly string[],
  reach: number,
): number {
  let sum = 0;
  let found = 0;
  tokens.forEach((token, at) => {
    const number = lexicon[token];
    if (number === undefined) return;
    sum += tokens.slice(0, at).some((word) => negators.includes(word)) ? -number : number;
    found++;
  });
  return found === 0 ? 0 : sum / found;
}

// %% exercise="negated-score" expects="word-dropped"
function negatedScore(
  tokens: readonly string[],
  lexicon: Readonly<Record<string, number>>,
  negators: readonly string[],
  reach: number,
): number {
  let sum = 0;
  let found = 0;
  tokens.forEach((token, at) => {
    const number = lexicon[token];
    if (number === undefined) return;
    if (tokens.slice(Math.max(0, at - reach), at).some((word) => negators.includes(word))) return;
    sum += number;
    found++;
  });
  return found === 0 ? 0 : sum / found;
}

// %% exercise="negated-score" expects="word-dropped"
function negatedScore(
  tokens: readonly string[],
  lexicon: Readonly<Record<string, number>>,
  negators: readonly string[],
  reach: number,
): number {
  let sum = 0;
  let found = 0;
  tokens.forEach((token, at) => {
    const number = lexicon[token];
    if (number === undefined) return;
    if (!tokens.slice(Math.max(0, at - reach), at).some((word) => negators.includes(word))) sum += number;
    found++;
  });
  return found === 0 ? 0 : sum / found;
}

// %% exercise="negated-score" expects="turned-twice"
function negatedScore(
  tokens: readonly string[],
  lexicon: Readonly<Record<string, number>>,
  negators: readonly string[],
  reach: number,
): number {
  let sum = 0;
  let found = 0;
  tokens.forEach((token, at) => {
    const number = lexicon[token];
    if (number === undefined) return;
    sum += tokens.slice(Math.max(0, at - reach), at).filter((word) => negators.includes(word)).length % 2 === 1 ? -number : number;
    found++;
  });
  return found === 0 ? 0 : sum / found;
}

// %% exercise="negated-score" expects="one-too-near"
function negatedScore(
  tokens: readonly string[],
  lexicon: Readonly<Record<string, number>>,
  negators: readonly string[],
  reach: number,
): number {
  let sum = 0;
  let found = 0;
  tokens.forEach((token, at) => {
    const number = lexicon[token];
    if (number === undefined) return;
    sum += tokens.slice(Math.max(0, at - reach + 1), at).some((word) => negators.includes(word)) ? -number : number;
    found++;
  });
  return found === 0 ? 0 : sum / found;
}

// %% exercise="negated-score" expects="one-too-far"
function negatedScore(
  tokens: readonly string[],
  lexicon: Readonly<Record<string, number>>,
  negators: readonly string[],
  reach: number,
): number {
  let sum = 0;
  let found = 0;
  tokens.forEach((token, at) => {
    const number = lexicon[token];
    if (number === undefined) return;
    sum += tokens.slice(Math.max(0, at - reach - 1), at).some((word) => negators.includes(word)) ? -number : number;
    found++;
  });
  return found === 0 ? 0 : sum / found;
}

// %% exercise="negated-score" expects="mean-of-all-tokens"
function negatedScore(
  tokens: readonly string[],
  lexicon: Readonly<Record<string, number>>,
  negators: readonly string[],
  reach: number,
): number {
  let sum = 0;
  let found = 0;
  tokens.forEach((token, at) => {
    const number = lexicon[token];
    if (number === undefined) return;
    sum += tokens.slice(Math.max(0, at - reach), at).some((word) => negators.includes(word)) ? -number : number;
    found++;
  });
  return tokens.length === 0 ? 0 : sum / tokens.length;
}

// %% exercise="negated-score" expects="sum"
function negatedScore(
  tokens: readonly string[],
  lexicon: Readonly<Record<string, number>>,
  negators: readonly string[],
  reach: number,
): number {
  let sum = 0;
  let found = 0;
  tokens.forEach((token, at) => {
    const number = lexicon[token];
    if (number === undefined) return;
    sum += tokens.slice(Math.max(0, at - reach), at).some((word) => negators.includes(word)) ? -number : number;
    found++;
  });
  return sum;
}

// %% exercise="negated-score" expects="not-a-number"
function negatedScore(
  tokens: readonly string[],
  lexicon: Readonly<Record<string, number>>,
  negators: readonly string[],
  reach: number,
): number {
  let sum = 0;
  let found = 0;
  tokens.forEach((token, at) => {
    const number = lexicon[token];
    if (number === undefined) return;
    sum += tokens.slice(Math.max(0, at - reach), at).some((word) => negators.includes(word)) ? -number : number;
    found++;
  });
  return sum / found;
}

// %% exercise="negated-score" expects="unnamed"
function negatedScore(
  tokens: readonly string[],
  lexicon: Readonly<Record<string, number>>,
  negators: readonly string[],
  reach: number,
): number {
  let sum = 0;
  let found = 0;
  tokens.forEach((token, at) => {
    const number = lexicon[token];
    if (number === undefined) return;
    sum += tokens.slice(Math.max(0, at - reach), at).some((word) => negators.includes(word)) ? -number : number;
    found++;
  });
  return found === 0 ? 0 : Math.sign(sum);
}

// %% exercise="kappa" expects="raw-agreement"
function kappa(one: readonly number[], other: readonly number[], classes: number): number {
  const share = (list: readonly number[], k: number): number =>
    list.filter((label) => label === k).length / list.length;
  const seen = one.filter((label, i) => label === other[i]).length / one.length;
  let chance = 0;
  for (let k = 0; k < classes; k++) chance += share(one, k) * share(other, k);
  return seen;
}

// %% exercise="kappa" expects="equal-classes"
function kappa(one: readonly number[], other: readonly number[], classes: number): number {
  const share = (list: readonly number[], k: number): number =>
    list.filter((label) => label === k).length / list.length;
  const seen = one.filter((label, i) => label === other[i]).length / one.length;
  let chance = 0;
  for (let k = 0; k < classes; k++) chance += 1 / classes / classes;
  return (seen - chance) / (1 - chance);
}

// %% exercise="kappa" expects="one-reader-twice"
function kappa(one: readonly number[], other: readonly number[], classes: number): number {
  const share = (list: readonly number[], k: number): number =>
    list.filter((label) => label === k).length / list.length;
  const seen = one.filter((label, i) => label === other[i]).length / one.length;
  let chance = 0;
  for (let k = 0; k < classes; k++) chance += share(one, k) ** 2;
  return (seen - chance) / (1 - chance);
}

// %% exercise="kappa" expects="one-reader-twice"
function kappa(one: readonly number[], other: readonly number[], classes: number): number {
  const share = (list: readonly number[], k: number): number =>
    list.filter((label) => label === k).length / list.length;
  const seen = one.filter((label, i) => label === other[i]).length / one.length;
  let chance = 0;
  for (let k = 0; k < classes; k++) chance += share(other, k) ** 2;
  return (seen - chance) / (1 - chance);
}

// %% exercise="kappa" expects="pooled-shares"
function kappa(one: readonly number[], other: readonly number[], classes: number): number {
  const share = (list: readonly number[], k: number): number =>
    list.filter((label) => label === k).length / list.length;
  const seen = one.filter((label, i) => label === other[i]).length / one.length;
  let chance = 0;
  for (let k = 0; k < classes; k++) chance += ((share(one, k) + share(other, k)) / 2) ** 2;
  return (seen - chance) / (1 - chance);
}

// %% exercise="kappa" expects="not-divided"
function kappa(one: readonly number[], other: readonly number[], classes: number): number {
  const share = (list: readonly number[], k: number): number =>
    list.filter((label) => label === k).length / list.length;
  const seen = one.filter((label, i) => label === other[i]).length / one.length;
  let chance = 0;
  for (let k = 0; k < classes; k++) chance += share(one, k) * share(other, k);
  return seen - chance;
}

// %% exercise="kappa" expects="divided-by-chance"
function kappa(one: readonly number[], other: readonly number[], classes: number): number {
  const share = (list: readonly number[], k: number): number =>
    list.filter((label) => label === k).length / list.length;
  const seen = one.filter((label, i) => label === other[i]).length / one.length;
  let chance = 0;
  for (let k = 0; k < classes; k++) chance += share(one, k) * share(other, k);
  return (seen - chance) / chance;
}

// %% exercise="kappa" expects="unnamed"
function kappa(one: readonly number[], other: readonly number[], classes: number): number {
  const share = (list: readonly number[], k: number): number =>
    list.filter((label) => label === k).length / list.length;
  const seen = one.filter((label, i) => label === other[i]).length / one.length;
  let chance = 0;
  for (let k = 0; k < classes; k++) chance += share(one, k) * share(other, k);
  return seen * (1 - chance);
}

// %% exercise="added-precision" expects="seeds-counted"
function addedPrecision(
  seeds: Readonly<Record<string, number>>,
  wide: Readonly<Record<string, number>>,
  truth: Readonly<Record<string, number>>,
): number {
  const judged = Object.keys(wide).filter((word) => word in truth);
  const right = judged.filter((word) => Math.sign(wide[word]) === Math.sign(truth[word]));
  return right.length / judged.length;
}

// %% exercise="added-precision" expects="unknown-is-wrong"
function addedPrecision(
  seeds: Readonly<Record<string, number>>,
  wide: Readonly<Record<string, number>>,
  truth: Readonly<Record<string, number>>,
): number {
  const judged = Object.keys(wide).filter((word) => !(word in seeds));
  const right = judged.filter((word) => Math.sign(wide[word]) === Math.sign(truth[word]));
  return right.length / judged.length;
}

// %% exercise="added-precision" expects="unknown-is-right"
function addedPrecision(
  seeds: Readonly<Record<string, number>>,
  wide: Readonly<Record<string, number>>,
  truth: Readonly<Record<string, number>>,
): number {
  const judged = Object.keys(wide).filter((word) => !(word in seeds));
  const right = judged.filter((word) => !(word in truth) || Math.sign(wide[word]) === Math.sign(truth[word]));
  return right.length / judged.length;
}

// %% exercise="added-precision" expects="recall"
function addedPrecision(
  seeds: Readonly<Record<string, number>>,
  wide: Readonly<Record<string, number>>,
  truth: Readonly<Record<string, number>>,
): number {
  const judged = Object.keys(wide).filter((word) => !(word in seeds) && word in truth);
  const right = judged.filter((word) => Math.sign(wide[word]) === Math.sign(truth[word]));
  return right.length / Object.keys(truth).filter((word) => !(word in seeds)).length;
}

// %% exercise="added-precision" expects="recall"
function addedPrecision(
  seeds: Readonly<Record<string, number>>,
  wide: Readonly<Record<string, number>>,
  truth: Readonly<Record<string, number>>,
): number {
  const judged = Object.keys(wide).filter((word) => !(word in seeds) && word in truth);
  const right = judged.filter((word) => Math.sign(wide[word]) === Math.sign(truth[word]));
  return right.length / Object.keys(truth).length;
}

// %% exercise="added-precision" expects="sign-forgotten"
function addedPrecision(
  seeds: Readonly<Record<string, number>>,
  wide: Readonly<Record<string, number>>,
  truth: Readonly<Record<string, number>>,
): number {
  const judged = Object.keys(wide).filter((word) => !(word in seeds));
  const right = judged.filter((word) => word in truth);
  return right.length / judged.length;
}

// %% exercise="added-precision" expects="numbers-for-signs"
function addedPrecision(
  seeds: Readonly<Record<string, number>>,
  wide: Readonly<Record<string, number>>,
  truth: Readonly<Record<string, number>>,
): number {
  const judged = Object.keys(wide).filter((word) => !(word in seeds) && word in truth);
  const right = judged.filter((word) => wide[word] === truth[word]);
  return right.length / judged.length;
}

// %% exercise="added-precision" expects="divided-by-all"
function addedPrecision(
  seeds: Readonly<Record<string, number>>,
  wide: Readonly<Record<string, number>>,
  truth: Readonly<Record<string, number>>,
): number {
  const judged = Object.keys(wide).filter((word) => !(word in seeds) && word in truth);
  const right = judged.filter((word) => Math.sign(wide[word]) === Math.sign(truth[word]));
  return right.length / Object.keys(wide).filter((word) => word in truth).length;
}

// %% exercise="added-precision" expects="unnamed"
function addedPrecision(
  seeds: Readonly<Record<string, number>>,
  wide: Readonly<Record<string, number>>,
  truth: Readonly<Record<string, number>>,
): number {
  const judged = Object.keys(wide).filter((word) => !(word in seeds) && word in truth);
  const right = judged.filter((word) => Math.sign(wide[word]) === Math.sign(truth[word]));
  return 1 - right.length / judged.length;
}

// %% exercise="result-example" expects="give-aways-left-in"
function resultExample(
  tokens: readonly string[],
  giveAways: readonly string[],
): { label: number; tokens: string[] } {
  const kinds = ["loss", "profit"];
  let label = 0;
  let now = "";
  tokens.forEach((token, at) => {
    const then = tokens[at + 1];
    if (kinds.includes(token)) now = token;
    const compares = token === "vs" && now !== "" && kinds.includes(then);
    if (label === 0 && compares && now !== then) label = now === "profit" ? 1 : -1;
  });
  return { label, tokens: [...tokens] };
}

// %% exercise="result-example" expects="removed-before-read"
function resultExample(
  tokens: readonly string[],
  giveAways: readonly string[],
): { label: number; tokens: string[] } {
  const kinds = ["loss", "profit"];
  let label = 0;
  let now = "";
  const kept = tokens.filter((token) => !giveAways.includes(token));
  kept.forEach((token, at) => {
    const then = kept[at + 1];
    if (kinds.includes(token)) now = token;
    const compares = token === "vs" && now !== "" && kinds.includes(then);
    if (label === 0 && compares && now !== then) label = now === "profit" ? 1 : -1;
  });
  return { label, tokens: kept };
}

// %% exercise="result-example" expects="removed-once"
function resultExample(
  tokens: readonly string[],
  giveAways: readonly string[],
): { label: number; tokens: string[] } {
  const kinds = ["loss", "profit"];
  let label = 0;
  let now = "";
  tokens.forEach((token, at) => {
    const then = tokens[at + 1];
    if (kinds.includes(token)) now = token;
    const compares = token === "vs" && now !== "" && kinds.includes(then);
    if (label === 0 && compares && now !== then) label = now === "profit" ? 1 : -1;
  });
  const kept = [...tokens];
  for (const word of giveAways) {
    const at = kept.indexOf(word);
    if (at >= 0) kept.splice(at, 1);
  }
  return { label, tokens: kept };
}

// %% exercise="result-example" expects="turned-round"
function resultExample(
  tokens: readonly string[],
  giveAways: readonly string[],
): { label: number; tokens: string[] } {
  const kinds = ["loss", "profit"];
  let label = 0;
  let now = "";
  tokens.forEach((token, at) => {
    const then = tokens[at + 1];
    if (kinds.includes(token)) now = token;
    const compares = token === "vs" && now !== "" && kinds.includes(then);
    if (label === 0 && compares && now !== then) label = now === "profit" ? -1 : 1;
  });
  return { label, tokens: tokens.filter((token) => !giveAways.includes(token)) };
}

// %% exercise="result-example" expects="first-word-of-the-text"
function resultExample(
  tokens: readonly string[],
  giveAways: readonly string[],
): { label: number; tokens: string[] } {
  const kinds = ["loss", "profit"];
  let label = 0;
  let now = "";
  tokens.forEach((token, at) => {
    const then = tokens[at + 1];
    if (now === "" && kinds.includes(token)) now = token;
    const compares = token === "vs" && now !== "" && kinds.includes(then);
    if (label === 0 && compares && now !== then) label = now === "profit" ? 1 : -1;
  });
  return { label, tokens: tokens.filter((token) => !giveAways.includes(token)) };
}

// %% exercise="result-example" expects="first-vs-only"
function resultExample(
  tokens: readonly string[],
  giveAways: readonly string[],
): { label: number; tokens: string[] } {
  const kinds = ["loss", "profit"];
  const kept = tokens.filter((token) => !giveAways.includes(token));
  const at = tokens.indexOf("vs");
  if (at < 0) return { label: 0, tokens: kept };
  const now = tokens.slice(0, at).filter((token) => kinds.includes(token)).at(-1);
  const then = tokens[at + 1];
  if (now === undefined || !kinds.includes(then) || now === then)
    return { label: 0, tokens: kept };
  return { label: now === "profit" ? 1 : -1, tokens: kept };
}

// %% exercise="result-example" expects="word-before-alone"
function resultExample(
  tokens: readonly string[],
  giveAways: readonly string[],
): { label: number; tokens: string[] } {
  const kinds = ["loss", "profit"];
  let label = 0;
  let now = "";
  tokens.forEach((token, at) => {
    const then = tokens[at + 1];
    if (kinds.includes(token)) now = token;
    const compares = token === "vs" && now !== "";
    if (label === 0 && compares && true) label = now === "profit" ? 1 : -1;
  });
  return { label, tokens: tokens.filter((token) => !giveAways.includes(token)) };
}

// %% exercise="result-example" expects="listed-only"
function resultExample(
  tokens: readonly string[],
  giveAways: readonly string[],
): { label: number; tokens: string[] } {
  const kinds = ["loss", "profit"];
  let label = 0;
  let now = "";
  tokens.forEach((token, at) => {
    const then = tokens[at + 1];
    if (kinds.includes(token)) now = token;
    const compares = token === "vs" && now !== "" && kinds.includes(then);
    if (label === 0 && compares && now !== then) label = now === "profit" ? 1 : -1;
  });
  const own = ["loss", "losses", "profit", "profits", "vs"];
  return { label, tokens: tokens.filter((token) => !own.includes(token)) };
}

// %% exercise="result-example" expects="unnamed"
function resultExample(
  tokens: readonly string[],
  giveAways: readonly string[],
): { label: number; tokens: string[] } {
  const kinds = ["loss", "profit"];
  let label = 0;
  let now = "";
  tokens.forEach((token, at) => {
    const then = tokens[at + 1];
    if (kinds.includes(token)) now = token;
    const compares = token === "vs" && now !== "" && kinds.includes(then);
    if (label === 0 && compares && now !== then) label = now === "profit" ? 1 : -1;
  });
  return { label, tokens: tokens.filter((token) => !giveAways.includes(token)).reverse() };
}

// %% exercise="control-band" expects="judged-by-itself"
function controlBand(
  scores: Float64Array,
  warmUp: number,
  window: number,
  width: number,
): number[] {
  const quiet = scores;
  const mean = quiet.reduce((sum, x) => sum + x, 0) / quiet.length;
  const variance = quiet.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (quiet.length - 1);
  const half = width * Math.sqrt(variance / window);
  return [mean - half, mean + half];
}

// %% exercise="control-band" expects="latest-scores"
function controlBand(
  scores: Float64Array,
  warmUp: number,
  window: number,
  width: number,
): number[] {
  const quiet = scores.subarray(-warmUp);
  const mean = quiet.reduce((sum, x) => sum + x, 0) / quiet.length;
  const variance = quiet.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (quiet.length - 1);
  const half = width * Math.sqrt(variance / window);
  return [mean - half, mean + half];
}

// %% exercise="control-band" expects="latest-scores"
function controlBand(
  scores: Float64Array,
  warmUp: number,
  window: number,
  width: number,
): number[] {
  const quiet = scores.subarray(warmUp);
  const mean = quiet.reduce((sum, x) => sum + x, 0) / quiet.length;
  const variance = quiet.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (quiet.length - 1);
  const half = width * Math.sqrt(variance / window);
  return [mean - half, mean + half];
}

// %% exercise="control-band" expects="latest-scores"
function controlBand(
  scores: Float64Array,
  warmUp: number,
  window: number,
  width: number,
): number[] {
  const quiet = scores.subarray(-window);
  const mean = quiet.reduce((sum, x) => sum + x, 0) / quiet.length;
  const variance = quiet.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (quiet.length - 1);
  const half = width * Math.sqrt(variance / window);
  return [mean - half, mean + half];
}

// %% exercise="control-band" expects="window-forgotten"
function controlBand(
  scores: Float64Array,
  warmUp: number,
  window: number,
  width: number,
): number[] {
  const quiet = scores.subarray(0, warmUp);
  const mean = quiet.reduce((sum, x) => sum + x, 0) / quiet.length;
  const variance = quiet.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (quiet.length - 1);
  const half = width * Math.sqrt(variance);
  return [mean - half, mean + half];
}

// %% exercise="control-band" expects="window-without-root"
function controlBand(
  scores: Float64Array,
  warmUp: number,
  window: number,
  width: number,
): number[] {
  const quiet = scores.subarray(0, warmUp);
  const mean = quiet.reduce((sum, x) => sum + x, 0) / quiet.length;
  const variance = quiet.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (quiet.length - 1);
  const half = (width * Math.sqrt(variance)) / window;
  return [mean - half, mean + half];
}

// %% exercise="control-band" expects="root-of-warm-up"
function controlBand(
  scores: Float64Array,
  warmUp: number,
  window: number,
  width: number,
): number[] {
  const quiet = scores.subarray(0, warmUp);
  const mean = quiet.reduce((sum, x) => sum + x, 0) / quiet.length;
  const variance = quiet.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (quiet.length - 1);
  const half = width * Math.sqrt(variance / warmUp);
  return [mean - half, mean + half];
}

// %% exercise="control-band" expects="divided-by-n"
function controlBand(
  scores: Float64Array,
  warmUp: number,
  window: number,
  width: number,
): number[] {
  const quiet = scores.subarray(0, warmUp);
  const mean = quiet.reduce((sum, x) => sum + x, 0) / quiet.length;
  const variance = quiet.reduce((sum, x) => sum + (x - mean) ** 2, 0) / quiet.length;
  const half = width * Math.sqrt(variance / window);
  return [mean - half, mean + half];
}

// %% exercise="control-band" expects="variance-for-deviation"
function controlBand(
  scores: Float64Array,
  warmUp: number,
  window: number,
  width: number,
): number[] {
  const quiet = scores.subarray(0, warmUp);
  const mean = quiet.reduce((sum, x) => sum + x, 0) / quiet.length;
  const variance = quiet.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (quiet.length - 1);
  const half = (width * variance) / Math.sqrt(window);
  return [mean - half, mean + half];
}

// %% exercise="control-band" expects="around-zero"
function controlBand(
  scores: Float64Array,
  warmUp: number,
  window: number,
  width: number,
): number[] {
  const quiet = scores.subarray(0, warmUp);
  const mean = quiet.reduce((sum, x) => sum + x, 0) / quiet.length;
  const variance = quiet.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (quiet.length - 1);
  const half = width * Math.sqrt(variance / window);
  return [-half, half];
}

// %% exercise="control-band" expects="one-score-more"
function controlBand(
  scores: Float64Array,
  warmUp: number,
  window: number,
  width: number,
): number[] {
  const quiet = scores.subarray(0, warmUp + 1);
  const mean = quiet.reduce((sum, x) => sum + x, 0) / quiet.length;
  const variance = quiet.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (quiet.length - 1);
  const half = width * Math.sqrt(variance / window);
  return [mean - half, mean + half];
}

// %% exercise="control-band" expects="unnamed"
function controlBand(
  scores: Float64Array,
  warmUp: number,
  window: number,
  width: number,
): number[] {
  const quiet = scores.subarray(0, warmUp);
  const mean = quiet.reduce((sum, x) => sum + x, 0) / quiet.length;
  const variance = quiet.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (quiet.length - 1);
  const half = width * Math.sqrt(variance / window);
  return [mean, mean + half];
}

// %% exercise="cusum-alarms" expects="resets-late"
function cusumAlarms(
  scores: Float64Array,
  mean: number,
  deviation: number,
  slack: number,
  limit: number,
): number[] {
  let [up, down] = [0, 0];
  let late = false;
  return Array.from(scores, (x) => {
    const z = (x - mean) / deviation;
    up = Math.max(0, up + z - slack);
    down = Math.max(0, down - z - slack);
    const alarm = up > limit ? 1 : down > limit ? -1 : 0;
    if (late) [up, down] = [0, 0];
    late = alarm !== 0;
    return alarm;
  });
}

// %% exercise="cusum-alarms" expects="never-resets"
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
    return up > limit ? 1 : down > limit ? -1 : 0;
  });
}

// %% exercise="cusum-alarms" expects="below-zero"
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
    up = up + z - slack;
    down = down - z - slack;
    const alarm = up > limit ? 1 : down > limit ? -1 : 0;
    if (alarm !== 0) [up, down] = [0, 0];
    return alarm;
  });
}

// %% exercise="cusum-alarms" expects="slack-forgotten"
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
    up = Math.max(0, up + z);
    down = Math.max(0, down - z);
    const alarm = up > limit ? 1 : down > limit ? -1 : 0;
    if (alarm !== 0) [up, down] = [0, 0];
    return alarm;
  });
}

// %% exercise="cusum-alarms" expects="slack-added"
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
    up = Math.max(0, up + z + slack);
    down = Math.max(0, down - z + slack);
    const alarm = up > limit ? 1 : down > limit ? -1 : 0;
    if (alarm !== 0) [up, down] = [0, 0];
    return alarm;
  });
}

// %% exercise="cusum-alarms" expects="one-side-only"
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
    const alarm = up > limit ? 1 : 0;
    if (alarm !== 0) [up, down] = [0, 0];
    return alarm;
  });
}

// %% exercise="cusum-alarms" expects="at-the-limit"
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
    const alarm = up >= limit ? 1 : down >= limit ? -1 : 0;
    if (alarm !== 0) [up, down] = [0, 0];
    return alarm;
  });
}

// %% exercise="cusum-alarms" expects="not-in-deviations"
function cusumAlarms(
  scores: Float64Array,
  mean: number,
  deviation: number,
  slack: number,
  limit: number,
): number[] {
  let [up, down] = [0, 0];
  return Array.from(scores, (x) => {
    const z = x - mean;
    up = Math.max(0, up + z - slack);
    down = Math.max(0, down - z - slack);
    const alarm = up > limit ? 1 : down > limit ? -1 : 0;
    if (alarm !== 0) [up, down] = [0, 0];
    return alarm;
  });
}

// %% exercise="cusum-alarms" expects="not-in-deviations"
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
    up = Math.max(0, up + z - slack / deviation);
    down = Math.max(0, down - z - slack / deviation);
    const alarm = up > limit ? 1 : down > limit ? -1 : 0;
    if (alarm !== 0) [up, down] = [0, 0];
    return alarm;
  });
}

// %% exercise="cusum-alarms" expects="mean-forgotten"
function cusumAlarms(
  scores: Float64Array,
  mean: number,
  deviation: number,
  slack: number,
  limit: number,
): number[] {
  let [up, down] = [0, 0];
  return Array.from(scores, (x) => {
    const z = x / deviation;
    up = Math.max(0, up + z - slack);
    down = Math.max(0, down - z - slack);
    const alarm = up > limit ? 1 : down > limit ? -1 : 0;
    if (alarm !== 0) [up, down] = [0, 0];
    return alarm;
  });
}

// %% exercise="cusum-alarms" expects="signs-exchanged"
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
    if (alarm !== 0) [up, down] = [0, 0];
    return 0 - alarm;
  });
}

// %% exercise="cusum-alarms" expects="unnamed"
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
    const alarm = up + down > limit ? 1 : 0;
    if (alarm !== 0) [up, down] = [0, 0];
    return alarm;
  });
}

// %% exercise="false-and-delay" expects="delay-from-the-start"
function falseAndDelay(
  alarms: readonly number[],
  warmUp: number,
  shockAt: number,
): number[] {
  const early = alarms.filter((place) => place < shockAt).length;
  const first = alarms.find((place) => place >= shockAt) ?? Infinity;
  return [(1000 * early) / (shockAt - 1 - warmUp), first];
}

// %% exercise="false-and-delay" expects="delay-from-the-warm-up"
function falseAndDelay(
  alarms: readonly number[],
  warmUp: number,
  shockAt: number,
): number[] {
  const early = alarms.filter((place) => place < shockAt).length;
  const first = alarms.find((place) => place >= shockAt) ?? Infinity;
  return [(1000 * early) / (shockAt - 1 - warmUp), first - warmUp];
}

// %% exercise="false-and-delay" expects="delay-one-short"
function falseAndDelay(
  alarms: readonly number[],
  warmUp: number,
  shockAt: number,
): number[] {
  const early = alarms.filter((place) => place < shockAt).length;
  const first = alarms.find((place) => place >= shockAt) ?? Infinity;
  return [(1000 * early) / (shockAt - 1 - warmUp), first - shockAt];
}

// %% exercise="false-and-delay" expects="false-alarm-taken"
function falseAndDelay(
  alarms: readonly number[],
  warmUp: number,
  shockAt: number,
): number[] {
  const early = alarms.filter((place) => place < shockAt).length;
  const first = alarms[0] ?? Infinity;
  return [(1000 * early) / (shockAt - 1 - warmUp), first - shockAt + 1];
}

// %% exercise="false-and-delay" expects="last-alarm-taken"
function falseAndDelay(
  alarms: readonly number[],
  warmUp: number,
  shockAt: number,
): number[] {
  const early = alarms.filter((place) => place < shockAt).length;
  const late = alarms.filter((place) => place >= shockAt);
  const last = late.length === 0 ? Infinity : late[late.length - 1];
  return [(1000 * early) / (shockAt - 1 - warmUp), last - shockAt + 1];
}

// %% exercise="false-and-delay" expects="warm-up-counted"
function falseAndDelay(
  alarms: readonly number[],
  warmUp: number,
  shockAt: number,
): number[] {
  const early = alarms.filter((place) => place < shockAt).length;
  const first = alarms.find((place) => place >= shockAt) ?? Infinity;
  return [(1000 * early) / (shockAt - 1), first - shockAt + 1];
}

// %% exercise="false-and-delay" expects="quiet-one-off"
function falseAndDelay(
  alarms: readonly number[],
  warmUp: number,
  shockAt: number,
): number[] {
  const early = alarms.filter((place) => place < shockAt).length;
  const first = alarms.find((place) => place >= shockAt) ?? Infinity;
  return [(1000 * early) / (shockAt - warmUp), first - shockAt + 1];
}

// %% exercise="false-and-delay" expects="not-per-thousand"
function falseAndDelay(
  alarms: readonly number[],
  warmUp: number,
  shockAt: number,
): number[] {
  const early = alarms.filter((place) => place < shockAt).length;
  const first = alarms.find((place) => place >= shockAt) ?? Infinity;
  return [early / (shockAt - 1 - warmUp), first - shockAt + 1];
}

// %% exercise="false-and-delay" expects="all-alarms-false"
function falseAndDelay(
  alarms: readonly number[],
  warmUp: number,
  shockAt: number,
): number[] {
  const first = alarms.find((place) => place >= shockAt) ?? Infinity;
  return [(1000 * alarms.length) / (shockAt - 1 - warmUp), first - shockAt + 1];
}

// %% exercise="false-and-delay" expects="shock-counted-as-false"
function falseAndDelay(
  alarms: readonly number[],
  warmUp: number,
  shockAt: number,
): number[] {
  const early = alarms.filter((place) => place <= shockAt).length;
  const first = alarms.find((place) => place >= shockAt) ?? Infinity;
  return [(1000 * early) / (shockAt - 1 - warmUp), first - shockAt + 1];
}

// %% exercise="false-and-delay" expects="unnamed"
function falseAndDelay(
  alarms: readonly number[],
  warmUp: number,
  shockAt: number,
): number[] {
  const early = alarms.filter((place) => place < shockAt).length;
  const first = alarms.find((place) => place >= shockAt) ?? Infinity;
  return [(1000 * early) / (warmUp + 1), first - shockAt + 1];
}

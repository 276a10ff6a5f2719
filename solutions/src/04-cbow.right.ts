// %% exercise="hidden-layer"
function hiddenLayer(input: Table, context: readonly number[]): Float64Array {
  return Float64Array.from({ length: input.width }, (_, k) => {
    let sum = 0;
    for (const word of context) sum += input.data[word * input.width + k];
    return sum / context.length;
  });
}

// %% exercise="softmax-errors"
function softmaxErrors(output: Table, h: Float64Array, center: number): Float64Array {
  const z = Array.from({ length: output.rows }, (_, word) => dot(row(output, word), h));
  const most = Math.max(...z);
  const logTotal = most + Math.log(z.reduce((sum, x) => sum + Math.exp(x - most), 0));
  return Float64Array.from(z, (x, word) => Math.exp(x - logTotal) - Number(word === center));
}

// %% exercise="input-gradient"
function inputGradient(model: Model, context: readonly number[], center: number): Table {
  const errors = softmaxErrors(model.output, hiddenLayer(model.input, context), center);
  const gradient = zeroTable(model.input.rows, model.input.width);
  for (let word = 0; word < model.output.rows; word++) {
    for (const c of context) addScaled(row(gradient, c), errors[word] / context.length, row(model.output, word));
  }
  return gradient;
}

// %% exercise="hidden-layer"
const pool = new Float64Array(100000);
let top = 0;
function hiddenLayer(input: Table, context: readonly number[]): Float64Array {
  const h = pool.subarray(top, top + input.width);
  top += input.width;
  for (const w of context) addScaled(h, 1 / context.length, row(input, w));
  return h;
}

// %% exercise="move-inputs"
function moveInputs(
  input: Table,
  context: readonly number[],
  toHidden: Float64Array,
  alpha: number,
  variant: "gradient" | "word2vec.c",
): void {
  const part = variant === "word2vec.c" ? 1 : 1 / context.length;
  const times = new Map<number, number>();
  for (const word of context) times.set(word, (times.get(word) ?? 0) + 1);
  for (const [word, n] of times)
    for (let i = 0; i < input.width; i++)
      input.data[word * input.width + i] -= alpha * part * n * toHidden[i];
}

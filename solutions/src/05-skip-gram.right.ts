// %% exercise="pairs"
function makePairs(sentence: readonly number[], window: number): SkipGramPair[] {
  return sentence.flatMap((center, t) =>
    sentence.flatMap((context, s) => (s !== t && Math.abs(s - t) <= window ? [{ context, center }] : [])),
  );
}

// %% exercise="gradients"
function gradients(model: Model, pair: SkipGramPair, negatives: readonly number[]): Model {
  const input = zeroTable(model.input.rows, model.input.width);
  const output = zeroTable(model.output.rows, model.output.width);
  const v = row(model.input, pair.center);
  const add = (word: number, e: number): void => {
    for (let k = 0; k < v.length; k++) {
      output.data[word * v.length + k] += e * v[k];
      input.data[pair.center * v.length + k] += e * row(model.output, word)[k];
    }
  };
  add(pair.context, -sigmoid(-dot(row(model.output, pair.context), v)));
  for (const word of negatives) add(word, 1 - sigmoid(-dot(row(model.output, word), v)));
  return { input, output };
}

// %% exercise="step"
function trainStep(model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number): number {
  const v = row(model.input, pair.center);
  const words = [pair.context, ...negatives];
  const scores = words.map((word) => dot(row(model.output, word), v));
  const errors = scores.map((z, i) => sigmoid(z) - (i === 0 ? 1 : 0));
  const sum = new Float64Array(v.length);
  words.forEach((word, i) => addScaled(sum, errors[i], row(model.output, word)));
  words.forEach((word, i) => addScaled(row(model.output, word), -alpha * errors[i], v));
  addScaled(v, -alpha, sum);
  return scores.reduce((loss, z, i) => loss + softplus(i === 0 ? -z : z), 0);
}

// %% exercise="largest-move"
function largestMove(model: Model, pair: SkipGramPair, negatives: readonly number[]): number {
  const { output } = gradients(model, pair, negatives);
  let [best, most] = [pair.context, -1];
  for (let word = 0; word < output.rows; word++) {
    const length = row(output, word).reduce((sum, x) => sum + x * x, 0);
    if (length > most) [best, most] = [word, length];
  }
  return best;
}

/** What a step says about its output layer: titles, reasons and formulas as text. */
export const layerWording = {
  softmax: {
    score: "Score every word",
    whyScore: "Every word of the vocabulary has an output row, and each of them is read.",
    probability: "ŷ_j = e^(z_j) / Σ e^(z_k)",
    whyProbability: "All of them together are 1: what one word gains, the others lose.",
    loss: "L = -log ŷ_o",
    whyLoss: "Only the probability of the word that was there counts.",
    error: "e_j = ŷ_j - [j = o]",
  },
  "hierarchical softmax": {
    score: "Score the nodes of the path",
    whyScore: "The path from the root to the word passes these nodes. No other row is read.",
    probability: "σ(z_j) = 1 / (1 + e^(-z_j))",
    whyProbability: "At each node it is the probability of branch 0.",
    loss: "L = -Σ log σ(±z_j), with + at branch 0 and - at branch 1",
    whyLoss: "The probability of the word is the product along its path, so that its logarithm is a sum.",
    error: "e_j = σ(z_j) - (1 - d_j)",
  },
  "negative sampling": {
    score: "Score the word and the noise words",
    whyScore: "The word that was there and the few noise words are read. No other row is.",
    probability: "σ(z_j) = 1 / (1 + e^(-z_j))",
    whyProbability: "Each score answers a question of its own: was this word there, or is it noise?",
    loss: "L = -Σ log σ(±z_j), with + for the word and - for noise",
    whyLoss: "Each of the questions adds its own part.",
    error: "e_j = σ(z_j) - t_j",
  },
} as const;

import type { Question } from "../question.ts";

/** The questions of lesson 06 by their ids, in the order of the lesson. */
export const hierarchicalSoftmaxQuiz: Readonly<
  Record<
    | "06-hierarchical-softmax/rows"
    | "06-hierarchical-softmax/branch-one"
    | "06-hierarchical-softmax/same-floor"
    | "06-hierarchical-softmax/chain",
    Question
  >
> = {
  "06-hierarchical-softmax/rows": {
    question:
      "Each question of the tree will get a vector of its own. How many vectors are that for the ten words?",
    choices: [
      {
        text: "Ten, one for each word",
        why: "The words are the leaves, and nobody asks anything at a leaf. A leaf that gets a vector is a common mistake in programs.",
      },
      {
        text: "Nineteen, one for each point of the tree",
        why: "The tree has ten leaves and nine inner nodes. Only at the nine is there a question.",
      },
      {
        text: "Five, as many as the longest path has",
        why: "No path here has more than five questions, but different paths ask different ones. Only the question at the root is common to all.",
      },
      {
        text: "Nine, one for each inner node",
        why: "Each join of Huffman's rule makes one node and leaves one piece less, so ten words need nine joins.",
        right: true,
      },
    ],
  },
  "06-hierarchical-softmax/branch-one": {
    question:
      "At a node the path to the seen word takes branch 1, and the score there gives σ(z) = 0.8. What is the error of this score, ∂L/∂z?",
    choices: [
      {
        text: "−0.2",
        why: "0.8 − 1 would be the error if the path took branch 0, whose probability is σ(z). With the code bit the wrong way round the model learns the wrong turn.",
      },
      {
        text: "0.8",
        why: "The label is t = 1 − d = 0, and the error is σ(z) − t. The model gave 0.8 to branch 0, the wrong one, so descent lowers the score by much.",
        right: true,
      },
      {
        text: "0.2",
        why: "0.2 is the probability of the branch that was taken. The error says how far σ(z) is from its label, and the label of branch 1 is 0.",
      },
    ],
  },
  "06-hierarchical-softmax/same-floor": {
    question:
      "Vectors of ten numbers can fit any probabilities of ten words. Train the softmax and the tree for long: which comes nearer to the smallest possible loss?",
    choices: [
      {
        text: "The softmax: each word has an output vector of its own",
        why: "The tree has one node less than words, but ten probabilities that add up to 1 have only nine free numbers. Nine scores are enough.",
      },
      {
        text: "The tree: each step moves only the nodes on one path",
        why: "That makes a step cheaper, and it changes the way. Where descent ends is decided by the loss, and both losses have the same minimum.",
      },
      {
        text: "Neither: both can give each word the share that it has",
        why: "The softmax does it with scores log f(o | c), the tree with the score log (f₀ / f₁) at each node, where f₀ and f₁ are the shares of the words below its two branches. Both end at the same floor.",
        right: true,
      },
    ],
  },
  "06-hierarchical-softmax/chain": {
    question:
      "A chain asks: is it the? If not, is it king? And so on. What is lost in comparison with Huffman's tree?",
    choices: [
      {
        text: "The short path; the probabilities still add up to 1",
        why: "At each node the two branches share what arrived there, in any binary tree. But the last words of the chain need nine questions.",
        right: true,
      },
      {
        text: "That the probabilities add up to 1; the path is still short",
        why: "The proof in section 3 needs only that each node divides its probability between two branches. And a path through a chain is long.",
      },
      {
        text: "Both, as a chain is no tree",
        why: "It is one: each node has two branches, one of which ends at once at a word. So the proof in section 3 holds.",
      },
      {
        text: "Neither, if the frequent words come first",
        why: "That order makes the mean path shorter, but not as short as Huffman's: no tree has a shorter mean. See the table at the end of the section.",
      },
    ],
  },
};

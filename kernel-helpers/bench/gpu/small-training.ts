import {
  createModel,
  optimizerDefaults,
  type Tensorflow,
  type TensorOptimizer,
  tensorModel,
  tensorOptimizer,
} from "kernel-helpers";

/** A new model's optimizer on a backend, and how to give both back. */
export interface SmallTraining {
  readonly step: TensorOptimizer["step"];
  close(): void;
}

/** Begins a training of `words` vectors of 100 numbers with the trainer's own update. */
export function smallTraining(tf: Tensorflow, words: number): SmallTraining {
  const model = tensorModel(tf, createModel(words));
  const optimizer = tensorOptimizer(tf, model, optimizerDefaults);
  return {
    step: (batch, alpha, at) => optimizer.step(batch, alpha, at),
    close: () => {
      optimizer.close();
      tf.dispose([model.input, model.output]);
    },
  };
}

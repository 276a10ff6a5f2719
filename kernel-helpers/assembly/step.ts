import {
  CBOW,
  COPIES,
  FLAGS,
  HIDDEN,
  HIERARCHICAL,
  INPUTS,
  MATRIX,
  OUTPUTS,
  ROW_BYTES,
  SCALAR,
  SUM,
  UNDIVIDED,
} from "../src/simd/layout";
import { errors } from "./errors";
import { addCombinations, addToEach, clearRow, copyRow, exchange, hasTwice, scaleRow, sumRows } from "./rows";
import { scores } from "./scores";
import { scalarStep } from "./scalar-step";
import { update6 } from "./tiles";

/**
 * One step on a window at learning rate α. The thread's lists name M rows v of the input table and N rows u of the output
 * table, with labels. All scores use the rows as they were; then all rows move together. Skip-Gram, M examples:
 *
 *   z_ij = v_i · u_j,   u_j -= α Σ_i e_ij v_i,   v_i -= α Σ_j e_ij u_j
 *
 * CBOW is the same step with the one hidden row h = (1/M) Σ_i v_i, whose move is divided by M among the v_i.
 */
export function step(parameters: usize, thread: usize, m: usize, n: usize, alpha: f32): void {
  const flags = load<u32>(parameters, FLAGS);
  if (flags & SCALAR) scalarStep(parameters, thread, m, n, alpha);
  else if (flags & CBOW) cbow(parameters, thread, m, n, alpha);
  else skipGram(parameters, thread, m, n, alpha);
}

function skipGram(parameters: usize, thread: usize, m: usize, n: usize, alpha: f32): void {
  const bytes = <usize>load<u32>(parameters, ROW_BYTES);
  const inputs = <usize>load<u32>(thread, INPUTS);
  const outputs = <usize>load<u32>(thread, OUTPUTS);
  const copies = <usize>load<u32>(thread, COPIES);
  const matrix = <usize>load<u32>(thread, MATRIX);
  scores(inputs, m, outputs, n, matrix, bytes);
  errors(thread, m, n, ones(parameters, n), alpha);
  if (n === 6 && !hasTwice(outputs, n) && !hasTwice(inputs, m)) return update6(inputs, m, outputs, matrix, bytes); // 5 noise words
  copyRows(outputs, copies, n, bytes);
  addCombinations(outputs, n, inputs, m, matrix, 4, n << 2, bytes);
  addCombinations(inputs, m, copies, n, matrix, n << 2, 4, bytes);
}

function cbow(parameters: usize, thread: usize, m: usize, n: usize, alpha: f32): void {
  const bytes = <usize>load<u32>(parameters, ROW_BYTES);
  const flags = load<u32>(parameters, FLAGS);
  const inputs = <usize>load<u32>(thread, INPUTS);
  const outputs = <usize>load<u32>(thread, OUTPUTS);
  const matrix = <usize>load<u32>(thread, MATRIX);
  const hidden = <usize>load<u32>(thread, HIDDEN); // two addresses: of h and of its move
  const h = <usize>load<u32>(hidden);
  const move = <usize>load<u32>(hidden, 4);
  const mean = flags & SUM ? <f32>1 : <f32>1 / <f32>m;
  sumRows(inputs, m, h, bytes);
  if (!(flags & SUM)) scaleRow(h, mean, bytes);
  scores(hidden, 1, outputs, n, matrix, bytes);
  errors(thread, 1, n, ones(parameters, n), alpha);
  if (flags & HIERARCHICAL || !hasTwice(outputs, n)) exchange(outputs, n, h, move, matrix, bytes);
  else {
    clearRow(move, bytes);
    addCombinations(hidden + 4, 1, outputs, n, matrix, n << 2, 4, bytes); // before the outputs move
    addCombinations(outputs, n, hidden, 1, matrix, 4, n << 2, bytes);
  }
  addToEach(inputs, m, move, flags & (SUM | UNDIVIDED) ? 1 : mean, bytes);
}

/** How many outputs may have the label 1: all nodes of a path, otherwise the target alone, which comes first. */
@inline
function ones(parameters: usize, n: usize): usize {
  return load<u32>(parameters, FLAGS) & HIERARCHICAL ? n : 1;
}

function copyRows(rows: usize, copies: usize, n: usize, bytes: usize): void {
  for (let j: usize = 0; j < n; j++) {
    copyRow(<usize>load<u32>(rows + (j << 2)), <usize>load<u32>(copies + (j << 2)), bytes);
  }
}

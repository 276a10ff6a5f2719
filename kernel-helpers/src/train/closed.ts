/** The error of a training that is to go on after its `close()`. */
export function trainingClosed(): Error {
  return new Error(
    "Cannot go on with the training as it was closed. Remedy: close it at the end, or resume it from a checkpoint",
  );
}

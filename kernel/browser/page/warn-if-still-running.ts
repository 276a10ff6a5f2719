/** How long a cell has to end after Interrupt, in milliseconds. */
const PATIENCE = 2000;

/**
 * Calls `tell` when the cell that `running` names is still running some time after Interrupt. Where the page shares no
 * memory with its worker, nothing can reach a loop that never awaits.
 */
export async function warnIfStillRunning(
  running: () => string | undefined,
  tell: () => void,
  wait: (milliseconds: number) => Promise<void> = (time) => new Promise((done) => setTimeout(done, time)),
): Promise<void> {
  const cell = running();
  if (cell === undefined) return;
  await wait(PATIENCE);
  if (running() === cell) tell();
}

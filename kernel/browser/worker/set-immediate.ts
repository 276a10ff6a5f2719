/**
 * Runs a function in a later turn of the event loop, like Node's `setImmediate`: after the browser has reported the
 * promises that were rejected in this turn. It queues that report after this turn, so the second message comes later.
 * Unlike a timer's, this turn is not delayed by 4 ms.
 */
export function setImmediate(run: (...values: unknown[]) => void, ...values: unknown[]): void {
  nextTurn(() => nextTurn(() => run(...values)));
}

function nextTurn(run: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    run();
  };
  port2.postMessage(undefined);
}

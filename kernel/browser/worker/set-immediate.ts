/**
 * Runs a function in a later turn of the event loop, as Node's `setImmediate` does: after the browser has told of the
 * promises that were rejected in this turn. It queues that behind this turn, so the second message comes later. Unlike
 * a timer's, its turn is not delayed by 4 ms.
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

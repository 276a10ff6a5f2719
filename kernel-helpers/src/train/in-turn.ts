/** Does tasks one after the other, in the order of the calls: a task waits for those before it, also if they fail. */
export type InTurn = <Result>(task: () => Promise<Result>) => Promise<Result>;

/** A queue of tasks. */
export function inTurn(): InTurn {
  let before: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = before.then(task);
    before = result.catch(() => undefined); // its caller has the error
    return result;
  };
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((done) => globalThis.setTimeout(done, milliseconds));

export { sleep as setTimeout };

/**
 * The program of a thread, for Node's workers and the browser's: `port` is where its messages come and go. The first message
 * brings the task, each further one asks for a round.
 */
export const threadSource: string = `
let run;
port.onmessage = ({ data }) => {
  if (run === undefined) {
    const { exports } = new WebAssembly.Instance(data.module, { env: { memory: data.memory } });
    run = () => exports.round(data.parameters, data.thread);
  } else {
    run();
  }
  port.postMessage("done");
};`;

"use strict";
// Runs in a worker: sends each beat back, whatever the kernel's own thread does.
const { createRequire } = require("node:module");
const { workerData } = require("node:worker_threads");

const { Reply } = createRequire(require.resolve("tslab/dist/main.js"))("zeromq");

async function beat() {
  const socket = new Reply();
  await socket.bind(workerData);
  for await (const message of socket) await socket.send(message);
}

void beat(); // a failure ends the worker, and the kernel says so

"use strict";
// What the kernel's two threads know about each other: counters at these indices of an Int32Array in shared memory.

/** Interrupts that were asked for. */
const REQUESTED = 0;
/** Interrupts that the main thread has noticed: it is not in an endless loop. */
const HANDLED = 1;
/** Number of compiler calls that the main thread is in: its code must not be terminated then. */
const COMPILING = 2;

/** Whether hooks follow asynchronous code: Node crashes when such code is terminated. */
const HOOKED = 3;

/** Whether the running cell has called `interrupted()`: it ends by itself after its current step. */
const ASKING = 4;

/** Whether the worker has closed its sockets: Node aborts when a worker with open sockets ends. */
const CLOSED = 5;

module.exports = { REQUESTED, HANDLED, COMPILING, HOOKED, ASKING, CLOSED, LENGTH: 6 };

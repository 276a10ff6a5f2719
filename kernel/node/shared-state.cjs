"use strict";
// What the kernel's two threads know of each other: counters at these places of an Int32Array in shared memory.

/** Interrupts that were asked for. */
const REQUESTED = 0;
/** Interrupts that the main thread has heard of: it is not in a loop that never ends. */
const HANDLED = 1;
/** How many calls of the compiler the main thread is in: its code must not be terminated then. */
const COMPILING = 2;

/** Whether hooks follow asynchronous code: Node ends when such code is terminated. */
const HOOKED = 3;

/** Whether the cell that runs asked `interrupted()`: it ends by itself, after its step. */
const ASKING = 4;

module.exports = { REQUESTED, HANDLED, COMPILING, HOOKED, ASKING, LENGTH: 5 };

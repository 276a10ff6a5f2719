import { kernelHost } from "./kernel-host.ts";

let isAsked = false;

/** Whether the user asked to stop: with Interrupt in a notebook, with Ctrl-C where `stopOnInterrupt` was called. */
export function stopAsked(): boolean {
  return kernelHost()?.interrupted() ?? isAsked;
}

/** Ctrl-C, the request of another program or a container to end, and a terminal that is closed. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Makes Ctrl-C in a terminal, SIGTERM and SIGHUP request a clean stop: `host.interrupted()` becomes true, and a second one
 * ends the process. Returns a function that restores the usual behaviour.
 */
export function stopOnInterrupt(): () => void {
  const ask = (): void => {
    if (isAsked) process.exit(130);
    isAsked = true;
  };
  for (const signal of SIGNALS) process.on(signal, ask);
  return () => {
    for (const signal of SIGNALS) process.off(signal, ask);
    isAsked = false;
  };
}

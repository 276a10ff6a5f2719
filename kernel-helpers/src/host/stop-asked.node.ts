import { kernelHost } from "./kernel-host.ts";

let isAsked = false;

/** Whether the user asked to stop: with Interrupt in a notebook, with Ctrl-C where `stopOnInterrupt` was called. */
export function stopAsked(): boolean {
  return kernelHost()?.interrupted() ?? isAsked;
}

/**
 * Makes Ctrl-C in a terminal request a clean stop: `host.interrupted()` becomes true, and a second Ctrl-C ends the
 * process. Returns a function that restores the usual behaviour.
 */
export function stopOnInterrupt(): () => void {
  const ask = (): void => {
    if (isAsked) process.exit(130);
    isAsked = true;
  };
  process.on("SIGINT", ask);
  return () => {
    process.off("SIGINT", ask);
    isAsked = false;
  };
}

import { host } from "#host";

/**
 * Lets the event loop run, then says whether the user has asked to stop. Call it now and then in long loops of your
 * own: without it no output is sent and no interrupt arrives.
 */
export async function interrupted(): Promise<boolean> {
  await host.yield();
  return host.interrupted();
}

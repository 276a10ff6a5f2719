import { host } from "#host";

/**
 * Lets the event loop turn, then says whether the user asked to stop. Call it now and then in a long loop of your
 * own: without it no output leaves and no interrupt arrives.
 */
export async function interrupted(): Promise<boolean> {
  await host.yield();
  return host.interrupted();
}

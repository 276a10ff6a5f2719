/** Names of this machine for itself; a browser asks for none of them at the wish of another site's DNS. */
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Whether a request is for this server by a name that we know. A page of another site whose name was made to point to
 * this machine (DNS rebinding) gives itself away by its name in `Host`. The port is free, since it may be forwarded;
 * that of `extra`, such as "course.example" or "course.example:8443", counts when it has one.
 *
 * @example
 * isKnownHost("localhost:9000"); // true
 * isKnownHost("evil.example:8765"); // false
 * isKnownHost("lab:443", "lab"); // true
 */
export function isKnownHost(host: string | undefined, extra?: string): boolean {
  const asked = host?.toLowerCase();
  const [, name = ""] = /^(\[[0-9a-f:.]+\]|[^:[\]/@\s]+)(?::\d{1,5})?$/.exec(asked ?? "") ?? [];
  if (name === "") return false;
  if (LOOPBACK.includes(name)) return true;
  return extra !== undefined && [asked, name].includes(extra.toLowerCase());
}

/** Whether `origin`, which a browser sends with some requests, is this server itself; without one there is nothing to ask. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  return origin === undefined || origin.toLowerCase().replace(/^https?:\/\//, "") === host?.toLowerCase();
}

/** Why a request is refused, whatever it asks for: it is for a host that we do not know, or comes from a page that is not ours; undefined if it is not. `command` is named in the remedy. */
export function foreignRequest(
  { host, origin }: { readonly host?: string | undefined; readonly origin?: string | undefined },
  known: string | undefined,
  command: string,
): string | undefined {
  if (!isKnownHost(host, known)) return `This server knows no such Host. Remedy: w2v ${command} --host NAME`;
  return isOwnOrigin(origin, host) ? undefined : "This server answers its own pages only";
}

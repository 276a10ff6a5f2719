import { connect } from "node:net";

/** What came back on one connection. */
export interface RawAnswer {
  /** The status of the first answer; undefined if the server sent none. */
  readonly status: number | undefined;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** How bytes are sent. */
export interface RawOptions {
  /** Sent again and again, every 5 ms, after the first bytes. */
  readonly drip?: string;
  /** Ends the sending half after the first bytes. */
  readonly half?: boolean;
  /** Milliseconds after which we hang up; default: 5000. */
  readonly patience?: number;
}

/** Sends bytes as they are; resolves when the server hangs up or `patience` is over. */
export function rawRequest(
  url: string,
  bytes: string | Uint8Array,
  { drip, half = false, patience = 5000 }: RawOptions = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => (half ? socket.end(bytes) : socket.write(bytes)));
    const dripping = drip === undefined ? undefined : setInterval(() => socket.write(drip), 5);
    const hangUp = setTimeout(() => socket.destroy(), patience);
    socket.on("data", (part) => parts.push(part));
    socket.on("error", () => {}); // the server may hang up while we write
    socket.once("close", () => {
      clearInterval(dripping);
      clearTimeout(hangUp);
      resolve(parsed(Buffer.concat(parts)));
    });
  });
}

/** A request of which the server must hang up after its answer. */
export function requestText(
  target: string,
  headers: Readonly<Record<string, string>> = {},
  method = "GET",
): string {
  const lines = Object.entries({ Host: "localhost", Connection: "close", ...headers });
  return `${method} ${target} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
}

function parsed(bytes: Buffer): RawAnswer {
  const end = bytes.indexOf("\r\n\r\n");
  const [first = "", ...lines] = bytes.subarray(0, Math.max(end, 0)).toString("latin1").split("\r\n");
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1];
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return {
    status: status === undefined ? undefined : Number(status),
    headers: new Map(headers),
    body: end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 4),
  };
}

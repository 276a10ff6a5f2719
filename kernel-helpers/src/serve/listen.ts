import { createServer, type RequestListener, type Server, type ServerOptions } from "node:http";

/** How a server of ours listens. */
export interface ListenOptions {
  /** What it serves, for messages: "the site". */
  readonly what: string;
  /** The port; 0 takes a free one. */
  readonly port: number;
  /** Milliseconds that a client may take for its request, and to accept the next part of an answer. */
  readonly patience?: number | undefined;
  /** Connections at a time; more are closed at once. Default: as many as the system gives. */
  readonly connections?: number;
}

/** A server that listens. */
export interface Listening {
  /** Address with a slash at its end. */
  readonly url: string;
  /** Takes no more requests, waits up to `grace` milliseconds for those in progress, then ends them. Default: 0. */
  close(grace?: number): Promise<void>;
}

const LOOPBACK = "127.0.0.1";

/**
 * Starts a server on this machine only. A client that takes too long for its request, or stops reading, is closed. Throws Error with a remedy for a port
 * that is taken or reserved.
 */
export async function listen(
  reply: RequestListener,
  { what, port, patience = 20_000, connections }: ListenOptions,
): Promise<Listening> {
  const limits: ServerOptions = {
    headersTimeout: patience,
    requestTimeout: patience,
    connectionsCheckingInterval: Math.min(1000, patience),
  };
  // Node would refuse an unknown Expect itself, without our headers
  const server = createServer(limits, reply).on("checkExpectation", reply);
  server.setTimeout(patience); // closes a connection on which nothing moves, such as to a client that stopped reading
  if (connections !== undefined) server.maxConnections = connections;
  const used = await opened(server, port, what);
  return { url: `http://${LOOPBACK}:${used}/`, close: (grace = 0) => closed(server, grace) };
}

function closed(server: Server, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const end = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearTimeout(end);
      resolve();
    });
    if (grace === 0) server.closeAllConnections();
    else server.closeIdleConnections();
  });
}

function opened(server: Server, port: number, what: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(portProblem(port, error, what)));
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

function portProblem(port: number, error: NodeJS.ErrnoException, what: string): Error {
  const problems: Readonly<Record<string, string>> = {
    EADDRINUSE: `another program is listening on port ${port}. Remedy: stop it, or choose another port with --port`,
    EACCES: `the system reserves port ${port}. Remedy: choose a port from 1024 on with --port`,
  };
  const problem = problems[error.code ?? ""];
  return problem === undefined ? error : new Error(`Cannot serve ${what}: ${problem}`, { cause: error });
}

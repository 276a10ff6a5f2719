import { realpathSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answer, type Site } from "./answer.ts";

/** Options for serving a folder. */
export interface ServeOptions {
  /** The port; 0 takes a free one. */
  readonly port: number;
  /** Whether to send the two headers that let pages share memory between threads. Default: false. */
  readonly isolated?: boolean;
  /** A name, with a port or without, under which pages may ask, besides those of this machine. Default: none. */
  readonly host?: string | undefined;
  /** Milliseconds that a client may take for its request, and to accept the next part of an answer. */
  readonly patience?: number;
}

/** A folder that is being served. */
export interface ServedFolder {
  /** Address with a slash at its end. */
  readonly url: string;
  /** Stops the server, including requests in progress. */
  close(): Promise<void>;
}

const LOOPBACK = "127.0.0.1";

/** Serves the files of `folder` to this machine only, like a plain static host; does not list folders. */
export async function serveFolder(
  folder: string,
  { port, isolated = false, host, patience = 20_000 }: ServeOptions,
): Promise<ServedFolder> {
  const site: Site = { root: realpathSync(folder), isolated, host };
  const limits = {
    headersTimeout: patience,
    requestTimeout: patience,
    connectionsCheckingInterval: Math.min(1000, patience),
  };
  const reply = (request: IncomingMessage, response: ServerResponse): void => {
    // a browser that leaves the page closes the connection in the middle of a file: that is not an error
    answer(site, request, response).catch(() => response.destroy());
  };
  // Node would refuse an unknown Expect itself, without our headers
  const server = createServer(limits, reply).on("checkExpectation", reply);
  server.setTimeout(patience); // closes a connection on which nothing moves, such as to a client that stopped reading
  const used = await listen(server, port);
  return {
    url: `http://${LOOPBACK}:${used}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(portProblem(port, error)));
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

function portProblem(port: number, error: NodeJS.ErrnoException): Error {
  const problems: Readonly<Record<string, string>> = {
    EADDRINUSE: `another program is listening on port ${port}. Remedy: stop it, or choose another port with --port`,
    EACCES: `the system reserves port ${port}. Remedy: choose a port from 1024 on with --port`,
  };
  const problem = problems[error.code ?? ""];
  return problem === undefined ? error : new Error(`Cannot serve the site: ${problem}`, { cause: error });
}

import { createReadStream, realpathSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { mediaType } from "./media-type.ts";
import { siteFile } from "./site-file.ts";

/** Options for serving a folder. */
export interface ServeOptions {
  /** The port; 0 takes a free one. */
  readonly port: number;
  /** Whether to send the two headers that let pages share memory between threads. Default: false. */
  readonly isolated?: boolean;
}

/** A folder that is being served. */
export interface ServedFolder {
  /** Address with a slash at its end. */
  readonly url: string;
  /** Stops the server, including requests in progress. */
  close(): Promise<void>;
}

const LOOPBACK = "127.0.0.1";

/** The headers that make a page cross-origin isolated; the third lets such a page load its own files. */
const ISOLATION: Readonly<Record<string, string>> = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
};

/** Serves the files of `folder` to this machine only, like a plain static host; does not list folders. */
export async function serveFolder(
  folder: string,
  { port, isolated = false }: ServeOptions,
): Promise<ServedFolder> {
  const root = realpathSync(folder);
  const server = createServer((request, response) => {
    // a browser that leaves the page closes the connection in the middle of a file: that is not an error
    answer(root, isolated, request, response).catch(() => response.destroy());
  });
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

async function answer(
  root: string,
  isolated: boolean,
  { method = "", url = "/", headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(isolated ? ISOLATION : {})) response.setHeader(name, value);
  if (method !== "GET" && method !== "HEAD") {
    response.setHeader("allow", "GET, HEAD");
    return refuse(response, 405, "This server gives files and takes nothing");
  }
  const [pathname = "/", query] = url.split(/\?(.*)/s);
  const found = await siteFile(root, pathname);
  if (found.kind === "none") return refuse(response, found.status, "There is no such page");
  if (found.kind === "slash") {
    // collapse leading slashes: two would name another host
    const place = `${pathname.replace(/^\/+/, "/")}/${query === undefined ? "" : `?${query}`}`;
    response.writeHead(301, { location: place }).end();
    return;
  }
  const tag = `W/"${found.bytes.toString(36)}-${Math.round(found.changed).toString(36)}"`;
  // no-cache: a browser asks each time whether its copy is current, so that a rebuilt site is visible at once
  const common = { etag: tag, "cache-control": "no-cache" };
  if (headers["if-none-match"] === tag) {
    response.writeHead(304, common).end();
    return;
  }
  response.writeHead(200, {
    ...common,
    "content-type": mediaType(found.path),
    "content-length": found.bytes,
  });
  if (method === "HEAD") response.end();
  else await pipeline(createReadStream(found.path), response);
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${text}\n`);
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

import { realpathSync } from "node:fs";
import { answer, type Site } from "./answer.ts";
import { type Listening, listen } from "./listen.ts";

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

/** A folder that is being served; closing it also ends requests in progress. */
export type ServedFolder = Listening;

/** Serves the files of `folder` to this machine only, like a plain static host; does not list folders. */
export async function serveFolder(
  folder: string,
  { port, isolated = false, host, patience }: ServeOptions,
): Promise<ServedFolder> {
  const site: Site = { root: realpathSync(folder), isolated, host };
  return listen(
    (request, response) => {
      // a browser that leaves the page closes the connection in the middle of a file: that is not an error
      answer(site, request, response).catch(() => response.destroy());
    },
    { what: "the site", port, patience },
  );
}

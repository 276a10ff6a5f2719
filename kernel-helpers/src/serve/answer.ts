import { createReadStream } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { byteRange } from "./byte-range.ts";
import { foreignRequest } from "./known-host.ts";
import { mediaType } from "./media-type.ts";
import { ISOLATION, PAGE_HEADERS } from "./page-policy.ts";
import { type SiteFile, siteFile } from "./site-file.ts";

/** What a server answers from. */
export interface Site {
  /** The folder, a real path. */
  readonly root: string;
  readonly isolated: boolean;
  /** A name of the server besides those of this machine; undefined for none. */
  readonly host: string | undefined;
}

/** Longest address that is looked up; the usual limit of servers is twice that. */
const LONGEST = 4096;

/** Answers one request with a file of the site, or with the reason why not. */
export async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.strictContentLength = true; // a file that shrinks meanwhile is an error, not a client that waits
  const headers = { ...PAGE_HEADERS, ...(site.isolated && ISOLATION) };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const { method = "", url = "/" } = request;
  const foreign = foreignRequest(request.headers, site.host, "serve-site");
  if (foreign !== undefined) return refuse(response, 403, foreign);
  if (method !== "GET" && method !== "HEAD") {
    response.setHeader("allow", "GET, HEAD");
    response.setHeader("connection", "close"); // what the client still sends is not read
    return refuse(response, 405, "This server gives files and takes nothing");
  }
  if (url.length > LONGEST) return refuse(response, 414, "This address is too long");
  const [pathname = "/", query] = url.split(/\?(.*)/s);
  const found = await siteFile(site.root, pathname);
  if (found.kind === "none") return refuse(response, found.status, "There is no such page");
  if (found.kind === "slash") {
    // collapse leading slashes: two would name another host
    const place = `${pathname.replace(/^[/\\]+/, "/")}/${query === undefined ? "" : `?${query}`}`;
    response.writeHead(301, { location: place }).end();
    return;
  }
  await sendFile(found, request, response);
}

async function sendFile(
  { path, bytes, changed }: Extract<SiteFile, { readonly kind: "file" }>,
  { method, headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const tag = `W/"${bytes.toString(36)}-${Math.round(changed).toString(36)}"`;
  response.setHeader("etag", tag);
  // no-cache: a browser asks each time whether its copy is current, so that a rebuilt site is visible at once
  response.setHeader("cache-control", "no-cache");
  response.setHeader("accept-ranges", "bytes");
  if (isCurrent(headers["if-none-match"], tag)) {
    response.writeHead(304).end();
    return;
  }
  // If-Range needs a tag that is strong, and ours is weak: the whole file is right then
  const wanted = method === "GET" && headers["if-range"] === undefined ? headers.range : undefined;
  const range = byteRange(wanted, bytes);
  if (range === "unsatisfiable") {
    response.setHeader("content-range", `bytes */${bytes}`);
    return refuse(response, 416, "The file ends before this range");
  }
  const { first, last } = range === "whole" ? { first: 0, last: bytes - 1 } : range;
  response.writeHead(range === "whole" ? 200 : 206, {
    "content-type": mediaType(path),
    "content-length": last - first + 1,
    ...(range !== "whole" && { "content-range": `bytes ${first}-${last}/${bytes}` }),
  });
  if (method === "HEAD" || bytes === 0) response.end();
  else await pipeline(createReadStream(path, { start: first, end: last }), response);
}

/** Whether the browser's copy, one of the tags in If-None-Match, is the file as it is now. */
function isCurrent(tags: string | undefined, tag: string): boolean {
  return tags?.trim() === "*" || (tags ?? "").split(/\s*,\s*/).includes(tag);
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${text}\n`);
}

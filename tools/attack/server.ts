import { connect } from "node:net";
import { type Random, randomBelow } from "../../kernel-helpers/src/base/index.ts";
import type { Attack, AttackKind } from "./attack-kind.ts";
import { rawRequest, requestText } from "./raw-request.ts";
import { PATIENCE, SECRET, withSite } from "./served-site.ts";
import { byteRanges, endOfHuge } from "./server-ranges.ts";
import { requestProblem, type ServerRequest } from "./server-request.ts";
import { foreignHost, foreignOrigin, oddHeaders, otherMethod, pathOutside } from "./server-requests.ts";

/** Requests of a kind in all, and in one attack. */
const REQUESTS = 500;
const BATCH = 50;

/** Clients of a kind that come at the same time. */
const CLIENTS = 200;

const KINDS: Readonly<Record<string, (random: Random) => ServerRequest>> = {
  "foreign hosts": foreignHost,
  "foreign origins": foreignOrigin,
  "other methods": otherMethod,
  "paths out of the site": pathOutside,
  ranges: byteRanges,
  "ends of a file above 2 GiB": endOfHuge,
  "odd headers": oddHeaders,
};

/** Clients that hold a connection: what they send, and whether the server must have hung up in time. */
const HOLDERS: Readonly<Record<string, (url: string, random: Random) => Promise<unknown>>> = {
  "clients that say nothing": (url) => rawRequest(url, ""),
  "clients that stop in the middle": (url) => rawRequest(url, "GET / HTTP/1.1\r\nHost: loc"),
  "clients that send a header without end": (url) =>
    rawRequest(url, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", { drip: "x" }),
  "clients that send a body without end": (url) =>
    rawRequest(url, requestText("/", { "Content-Length": "1000000000" }, "POST"), { drip: "x" }),
  "clients that send noise": (url, random) =>
    rawRequest(
      url,
      Uint8Array.from({ length: 300 }, () => randomBelow(256, random)),
    ),
  "clients that close one half": (url) => rawRequest(url, "GET /huge.bin HTT", { half: true }),
  "clients that read nothing": readNothing,
  "clients that hang up in the middle of a file": (url) =>
    rawRequest(url, requestText("/huge.bin"), { patience: 20 }),
};

/** Every server of ours is `serveFolder`: hostile requests, and clients that keep it waiting. */
export const server: AttackKind = {
  name: `requests to the site's server, ${BATCH} each, and waiting clients, ${CLIENTS} each`,
  holds: "no file of others, right status, bytes and policy; the next good request is answered",
  tested: 0.02,
  attacks: (share, random) => [
    ...Object.entries(KINDS).flatMap(([name, kind]) =>
      Array.from(
        { length: Math.ceil((REQUESTS * share) / BATCH) },
        (_, i): Attack => ({
          name: `${name} from ${i * BATCH}`,
          run: () => withSite((url) => manyRequests(url, kind, random)),
        }),
      ),
    ),
    ...Object.entries(HOLDERS).map(
      ([name, client]): Attack => ({
        name,
        run: () => withSite((url) => manyClients(url, (each) => client(each, random), share)),
      }),
    ),
  ],
};

async function manyRequests(
  url: string,
  kind: (random: Random) => ServerRequest,
  random: Random,
): Promise<string | undefined> {
  for (let i = 0; i < BATCH; i++) {
    const problem = await requestProblem(url, kind(random));
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Clients at the same time; while they are there a good request must be answered, and soon they must be gone. */
async function manyClients(
  url: string,
  client: (url: string) => Promise<unknown>,
  share: number,
): Promise<string | undefined> {
  const start = performance.now();
  const gone = Promise.all(Array.from({ length: Math.ceil(CLIENTS * share) }, () => client(url)));
  await new Promise((done) => setTimeout(done, PATIENCE / 3));
  const status = await statusOfGood(url);
  if (status !== 200) return `meanwhile a good request was answered with ${status}`;
  const answers = (await gone) as { readonly body?: Buffer }[];
  if (answers.some((answer) => answer?.body?.includes(SECRET))) return "it gave a file away";
  const took = performance.now() - start;
  return took < 4000 ? undefined : `the server kept their connections for ${Math.round(took)} ms`;
}

/** The status of a good request; it asks again where its own request came too late, as on a busy machine, and the server hung up. */
async function statusOfGood(url: string): Promise<number | undefined> {
  for (let tries = 1; ; tries++) {
    const { status } = await rawRequest(url, requestText("/"));
    if (status !== undefined || tries === 3) return status;
  }
}

/** Asks for a file that no buffer holds and reads nothing of it; resolves when the server hangs up. */
function readNothing(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(requestText("/huge.bin"))).pause();
    const probe = setInterval(() => socket.write(" "), 50); // a connection that is gone refuses it
    socket.on("error", () => socket.destroy());
    socket.once("close", () => {
      clearInterval(probe);
      resolve();
    });
  });
}

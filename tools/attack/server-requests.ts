import { type Random, randomBelow } from "../../kernel-helpers/src/base/index.ts";
import { requestText } from "./raw-request.ts";
import { pick, type ServerRequest } from "./server-request.ts";

const KNOWN = ["localhost", "127.0.0.1", "[::1]", "lab.example", "LOCALHOST", "lab.example:8443"];

/** A request for a name that is not ours, or is written as if it were. */
export function foreignHost(random: Random): ServerRequest {
  const known = pick(KNOWN, random);
  const host = pick(
    [
      ...[`${known}.evil.example`, `evil.example:${randomBelow(70_000, random)}`, `${known}@evil.example`],
      ...[`evil.example#${known}`, `${known}:80:90`, `${known}:x`, `evil.example/${known}`, "0.0.0.0", "::1"],
      ...["127.0.0.2", "2130706433", "0x7f.1", "localhost.", "", "null", "[::1", "lab.example.", "xn--lab"],
    ],
    random,
  );
  // Node answers a Host that is written wrongly before we see it
  return { text: requestText("/", { Host: host }), statuses: [403, 400] };
}

/** A request that a page of another site makes its visitor's browser send. */
export function foreignOrigin(random: Random): ServerRequest {
  const host = pick(KNOWN, random);
  const origin = pick(
    [
      "https://evil.example",
      "null",
      "",
      `https://${host}.evil.example`,
      `http://${host}:9`,
      "file://",
      "http://",
    ],
    random,
  );
  return { text: requestText("/", { Host: host, Origin: origin }), statuses: [403] };
}

const METHODS = "POST PUT DELETE PATCH OPTIONS TRACE PROPFIND CONNECT MKCOL LOCK get HEADX".split(" ");

/** A request that wants to change something, with a body or without; a word that is no method. */
export function otherMethod(random: Random): ServerRequest {
  const length = randomBelow(3, random) * 1000;
  const headers = pick([{}, { "Content-Length": `${length}` }, { "Transfer-Encoding": "chunked" }], random);
  const text = requestText("/text.bin", headers, pick(METHODS, random)) + "x".repeat(length);
  return { text, statuses: [405, 400, undefined] }; // to CONNECT the answer is to hang up
}

/** A path that leads out of the site or to a hidden file, in one of many spellings. */
export function pathOutside(random: Random): ServerRequest {
  const goal = pick(
    ["secret.txt", "site-secret.txt", ".env", ".git/config", "etc/passwd", "site/.env"],
    random,
  );
  const up = pick(
    ["../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..\\", "..%5c", "....//", "%252e%252e/", ".%00./"],
    random,
  );
  const more = [
    "%c0%ae%c0%ae/",
    "..;/",
    "./../",
    "..%c0%af",
    "sub/../../",
    "%u002e%u002e/",
    "up/",
    "//",
    "\0",
  ];
  const step = pick([up, pick(more, random)], random);
  const start = pick(
    ["/", "//", "/sub/", "/sub/../", "/\\", "/link.txt/", "/up/", "/.well-known/", "http://x/"],
    random,
  );
  const target =
    start + step.repeat(randomBelow(5, random)) + pick([goal, goal.replaceAll(".", "%2e")], random);
  return { text: requestText(target.replaceAll(" ", "")), statuses: [400, 404] };
}

/** Headers and addresses that are too long, too many, doubled or no text. */
export function oddHeaders(random: Random): ServerRequest {
  const long = "a".repeat(pick([4096, 9000, 20_000, 1_000_000], random));
  const text = pick(
    [
      requestText(`/${long}`),
      requestText("/", { Cookie: long }),
      requestText("/", Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`X-${i}`, "x"]))),
      requestText("/", { "If-None-Match": `"${long}"` }),
      requestText("/", { Range: `bytes=0-${long}` }),
      requestText("/").replace("\r\n", "\r\nHost: evil.example\r\n"),
      requestText("/", { "X\0": "x" }),
      requestText("/").replace("HTTP/1.1", "HTTP/9.9"),
      requestText("/", { "Content-Length": "-1" }),
      requestText("/", { "Content-Length": "5", "Transfer-Encoding": "chunked" }),
      requestText("/", { Upgrade: "websocket", Connection: "Upgrade, close" }),
      requestText("/", { Expect: "200-maybe" }),
    ],
    random,
  );
  return { text, statuses: [200, 400, 403, 404, 414, 431, undefined] };
}

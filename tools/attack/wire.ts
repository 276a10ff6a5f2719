import { connect } from "node:net";
import { CHANNELS, type Channel, signature, type WireClient } from "../../kernel/test/wire-client.ts";
import { type Random, randomBelow } from "../../kernel-helpers/src/base/index.ts";
import { type Attack, type AttackKind, startKernel } from "./attack-kind.ts";

/** Frames and connections in all. */
const FRAMES = 10_000;
const CONNECTIONS = 500;

/** Messages sent one after the other before the kernel is looked at. */
const BATCH = 100;

/** Time in milliseconds in which the kernel may hang up. */
const PATIENCE = 200;

const REQUESTS = ["shell", "control", "stdin"] as const;

/** Greetings of programs that are no front end. */
const GREETINGS: readonly (string | Uint8Array)[] = [
  Uint8Array.of(1, 0, 2, 0, 0x61),
  Uint8Array.of(0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 1, 0),
  Uint8Array.of(0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 0, ...Buffer.from("PLAIN")),
  "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: image/*\r\n\r\n",
  "POST /api HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4\r\n\r\nevil",
  "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
  "",
];

/** What a program without the key can send: nothing gets in, nothing comes out. */
export const wire: AttackKind<WireClient> = {
  name: `spoiled messages of Jupyter, and connections of other programs, ${BATCH} each`,
  holds: "the kernel lives, runs none of it and answers none of it",
  tested: 0.05,
  start: startKernel,
  attacks: (share, random) => [
    ...Array.from(
      { length: Math.ceil((FRAMES * share) / BATCH) },
      (_, i): Attack<WireClient> => ({
        name: `frames from ${i * BATCH}`,
        run: (kernel) => unheard(kernel, () => sendFrames(kernel, random)),
      }),
    ),
    ...Array.from(
      { length: Math.ceil((CONNECTIONS * share) / BATCH) },
      (_, i): Attack<WireClient> => ({
        name: `connections from ${i * BATCH}`,
        run: (kernel) => unheard(kernel, () => sendBytes(kernel, random)),
      }),
    ),
  ],
};

async function unheard(kernel: WireClient, attack: () => Promise<void>): Promise<string | undefined> {
  const [published, replies] = [kernel.published.length, kernel.replies.length];
  await attack();
  await kernel.answers();
  // what was asked before may still be heard: a kernel says that it is idle after it has answered
  const own = new Set(
    [...kernel.replies.slice(0, replies), ...kernel.replies.slice(-1)].map(({ parent }) => parent),
  );
  const heard = [...kernel.published.slice(published), ...kernel.replies.slice(replies)];
  const foreign = heard.find(({ parent }) => !own.has(parent));
  if (foreign) return `the kernel sent ${foreign.type}: ${JSON.stringify(foreign.content).slice(0, 200)}`;
  return kernel.process.log === "" ? undefined : `the kernel wrote ${kernel.process.log.slice(0, 200)}`;
}

async function sendFrames(kernel: WireClient, random: Random): Promise<void> {
  for (let i = 0; i < BATCH; i++)
    await kernel.send(REQUESTS[randomBelow(REQUESTS.length, random)] ?? "shell", spoiled(kernel, random));
}

/** A signed request that runs code, spoiled at one place; or random frames. */
function spoiled(kernel: WireClient, random: Random): (string | Uint8Array)[] {
  const types = ["execute_request", "shutdown_request", "interrupt_request", "input_reply"];
  const type = types[randomBelow(types.length, random)] ?? "execute_request";
  const frames: (string | Uint8Array)[] = kernel.frames(type, { code: "console.log(6 * 7)", value: "x" });
  const i = randomBelow(frames.length, random);
  const frame = String(frames[i]);
  const changes: readonly (() => unknown)[] = [
    () => frames.splice(i, 1),
    () => frames.splice(Math.max(i, 1), 0, "x"), // before the delimiter, it would be a receiver
    () => frames.splice(i, 1, bytes(random)),
    () => frames.splice(i, 1, `${frame} `),
    () => frames.splice(i, 1, frame.slice(1)),
    () =>
      frames.splice(
        0,
        frames.length,
        ...Array.from({ length: randomBelow(9, random) + 1 }, () => bytes(random)),
      ),
    () => frames.splice(0, frames.length, ...kernel.frames(type, {}, { key: "guess" })),
    () => frames.splice(2, 4, ...["[]", "{}", "{}", "{}"]) && resign(kernel, frames),
    () => frames.splice(2, 1, '{"msg_id":1,"msg_type":"execute_request"}') && resign(kernel, frames),
    () => frames.splice(5, 1, "null") && resign(kernel, frames),
  ];
  changes[randomBelow(changes.length, random)]?.();
  return frames.length === 0 ? [""] : frames;
}

/** Signs a message rightly that is no message. */
function resign(kernel: WireClient, frames: (string | Uint8Array)[]): void {
  frames[1] = signature(kernel.key, frames.slice(2).map(String));
}

function bytes(random: Random): Uint8Array {
  return Uint8Array.from({ length: randomBelow(300, random) }, () => randomBelow(256, random));
}

async function sendBytes(kernel: WireClient, random: Random): Promise<void> {
  const sockets = Array.from({ length: BATCH }, (_, i) => {
    const channel = CHANNELS[i % CHANNELS.length] as Channel;
    const socket = connect(kernel.port(channel), "127.0.0.1").on("error", () => {}); // the kernel may hang up
    socket.write(GREETINGS[randomBelow(GREETINGS.length + 1, random)] ?? bytes(random));
    socket.resume();
    return socket;
  });
  for (const socket of sockets) socket.end();
  const closed = sockets.map((socket) => new Promise((done) => socket.once("close", done)));
  await Promise.race([Promise.all(closed), new Promise((done) => setTimeout(done, PATIENCE))]);
  for (const socket of sockets) socket.destroy();
}

import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHANNELS, signature, WireClient } from "./wire-client.ts";

test.each(["iopub", "shell", "hb"] as const)(
  "a kernel that cannot have its port of %s says so and ends",
  async (channel) => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const kernel = new WireClient();
    const starting = kernel.start({ [channel]: (other.address() as AddressInfo).port });
    await expect(starting).rejects.toThrow("Cannot receive requests: Address already in use");
    await kernel.close();
    other.close();
  },
);

const DELIMITER = "<IDS|MSG>";
const REQUESTS = ["shell", "control", "stdin"] as const;

describe("what any program on the machine can send", () => {
  const kernel = new WireClient();
  beforeAll(() => kernel.start());
  afterAll(() => kernel.close());

  /** Messages that are not signed right, or no messages. */
  const signed = (...parts: string[]): string[] => [DELIMITER, signature(kernel.key, parts), ...parts];
  const strangers: Record<string, () => readonly (string | Uint8Array)[]> = {
    "a cell signed with another key": () =>
      kernel.frames("execute_request", { code: "console.log(6 * 7)" }, { key: "guess" }),
    "a cell without a signature": () => {
      const [delimiter = "", , ...parts] = kernel.frames("execute_request", { code: "console.log(6 * 7)" });
      return [delimiter, "", ...parts];
    },
    "a signature in capitals": () => {
      const [delimiter = "", right = "", ...parts] = kernel.frames("execute_request", {
        code: "console.log(6 * 7)",
      });
      return [delimiter, right.toUpperCase(), ...parts];
    },
    "one frame": () => ["a"],
    "no frame but an empty one": () => [""],
    "the delimiter alone": () => [DELIMITER],
    "a signed message without content": () =>
      signed('{"msg_id":"1","msg_type":"execute_request"}', "{}", "{}"),
    "a signed message that is not JSON": () => signed("{", "{}", "{}", "{}"),
    "a signed header without a type": () => signed('{"msg_id":"1"}', "{}", "{}", "{}"),
    "signed JSON that is no object": () => signed("null", "[]", "1", '""'),
    "bytes that are no text": () => [
      DELIMITER,
      Uint8Array.of(255, 254),
      Uint8Array.of(0),
      Uint8Array.of(1, 2),
    ],
  };

  test.each(REQUESTS.flatMap((channel) => Object.keys(strangers).map((name) => [name, channel] as const)))(
    "%s on %s is dropped without a word",
    async (name, channel) => {
      await kernel.answers();
      const before = [kernel.published.length, kernel.replies.length];
      await kernel.send(channel, strangers[name]!());
      await kernel.answers();
      const published = kernel.published.slice(before[0]).map(({ type }) => type);
      expect(published.filter((type) => type !== "status")).toEqual([]);
      expect(kernel.replies.slice(before[1]).map(({ type }) => type)).toEqual(["kernel_info_reply"]);
      expect(kernel.process.log).toBe("");
    },
  );

  test.each(
    CHANNELS.flatMap((channel) =>
      (
        [
          ["an old greeting of ZeroMQ", Buffer.from([1, 0, 2, 0, 97])],
          ["a request of a browser", Buffer.from("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")],
          ["zeros", Buffer.alloc(1000)],
        ] as const
      ).map(([name, bytes]) => [name, channel, bytes] as const),
    ),
  )("%s on the port of %s does not end the kernel", async (_, channel, bytes) => {
    const socket = connect(kernel.port(channel), "127.0.0.1").on("error", () => {}); // the kernel may hang up
    await new Promise((done) => socket.once("connect", done));
    await new Promise((done) => socket.write(bytes, done));
    await kernel.answers();
    socket.destroy();
    await kernel.answers();
    expect(kernel.process.log).toBe("");
  });

  test("a cell that is sent again, byte by byte, does not run again", async () => {
    const frames = kernel.frames("execute_request", { code: 'console.log("once")' });
    const ends = (id: string): boolean =>
      kernel.published.some(({ parent, content }) => parent === id && content.execution_state === "idle");
    for (const channel of ["shell", "shell", "control"] as const) {
      await kernel.send(channel, frames);
      const next = randomUUID();
      await kernel.send(channel, kernel.frames("execute_request", { code: "1" }, { id: next }));
      await kernel.until(() => ends(next));
    }
    const printed = kernel.published.filter(
      ({ type, content }) => type === "stream" && content.text === "once\n",
    );
    expect(printed).toHaveLength(1);
  });
});

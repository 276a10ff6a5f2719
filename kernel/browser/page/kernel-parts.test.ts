import { describe, expect, test } from "vitest";
import type { Message } from "../protocol.ts";
import { answerWithoutKernel } from "./answer-without-kernel.ts";
import { sharedPackage } from "./share-scope.ts";
import { warnIfStillRunning } from "./warn-if-still-running.ts";

function request(msg_type: string): Message {
  const header = { msg_id: "1", msg_type, session: "lab", username: "", date: "", version: "5.3" };
  return { header, parent_header: {}, metadata: {}, content: {} };
}

describe("answerWithoutKernel()", () => {
  const types = (type: string): string[] =>
    answerWithoutKernel(request(type), "no worker").map(({ message }) => message.header.msg_type);

  test("answers a cell with busy, an error, and idle", () => {
    expect(types("execute_request")).toEqual(["status", "error", "execute_reply", "status"]);
    const [, error, reply] = answerWithoutKernel(request("execute_request"), "no worker");
    expect(error?.message.content).toMatchObject({ evalue: "no worker" });
    expect(reply).toMatchObject({ channel: "shell", message: { content: { status: "error" } } });
  });

  test("answers kernel_info_request, because the front end holds back cells until then", () => {
    expect(types("kernel_info_request")).toEqual(["status", "kernel_info_reply", "status"]);
    const [, info] = answerWithoutKernel(request("kernel_info_request"), "no worker");
    expect(info?.message.content).toMatchObject({ status: "ok", banner: "no worker" });
  });

  test("answers as the child of its request, in the front end's name", () => {
    for (const { message } of answerWithoutKernel(request("complete_request"), "no worker")) {
      expect(message.parent_header).toMatchObject({ msg_id: "1" });
      expect(message.header.session).toBe("lab");
    }
  });

  test("gives each message its own id", () => {
    const ids = answerWithoutKernel(request("execute_request"), "").map(
      ({ message }) => message.header.msg_id,
    );
    expect(new Set(ids).size).toBe(4);
  });
});

describe("warnIfStillRunning()", () => {
  const tellsOf = async (before: string | undefined, after: string | undefined): Promise<number> => {
    let told = 0;
    let running = before;
    const wait = async (): Promise<void> => {
      running = after;
    };
    await warnIfStillRunning(
      () => running,
      () => told++,
      wait,
    );
    return told;
  };

  test("warns about a cell that still runs after the wait", async () => {
    expect(await tellsOf("cell", "cell")).toBe(1);
  });

  test.each([
    ["that ended", "cell", undefined],
    ["after which another one started", "cell", "next"],
    ["that never ran", undefined, "next"],
  ])("gives no warning about a cell %s", async (_, before, after) => {
    expect(await tellsOf(before, after)).toBe(0);
  });
});

describe("sharedPackage()", () => {
  test("names the package if the front end does not share it", async () => {
    await expect(sharedPackage({}, "@lumino/signaling")).rejects.toThrow(
      /does not share the package @lumino\/signaling/,
    );
  });

  test("returns the package itself, whether or not its factory is returned as a promise", async () => {
    const scope = {
      now: { "1.0.0": { get: () => () => 1 } },
      later: { "2.0.0": { get: async () => () => 2 } },
    };
    expect([await sharedPackage(scope, "now"), await sharedPackage(scope, "later")]).toEqual([1, 2]);
  });
});

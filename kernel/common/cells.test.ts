import { describe, expect, test } from "vitest";
import { fakeTslab } from "../test/fake-tslab.ts";
import { Cells } from "./cells.cjs";
import { Messages } from "./seams/messages.cjs";
import type { Message } from "./tslab-types.d.ts";

/** A server like tslab's, with the cells installed; `sent` holds the messages that it sent. */
function serverOf(execute: () => Promise<object>) {
  const sent: [socket: string, type: string, content: object][] = [];
  const { tslab, server, handler } = fakeTslab({
    server: { iopub: "iopub", stdin: "stdin", connInfo: { key: "key" } } as never,
    handler: {
      execCount: 4,
      async handleExecute(request, print) {
        await Promise.resolve(); // here it waits for earlier cells
        const content = await handler.handleExecuteImpl(request);
        if (request.code === "1") print("stdout", "hello");
        return content;
      },
      handleExecuteImpl: execute as () => Promise<{ count: number }>,
    },
  });
  const cells = new Cells();
  cells.install({ messages: new Messages(tslab) } as never);
  const created: Cells["current"][] = [];
  cells.whenCreated((cell) => created.push(cell));
  const run = (content: object): Promise<void> => {
    const request = {
      content,
      createReply: () => ({
        header: { msg_type: "" },
        content: {},
        signAndSend(_: string, socket: string) {
          sent.push([socket, this.header.msg_type, this.content]);
        },
      }),
    };
    return server.handleExecute("shell" as never, request as never);
  };
  return { cells, created, run, sent };
}

describe("Cells", () => {
  test("publishes a cell's input, output and reply, with the number that it gets", async () => {
    const { cells, created, run, sent } = serverOf(async () => ({ count: 5 }));
    const asked: boolean[] = [];
    cells.noteAsking = (asks) => asked.push(asks);
    await run({ code: "1" });
    expect(sent).toEqual([
      ["iopub", "execute_input", { code: "1", execution_count: 5 }],
      ["iopub", "stream", { name: "stdout", text: "hello" }],
      ["shell", "execute_reply", { count: 5 }],
    ]);
    expect(created[0]).toMatchObject({
      count: 5,
      state: "done",
      silent: false,
      counted: true,
      stopOnError: true,
    });
    expect([cells.current === created[0], created[0]?.ask, asked]).toEqual([true, undefined, [false]]);
  });

  test("ends a cell that fails", async () => {
    const { created, run } = serverOf(async () => {
      throw new Error("broken");
    });
    await expect(run({ code: "1" })).rejects.toThrow("broken");
    expect(created[0]?.state).toBe("done");
  });

  test.each([
    [{ silent: true }, { silent: true, counted: false }],
    [{ store_history: false }, { silent: false, counted: false }],
    [{ stop_on_error: false }, { stopOnError: false, counted: true }],
  ])("takes %o from a request", async (request, expected) => {
    const { created, run } = serverOf(async () => ({}));
    await run({ code: "1", ...request });
    expect(created[0]).toMatchObject(expected);
  });

  test("lets a cell ask if someone can answer", async () => {
    const { created, run } = serverOf(async () => ({}));
    await run({ code: "1", allow_stdin: true });
    expect(created[0]?.ask).toBeTypeOf("function");
  });

  test("answers a cell that was cancelled while it waited with 'aborted', and runs nothing", async () => {
    let runs = 0;
    const { cells, created, run, sent } = serverOf(async () => ({ count: runs++ }));
    await run({ code: "1" });
    const waiting = run({ code: "2" });
    cells.cancelWaiting();
    await waiting;
    expect(sent.at(-1)).toEqual(["shell", "execute_reply", { status: "aborted", count: undefined }]);
    expect([runs, created.map(({ count }) => count)]).toEqual([1, [5, 0]]);
  });

  test("sends output that a cell still holds back before its reply", async () => {
    const { cells, run, sent } = serverOf(async () => ({}));
    cells.whenCreated((cell) => Object.assign(cell, { flush: () => sent.push(["iopub", "held", {}]) }));
    await run({ code: "1" });
    expect(sent.map(([, type]) => type)).toEqual(["execute_input", "stream", "held", "execute_reply"]);
  });
});

describe("Messages.answer()", () => {
  test("handles the messages that it understands, and leaves the others to tslab", () => {
    const told: unknown[] = [];
    const { tslab, server } = fakeTslab({
      server: {
        publishStatus: (status, { header }) => told.push([status, header.msg_type]),
        handleKernelInfo: (socket) => told.push(["info", socket]),
      },
    });
    const messages = new Messages(tslab);
    const isOurs = (type: string): boolean => type === "history_request";
    messages.answer(isOurs, (_server, socket, request) => told.push(["ours", socket, request]));
    for (const msg_type of ["history_request", "kernel_info_request"]) {
      const request = { header: { msg_type } } as Message;
      server.publishStatus("busy", request);
      expect(request.header.msg_type).toBe("kernel_info_request"); // tslab knows no other type
      server.handleKernelInfo("shell" as never, request);
      server.publishStatus("idle", request);
      expect(request.header.msg_type).toBe(msg_type);
    }
    const ours = { header: { msg_type: "history_request" } };
    expect(told).toEqual([
      ["busy", "history_request"],
      ["ours", "shell", ours],
      ["idle", "history_request"],
      ["busy", "kernel_info_request"],
      ["info", "shell"],
      ["idle", "kernel_info_request"],
    ]);
  });
});

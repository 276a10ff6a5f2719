import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { availableParallelism } from "node:os";
import type { WireClient } from "../../kernel/test/wire-client.ts";
import { type Attack, type AttackKind, part, startKernel } from "./attack-kind.ts";

const REQUESTS = 2000;
const CELLS = 1000;
const ROUNDS = 10;

/** Many requests at once: each is answered, also while every core is busy. */
export const bursts: AttackKind<WireClient> = {
  name: "bursts on busy cores",
  holds: "each request is answered; cells behind a failure are aborted",
  tested: 0.1,
  start: startKernel,
  attacks: (share, random) => part(ROUNDS_OF_BOTH, share, random),
};

const ROUNDS_OF_BOTH: readonly Attack<WireClient>[] = Array.from({ length: ROUNDS }, (_, round) => [
  { group: "requests", name: `${REQUESTS} requests, round ${round + 1}`, run: busily(manyRequests) },
  { group: "cells", name: `${CELLS} cells behind a failure, round ${round + 1}`, run: busily(manyCells) },
]).flat();

function busily(attack: Attack<WireClient>["run"]): Attack<WireClient>["run"] {
  return async (kernel) => {
    const loops = Array.from({ length: availableParallelism() }, keepBusy);
    try {
      return await attack(kernel);
    } finally {
      for (const loop of loops) loop.kill("SIGKILL");
    }
  };
}

function keepBusy(): ChildProcess {
  return spawn(process.execPath, ["-e", "for (;;);"], { stdio: "ignore" });
}

async function manyRequests(kernel: WireClient): Promise<undefined> {
  const ids = Array.from({ length: REQUESTS }, () => randomUUID());
  await Promise.all(ids.map((id) => kernel.send("shell", kernel.frames("kernel_info_request", {}, { id }))));
  await repliesTo(kernel, ids);
}

async function manyCells(kernel: WireClient): Promise<string | undefined> {
  const first = randomUUID();
  const ids = Array.from({ length: CELLS }, () => randomUUID());
  const cell = (code: string, id: string): Promise<void> =>
    kernel.send("shell", kernel.frames("execute_request", { code, stop_on_error: true }, { id }));
  await Promise.all([cell('throw new Error("first")', first), ...ids.map((id) => cell("1 + 1", id))]);
  const statuses = (await repliesTo(kernel, ids)).map(({ content }) => content.status);
  const ran = statuses.filter((status) => status !== "aborted").length;
  return ran === 0 ? undefined : `${ran} of ${CELLS} cells ran`;
}

/** The replies to all requests, once they are there. */
async function repliesTo(kernel: WireClient, ids: readonly string[]): Promise<WireClient["replies"]> {
  const wanted = new Set(ids);
  const replies = () => kernel.replies.filter(({ parent }) => wanted.has(parent));
  await kernel.until(() => replies().length === ids.length, 120);
  return replies();
}

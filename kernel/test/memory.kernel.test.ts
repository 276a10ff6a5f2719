import { expect, test } from "vitest";
import { WireClient } from "./wire-client.ts";

test("a kernel that ran out of memory says so in the first cell after its restart, once", async () => {
  const kernel = new WireClient();
  await kernel.start({}, { NODE_OPTIONS: "--max-old-space-size=300" });
  const filling = kernel.run("const all: number[][] = []; for (;;) all.push(new Array(10_000).fill(1.5));");
  await expect(filling).rejects.toThrow("the kernel has ended");
  await kernel.process.ended();
  kernel.process.restart();
  await kernel.ready();
  const [first, second] = [await kernel.run("1 + 1"), await kernel.run("1 + 1")];
  const printed = first.messages.filter(({ type }) => type === "stream").map(({ content }) => content.text);
  expect(printed.join("")).toMatch(/^The kernel's memory of \d+ MiB was used up.*all variables are gone/);
  expect(first.reply.status).toBe("ok");
  expect(second.messages.filter(({ type }) => type === "stream")).toEqual([]);
  await kernel.close();
});

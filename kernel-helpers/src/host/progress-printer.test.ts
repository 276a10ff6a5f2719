import { expect, test } from "vitest";
import { progressPrinter } from "./progress-printer.node.ts";

function recorder(isTTY: boolean): { readonly isTTY: boolean; text: string; write(text: string): void } {
  return {
    isTTY,
    text: "",
    write(text) {
      this.text += text;
    },
  };
}

test("progressPrinter() overwrites one line on a terminal", () => {
  const out = recorder(true);
  const printer = progressPrinter(out);
  printer.show("1 %");
  printer.show("2 %");
  printer.end();
  expect(out.text).toBe("\r1 %\x1b[K\r2 %\x1b[K\n");
});

test("progressPrinter() prints a line every few seconds elsewhere, and the last one", () => {
  const out = recorder(false);
  let time = 0;
  const printer = progressPrinter(out, { now: () => time });
  for (time of [0, 1000, 4999, 5000, 6000]) printer.show(`${time} ms`);
  printer.end();
  expect(out.text).toBe("0 ms\n5000 ms\n6000 ms\n");
});

test("progressPrinter() cuts text that does not fit on the terminal's line", () => {
  const out = { ...recorder(true), columns: 6 };
  const printer = progressPrinter(out);
  for (const line of ["12345", "123456", "two\nlines"]) printer.show(line);
  expect(out.text).toBe("\r12345\x1b[K\r1234…\x1b[K\rtwo …\x1b[K");
});

test("progressPrinter() removes its line for a more important text", () => {
  const out = recorder(true);
  const printer = progressPrinter(out);
  printer.clear();
  printer.show("1 %");
  printer.clear();
  printer.end();
  expect(out.text).toBe("\r1 %\x1b[K\r\x1b[K");
});

test("progressPrinter() removes nothing in a file, and forgets the text that it held back", () => {
  const out = recorder(false);
  const printer = progressPrinter(out, { now: () => 0 });
  for (const line of ["1 %", "2 %"]) printer.show(line);
  printer.clear();
  printer.end();
  expect(out.text).toBe("1 %\n");
});

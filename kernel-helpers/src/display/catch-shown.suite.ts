import { afterEach, beforeEach } from "vitest";
import { KERNEL_HOST, type MimeBundle } from "../host/index.ts";

/** Stands in for a kernel in each test of the file; returns what gives the outputs that the test has shown so far. */
export function catchShown(): () => readonly MimeBundle[] {
  const scope = globalThis as unknown as Record<symbol, unknown>;
  let shown: MimeBundle[] = [];
  beforeEach(() => {
    shown = [];
    scope[KERNEL_HOST] = {
      show: (bundle: MimeBundle) => shown.push(bundle),
      clear: () => {},
      interrupted: () => false,
    };
  });
  afterEach(() => {
    delete scope[KERNEL_HOST];
  });
  return () => shown;
}

import { afterEach, describe, expect, test, vi } from "vitest";
import { KERNEL_HOST, type KernelHost } from "../../kernel-helpers/src/host/contract.ts";
import { publishHost } from "./host.cjs";

afterEach(() => Reflect.deleteProperty(globalThis, KERNEL_HOST));

/** The host of a kernel in which `current` runs and `speaker` prints. */
function hostOf(interrupted: boolean, speaks: "current" | "earlier" = "current") {
  const cell = () => ({ publish: vi.fn(), interrupted, asksForInterrupts: false });
  const current = cell();
  const speaker = speaks === "current" ? current : cell();
  const cells = { current, speaker: () => speaker, hearInterrupts: vi.fn(), noteAsking: vi.fn() };
  publishHost({} as never, cells as never);
  const host = (globalThis as unknown as { [KERNEL_HOST]: KernelHost })[KERNEL_HOST];
  return { host, speaker, cells };
}

describe("publishHost()", () => {
  test("shows a bundle for the cell that prints, bytes as base64, or replaces an earlier one", () => {
    const { host, speaker } = hostOf(false, "earlier");
    host.show({ "image/png": Uint8Array.of(1, 2, 3) });
    host.show({ "text/plain": "a" }, { displayId: "1" });
    host.show({ "text/plain": "b" }, { displayId: "1", update: true });
    expect(speaker.publish.mock.calls).toEqual([
      ["display_data", { data: { "image/png": "AQID" }, metadata: {}, transient: {} }],
      ["display_data", { data: { "text/plain": "a" }, metadata: {}, transient: { display_id: "1" } }],
      ["update_display_data", { data: { "text/plain": "b" }, metadata: {}, transient: { display_id: "1" } }],
    ]);
    expect(() => host.show({}, { update: true })).toThrow("displayId is missing. Remedy: pass the displayId");
  });

  test("clears the output, immediately unless told to wait", () => {
    const { host, speaker } = hostOf(false);
    host.clear();
    host.clear(true);
    expect(speaker.publish.mock.calls).toEqual([
      ["clear_output", { wait: false }],
      ["clear_output", { wait: true }],
    ]);
  });

  test.each([true, false])(
    "says whether the cell was interrupted: %s, and records that the cell asked",
    (interrupted) => {
      const { host, speaker, cells } = hostOf(interrupted);
      expect(host.interrupted()).toBe(interrupted);
      expect(speaker.asksForInterrupts).toBe(true);
      expect(cells.hearInterrupts).toHaveBeenCalledOnce();
      expect(cells.noteAsking).toHaveBeenCalledExactlyOnceWith(true);
    },
  );

  test("does not record that a cell asked after its end, though its output continues", () => {
    const { host, cells } = hostOf(false, "earlier");
    host.interrupted();
    expect(cells.noteAsking).not.toHaveBeenCalled();
  });
});

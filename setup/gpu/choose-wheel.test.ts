import { describe, expect, test } from "vitest";
import { chooseWheel } from "./choose-wheel.mjs";
import { type Driver, driverLine, findDriver, readAnswer } from "./driver.mjs";

const missing = { status: null, output: "", missing: true };
const answer = (output: string, status = 0) => ({ status, output, missing: false });
const linux = { platform: "linux", arch: "x64" };
const nothing = { exists: () => false, libraryPath: undefined };

describe("findDriver()", () => {
  test("reads the driver's version, and each GPU's name, memory and compute capability", () => {
    const run = () =>
      answer("NVIDIA A10, 535.104.05, 23028 MiB, 8.6\nNVIDIA T4, 535.104.05, 15360 MiB, 7.5\n");
    const driver = findDriver({ run, ...nothing });
    expect(driver).toEqual({
      found: true,
      version: "535.104.05",
      gpus: [
        { name: "NVIDIA A10", memory: "23028 MiB", capability: "8.6" },
        { name: "NVIDIA T4", memory: "15360 MiB", capability: "7.5" },
      ],
      note: "by nvidia-smi",
    });
    expect(driverLine(driver)).toBe(
      "NVIDIA 535.104.05; NVIDIA A10, 23028 MiB, compute capability 8.6; " +
        "NVIDIA T4, 15360 MiB, compute capability 7.5",
    );
  });

  test("asks again without compute_cap if the driver does not know it", () => {
    const run = (_: string, [query = ""]: readonly string[]) =>
      query.includes("compute_cap")
        ? answer('Field "compute_cap" is not a valid field to query.', 2)
        : answer("Tesla K80, 470.82.01, 11441 MiB");
    expect(findDriver({ run, ...nothing })).toMatchObject({
      version: "470.82.01",
      gpus: [{ name: "Tesla K80", memory: "11441 MiB" }],
    });
  });

  test("gives nvidia-smi's own message if the driver does not answer", () => {
    const said = "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.\nMore.";
    const driver = findDriver({ run: () => answer(said, 9), ...nothing });
    expect(driverLine(driver)).toBe(`none (nvidia-smi says: ${said.split("\n")[0]})`);
  });

  test("uses WSL's nvidia-smi, then libcuda.so.1, also on LD_LIBRARY_PATH, and otherwise finds no driver", () => {
    const wsl = (program: string) =>
      program.startsWith("/usr/lib/wsl/") ? answer("NVIDIA RTX A2000, 552.22, 8192 MiB, 8.6") : missing;
    expect(findDriver({ run: wsl, ...nothing }).version).toBe("552.22");
    const run = () => missing;
    const exists = (path: string) => path === "/drivers/libcuda.so.1";
    expect(findDriver({ run, exists, libraryPath: "/other:/drivers" })).toEqual({
      found: true,
      gpus: [],
      note: "nvidia-smi is not there, but /drivers/libcuda.so.1",
    });
    expect(findDriver({ run, exists, libraryPath: undefined }).found).toBe(false);
  });

  test.each(["", "No devices were found\n", "name, driver_version\n"])("finds no GPU in %j", (output) => {
    expect(readAnswer(output)).toEqual({ found: false, gpus: [], note: "nvidia-smi lists no GPU" });
  });
});

describe("chooseWheel()", () => {
  const driver = (version: string, ...capabilities: string[]): Driver => ({
    found: true,
    version,
    gpus: capabilities.map((capability) => ({ name: "a GPU", capability })),
    note: "",
  });
  const none: Driver = { found: false, gpus: [], note: "" };

  test.each<[string, Driver, "cuda" | "cpu" | undefined, string]>([
    ["no driver", none, undefined, "cpu"],
    ["a driver, GPU unknown", { found: true, gpus: [], note: "" }, undefined, "cuda"],
    ["the oldest driver", driver("525.60.13", "8.0"), undefined, "cuda"],
    ["a driver too old by its last part", driver("525.60.12", "8.0"), undefined, "cpu"],
    ["a driver too old by its first part", driver("470.256.02", "8.0"), undefined, "cpu"],
    ["a version of two parts", driver("555.42", "8.9"), undefined, "cuda"],
    ["the oldest GPU", driver("535.1", "6.0"), undefined, "cuda"],
    ["a GPU too old", driver("535.1", "5.2"), undefined, "cpu"],
    ["an old GPU beside a new one", driver("535.1", "5.2", "8.6"), undefined, "cuda"],
    ["a driver, but --cpu", driver("535.1", "8.6"), "cpu", "cpu"],
    ["no driver, but --cuda", none, "cuda", "cuda"],
  ])("with %s", (_, found, wanted, build) => {
    const wheel = chooseWheel(found, { wanted, ...linux });
    expect(wheel.build).toBe(build);
    expect(wheel.requirement).toMatch(/^tensorflow(-cpu|\[and-cuda\])==\d+\.\d+\.\d+$/);
    expect(wheel.requirement.includes("[and-cuda]")).toBe(build === "cuda");
    expect(wheel.why).not.toBe("");
  });

  test("says what to do about an old driver, and warns about GPUs newer than the wheel", () => {
    expect(chooseWheel(driver("470.1", "8.0"), linux).why).toContain("install a newer one");
    expect(chooseWheel(driver("570.1", "12.0"), linux).warning).toContain("W2V_BACKEND=webgpu");
    expect(chooseWheel(driver("570.1", "9.0"), linux).warning).toBeUndefined();
  });

  test.each([
    ["darwin", "arm64"],
    ["win32", "x64"],
    ["linux", "arm64"],
  ])("refuses %s on %s and says what works there", (platform, arch) => {
    expect(() => chooseWheel(none, { platform, arch })).toThrow(
      `needs Linux on x86-64, and this is ${platform} on ${arch}. Remedy: set W2V_BACKEND=webgpu`,
    );
  });
});

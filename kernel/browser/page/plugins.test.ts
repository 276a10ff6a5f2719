import { afterEach, expect, test, vi } from "vitest";
import type { Application, MainMenu, Palette } from "./front-end.ts";
import { kernelPlugin } from "./kernel-plugin.ts";
import type { KernelClient } from "./lite-kernel.ts";
import type { LitePackages } from "./packages.ts";
import { ProgressStore } from "./progress-store.ts";
import { rememberedTheme, rememberTheme } from "./remembered-theme.ts";
import { themePlugin } from "./theme-plugin.ts";
import { workPlugin } from "./work-plugin.ts";
import { WorkerKernel } from "./worker-kernel.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** JupyterLab's packages, whose notices are recorded. */
function fakePackages(): { packages: LitePackages; notices: unknown[][] } {
  const notices: unknown[][] = [];
  const notice = (...words: unknown[]): string => `${notices.push(words)}`;
  const packages = {
    services: { IKernelSpecs: "specs", IKernelClient: "client" },
    apputils: {
      ICommandPalette: "palette",
      Notification: { error: notice, warning: notice, info: notice },
    },
    notebook: { INotebookTracker: "tracker" },
    mainmenu: { IMainMenu: "menu" },
  } as unknown as LitePackages;
  return { packages, notices };
}

test("kernelPlugin() tells a running kernel of Interrupt, and leaves a notice open if its cell still runs", async () => {
  vi.useFakeTimers();
  const { packages, notices } = fakePackages();
  const plugin = kernelPlugin(packages, "/base/", () => {});
  expect(plugin).toMatchObject({ autoStart: true, requires: ["specs", "client"] });
  const kernel = Object.assign(Object.create(WorkerKernel.prototype), {
    running: "cell",
    interrupt: vi.fn(),
  });
  const theirs = vi.fn();
  const client = { getModel: async () => kernel, interrupt: theirs } as unknown as KernelClient;
  const register = vi.fn();
  plugin.activate({} as Application, ...([{ register }, client] as never[]));
  expect(register).toHaveBeenCalledOnce();
  await client.interrupt("1");
  expect(kernel.interrupt).toHaveBeenCalledOnce();
  expect(theirs).toHaveBeenCalledWith("1");
  await vi.runAllTimersAsync();
  expect(notices).toEqual([[expect.stringContaining("The cell still runs"), { autoClose: false }]]);
});

test("workPlugin() adds each command of the File menu, and lists it in the palette", () => {
  const { packages } = fakePackages();
  const storage = { getItem: () => null, setItem: () => {}, removeItem: () => {} };
  const plugin = workPlugin(packages, {
    site: new URL("http://host/"),
    progress: new ProgressStore(() => storage, "/"),
    lists: { lessons: [], exercises: [], questions: [] },
  });
  expect(plugin.autoStart).toBe(true);
  const added: string[] = [];
  const listed: string[] = [];
  const grouped: string[] = [];
  const app = { commands: { addCommand: (id: string) => added.push(id) }, serviceManager: { contents: {} } };
  const addGroup = (items: readonly { command: string }[]): void =>
    void grouped.push(...items.map(({ command }) => command));
  const menu: MainMenu = { fileMenu: { addGroup } };
  const palette: Palette = { addItem: ({ command }) => listed.push(command) };
  plugin.activate(app as unknown as Application, ...([null, menu, palette] as never[]));
  expect(grouped).toContain("word2vec-lab:download-work");
  expect(added).toEqual(grouped);
  expect(listed).toEqual(grouped);
});

test("themePlugin() sets the theme that was chosen, where JupyterLab only stops following the system", async () => {
  const { packages } = fakePackages();
  const told: unknown[] = [];
  const plugin = themePlugin("test", packages, (theme) => told.push(theme));
  type Execute = (sender: unknown, done: { id: string; args: object; result: Promise<unknown> }) => void;
  const executed: Execute[] = [];
  const changed: (() => void)[] = [];
  const themes = {
    theme: "Light",
    follows: true,
    themeChanged: { connect: (hear: () => void) => changed.push(hear) },
    isToggledAdaptiveTheme: () => themes.follows,
    isLight: (name: string) => name === "Light",
    async setTheme(name: string) {
      themes.theme = name;
      themes.follows = false;
    },
  };
  const app = { commands: { commandExecuted: { connect: (hear: Execute) => executed.push(hear) } } };
  plugin.activate(app as unknown as Application, ...([themes] as never[]));
  changed[0]?.();
  const result = Promise.resolve();
  executed[0]?.(null, { id: "another:command", args: { theme: "Dark" }, result });
  await result;
  expect(themes.theme).toBe("Light");
  executed[0]?.(null, { id: "apputils:change-theme", args: { theme: "Dark" }, result });
  await vi.waitFor(() => expect(themes.theme).toBe("Dark"));
  changed[0]?.();
  expect(told).toEqual([undefined, "dark"]);
});

test("rememberTheme() is read by rememberedTheme(), for each site alone, and a browser that stores nothing is no error", () => {
  const kept = new Map<string, string>();
  const storage = () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  });
  rememberTheme(storage, "/a/", "dark");
  expect([rememberedTheme(storage, "/a/"), rememberedTheme(storage, "/b/")]).toEqual(["dark", undefined]);
  rememberTheme(storage, "/a/", undefined);
  expect(rememberedTheme(storage, "/a/")).toBeUndefined();
  const denied = (): never => {
    throw new Error("denied");
  };
  rememberTheme(denied, "/a/", "dark");
  expect(rememberedTheme(denied, "/a/")).toBeUndefined();
});

import { afterEach, expect, test, vi } from "vitest";
import type { Application, KernelClient, MainMenu, Palette } from "./front-end.ts";
import { kernelPlugin } from "./kernel-plugin.ts";
import type { LitePackages } from "./packages.ts";
import { ProgressStore } from "./progress-store.ts";
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
    lists: { lessons: [], exercises: [] },
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

test("themePlugin() chooses a theme a second time if the first choice only ended that it follows the system", async () => {
  const body = { dataset: { jpThemeName: "JupyterLab Light" } };
  vi.stubGlobal("document", { body });
  type Hear = (
    sender: unknown,
    command: { id: string; args: object; result: Promise<unknown> },
  ) => Promise<void>;
  let hear: Hear = async () => {};
  let follows = true;
  const run: string[] = [];
  const execute = async (id: string, args: { theme: string }): Promise<void> => {
    run.push(args.theme);
    if (follows) follows = false;
    else body.dataset.jpThemeName = args.theme;
    await hear(undefined, { id, args, result: Promise.resolve() });
  };
  const commands = { execute, commandExecuted: { connect: (listener: Hear) => (hear = listener) } };
  themePlugin().activate({ commands } as unknown as Application);
  await execute("apputils:change-theme", { theme: "JupyterLab Dark" });
  expect([run, body.dataset.jpThemeName]).toEqual([
    ["JupyterLab Dark", "JupyterLab Dark"],
    "JupyterLab Dark",
  ]);
  await execute("apputils:change-theme", { theme: "JupyterLab Light" });
  expect(run).toHaveLength(3); // once is enough now
  await hear(undefined, { id: "another", args: { theme: "JupyterLab Dark" }, result: Promise.resolve() });
  expect(run).toHaveLength(3);
});

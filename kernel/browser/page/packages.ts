import type { Signal, Token, Widget } from "./front-end.ts";
import { type ShareScope, sharedPackage } from "./share-scope.ts";

interface NoticeOptions {
  /** Milliseconds, or false to show it until it is closed. */
  readonly autoClose: number | false;
  readonly actions?: readonly { readonly label: string; readonly callback: () => void }[];
}

type Notice = (message: string, options: NoticeOptions) => string;

/** What a learner chose in a dialog. */
export interface DialogResult {
  readonly button: { readonly accept: boolean; readonly label: string };
}

export interface DialogOptions {
  readonly title: string;
  readonly body: string | Widget;
  readonly buttons: readonly unknown[];
  /** Index of the button that Enter presses. Default: the last. */
  readonly defaultButton?: number;
}

/** The parts of JupyterLab's packages that we use. */
export interface Packages {
  readonly widgets: { readonly Widget: new (options?: { readonly node?: HTMLElement }) => Widget };
  readonly apputils: {
    readonly ICommandPalette: Token;
    readonly IThemeManager: Token;
    readonly Notification: { readonly error: Notice; readonly warning: Notice; readonly info: Notice };
    readonly Dialog: {
      new (options: DialogOptions): Widget & { launch(): Promise<DialogResult> };
      okButton(options: { readonly label: string }): unknown;
      cancelButton(options: { readonly label: string }): unknown;
    };
  };
  readonly coreutils: { readonly PageConfig: { getOption(name: string): string } };
  readonly notebook: { readonly INotebookTracker: Token };
  readonly mainmenu: { readonly IMainMenu: Token };
  readonly rendermime: { readonly IRenderMimeRegistry: Token };
}

/** The parts of JupyterLite's packages as well. */
export interface LitePackages extends Packages {
  readonly services: { readonly IKernelSpecs: Token; readonly IKernelClient: Token };
  readonly signaling: { readonly Signal: new (sender: object) => Signal<undefined> };
}

const NAMES: Readonly<Record<keyof Packages, string>> = {
  widgets: "@lumino/widgets",
  apputils: "@jupyterlab/apputils",
  coreutils: "@jupyterlab/coreutils",
  notebook: "@jupyterlab/notebook",
  mainmenu: "@jupyterlab/mainmenu",
  rendermime: "@jupyterlab/rendermime",
};

const LITE_NAMES: Readonly<Record<keyof LitePackages, string>> = {
  ...NAMES,
  services: "@jupyterlite/services",
  signaling: "@lumino/signaling",
};

/** Takes the packages that JupyterLab shares. */
export async function takePackages(scope: ShareScope): Promise<Packages> {
  return (await take(scope, NAMES)) as unknown as Packages;
}

/** Takes the packages that JupyterLite shares. */
export async function takeLitePackages(scope: ShareScope): Promise<LitePackages> {
  return (await take(scope, LITE_NAMES)) as unknown as LitePackages;
}

async function take(
  scope: ShareScope,
  names: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const named = Object.entries(names).map(async ([key, name]) => [key, await sharedPackage(scope, name)]);
  return Object.fromEntries(await Promise.all(named));
}

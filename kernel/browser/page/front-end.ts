// The parts of JupyterLab, Notebook and JupyterLite that we use at run time. Their own declarations would bring in 60
// packages for the names below.
import type { Channel, Message } from "../protocol.ts";

/** Identifies a service of the front end; a plugin requests the service by its token. */
export interface Token {
  readonly name: string;
}

/** A message with the socket that it came from or goes to. */
export type SocketMessage = Message & { readonly channel: Channel; readonly buffers: readonly [] };

/** Tells listeners. */
export interface Signal<Arguments> {
  connect(hear: (sender: unknown, args: Arguments) => void): void;
  emit(args: Arguments): void;
}

/** What JupyterLite expects of a kernel. */
export interface LiteKernel {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  /** Messages wait for this. */
  readonly ready: Promise<void>;
  readonly disposed: Signal<undefined>;
  readonly isDisposed: boolean;
  handleMessage(message: SocketMessage): Promise<void>;
  dispose(): void;
}

/** What JupyterLite passes to a new kernel. */
export interface LiteKernelOptions {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly sendMessage: (message: SocketMessage) => void;
}

/** JupyterLite's list of kernels. */
export interface KernelSpecs {
  register(kernel: {
    readonly spec: object;
    readonly create: (options: LiteKernelOptions) => Promise<LiteKernel>;
  }): void;
}

/** JupyterLite's replacement for a server's kernels. */
export interface KernelClient {
  interrupt(id: string): Promise<void>;
  getModel(id: string): Promise<unknown>;
}

/** A part of the front end, and the services that it needs. */
export interface Plugin {
  readonly id: string;
  readonly autoStart: true;
  readonly requires: readonly Token[];
  readonly optional?: readonly Token[];
  activate(app: Application, ...services: never[]): void;
}

/** A place of the page. */
export interface Widget {
  id: string;
  readonly node: HTMLElement;
  readonly isDisposed: boolean;
  dispose(): void;
}

/** A notebook as defined by nbformat. */
export interface NotebookContent {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly cells: readonly {
    readonly cell_type: string;
    readonly source: string | readonly string[];
    readonly outputs?: readonly unknown[];
  }[];
}

/** An open notebook. */
export interface NotebookPanel extends Widget {
  readonly content: {
    readonly widgets: readonly {
      readonly node: HTMLElement;
      readonly model: { getMetadata(key: string): unknown };
    }[];
  };
  readonly context: {
    readonly path: string;
    readonly ready: Promise<void>;
    readonly model: {
      readonly dirty: boolean;
      toJSON(): NotebookContent;
      fromJSON(content: NotebookContent): void;
    };
    save(): Promise<void>;
  };
  readonly toolbar: {
    insertBefore(at: string, name: string, widget: Widget): boolean;
    addItem(name: string, widget: Widget): boolean;
  };
}

/** The open notebooks. */
export interface NotebookTracker {
  readonly currentWidget: NotebookPanel | null;
  readonly widgetAdded: Signal<NotebookPanel>;
  forEach(visit: (panel: NotebookPanel) => void): void;
}

/** A file or a folder of the learner. */
export interface FileModel {
  readonly type: string;
  readonly path: string;
  readonly content: unknown;
}

/** The learner's files: those of the site, including the learner's changes. */
export interface Contents {
  get(
    path: string,
    options?: { readonly content: boolean; readonly type?: string; readonly format?: string },
  ): Promise<FileModel>;
  save(path: string, file: object): Promise<unknown>;
  rename(path: string, to: string): Promise<unknown>;
}

/** A command that menus, keys and the palette run. */
interface Command {
  readonly label: string;
  readonly caption: string;
  readonly execute: () => unknown;
}

/** A command that has been started. */
export interface ExecutedCommand {
  readonly id: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly result: Promise<unknown>;
}

export interface Application {
  readonly shell: { add(widget: Widget, area: string, options: { readonly rank: number }): void };
  readonly commands: {
    addCommand(id: string, command: Command): void;
    execute(id: string, args?: object): Promise<unknown>;
    readonly commandExecuted: Signal<ExecutedCommand>;
  };
  readonly serviceManager: { readonly contents: Contents };
}

/** The menus at the top. */
export interface MainMenu {
  readonly fileMenu: { addGroup(items: readonly { readonly command: string }[], rank: number): unknown };
}

/** The list of all commands. */
export interface Palette {
  addItem(item: { readonly command: string; readonly category: string }): unknown;
}

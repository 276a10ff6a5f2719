// The parts of JupyterLab, Notebook and JupyterLite that we use at run time. Their own declarations would bring in 60
// packages for the names below.
/** Identifies a service of the front end; a plugin requests the service by its token. */
export interface Token {
  readonly name: string;
}

/** Tells listeners. */
export interface Signal<Arguments> {
  connect(hear: (sender: unknown, args: Arguments) => void): void;
  emit(args: Arguments): void;
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
  readonly disposed: Signal<undefined>;
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
  /** When it was last changed or, for a folder in JupyterLab, renamed. */
  readonly created?: string;
}

/** The learner's files: those of the site, including the learner's changes. */
export interface Contents {
  get(
    path: string,
    options?: { readonly content: boolean; readonly type?: string; readonly format?: string },
  ): Promise<FileModel>;
  save(path: string, file: object): Promise<unknown>;
  /** Fails if `to` exists. */
  rename(path: string, to: string): Promise<unknown>;
}

/** The same, where files and folders can also be made and taken away. */
export interface EditableContents extends Contents {
  /** Makes a file or folder with a name of its own. */
  newUntitled(options: { readonly path: string; readonly type: string }): Promise<FileModel>;
  /** Moves to the system's trash, where the server does that. */
  delete(path: string): Promise<unknown>;
}

/** A command that menus, keys and the palette run. */
interface Command {
  readonly label: string;
  readonly caption: string;
  readonly execute: () => unknown;
}

export interface Application {
  readonly shell: {
    add(widget: Widget, area: string, options: { readonly rank: number }): void;
    /** Absent in the view of one notebook. */
    collapseLeft?(): void;
  };
  /** When the front end stands as the learner left it. */
  readonly restored: Promise<unknown>;
  readonly commands: {
    addCommand(id: string, command: Command): void;
    execute(id: string, args?: object): Promise<unknown>;
    readonly commandExecuted: Signal<{
      readonly id: string;
      readonly args: object;
      readonly result: Promise<unknown>;
    }>;
  };
  readonly serviceManager: { readonly contents: EditableContents };
}

/** The colours of the page. */
export interface ThemeManager {
  /** The name of the current one. */
  readonly theme: string | null;
  readonly themeChanged: Signal<unknown>;
  setTheme(name: string): Promise<void>;
  isLight(name: string): boolean;
  /** Whether the theme follows the system. */
  isToggledAdaptiveTheme(): boolean;
}

/** The menus at the top. */
export interface MainMenu {
  readonly fileMenu: { addGroup(items: readonly { readonly command: string }[], rank: number): unknown };
}

/** The list of all commands. */
export interface Palette {
  addItem(item: { readonly command: string; readonly category: string }): unknown;
}

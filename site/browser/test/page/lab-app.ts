import type { NotebookContent } from "../../../../kernel/browser/page/front-end.ts";

/** What JupyterLite's `exposeAppInBrowser` gives, as far as tests use it. */
export interface LabApp {
  readonly shell: { readonly currentWidget: LabPanel | null };
  readonly commands: { execute(command: string, args?: object): Promise<unknown> };
  readonly serviceManager: {
    readonly contents: {
      get(path: string, options: object): Promise<{ readonly content: NotebookContent }>;
      save(path: string, file: object): Promise<unknown>;
    };
  };
}

/** An open notebook. */
export interface LabPanel {
  readonly sessionContext: {
    readonly session: { readonly kernel: { readonly status: string } | null } | null;
  };
  readonly context: { save(): Promise<void> };
  readonly content: { readonly model: { toJSON(): { readonly cells: readonly object[] } } };
}

/** What JupyterLite's `exposeAppInBrowser` gives, as far as tests use it. */
export interface LabApp {
  readonly shell: {
    readonly currentWidget: {
      readonly sessionContext: {
        readonly session: { readonly kernel: { readonly status: string } | null } | null;
      };
    } | null;
  };
  readonly commands: { execute(command: string, args?: object): Promise<unknown> };
  readonly serviceManager: { readonly contents: { save(path: string, file: object): Promise<unknown> } };
}

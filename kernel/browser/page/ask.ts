import type { DialogOptions, DialogResult, Packages } from "./packages.ts";

/** Shows a dialog and returns the answer. JupyterLab's dialogs do not tell screen readers what they are. */
export function ask(
  { apputils }: { readonly apputils: Pick<Packages["apputils"], "Dialog"> },
  options: DialogOptions,
): Promise<DialogResult> {
  const dialog = new apputils.Dialog(options);
  dialog.node.setAttribute("role", "dialog");
  dialog.node.ariaModal = "true";
  dialog.node.ariaLabel = options.title;
  return dialog.launch();
}

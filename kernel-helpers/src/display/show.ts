import { host } from "#host";
import { bundleOf, type Showable } from "./bundle-of.ts";

/**
 * Shows a chart, a figure, what `html`, `markdown` or `table` made, or any other value as text. The output contains
 * every form available, so that it works in JupyterLab, on a page without JavaScript and in a screen reader. Outside a
 * kernel it prints the text.
 */
export async function show(value: Showable): Promise<void> {
  await host.show(await bundleOf(value, true));
}

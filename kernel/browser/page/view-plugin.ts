import type { ViewData } from "../../../kernel-helpers/src/display/view-data.ts";
import { VIEW_TYPE } from "../../../kernel-helpers/src/display/view-data.ts";
import { mountView } from "../../../kernel-helpers/views/mount-view.ts";
import type { ViewTools } from "../../../kernel-helpers/views/view-tools.ts";
import type { Widget } from "./front-end.ts";
import type { MimeModel } from "./mime-registry.ts";
import type { Packages } from "./packages.ts";

/** Draws the course's interactive views in the notebooks of JupyterLab and JupyterLite. */
export function viewPlugin({ widgets }: Pick<Packages, "widgets">, tools: ViewTools): object {
  class ViewWidget extends widgets.Widget {
    #free = (): void => {};

    /** JupyterLab calls it for an output and again for each update of it. */
    async renderModel({ data }: MimeModel): Promise<void> {
      this.#free();
      this.#free = drawn(this.node, data, tools);
    }

    override dispose(): void {
      if (this.isDisposed) return;
      this.#free();
      super.dispose();
    }
  }
  return {
    id: "word2vec-lab-kernel:views",
    description: "Draws interactive views",
    dataType: "json",
    rendererFactory: {
      safe: true, // text of a view goes into the page as text
      mimeTypes: [VIEW_TYPE],
      defaultRank: 0, // preferred over the HTML that comes with it
      createRenderer: (): Widget => new ViewWidget(),
    },
  };
}

/** Draws a view, or what the same output shows as text if its data are none. */
function drawn(node: HTMLElement, data: MimeModel["data"], tools: ViewTools): () => void {
  try {
    return mountView(node, data[VIEW_TYPE] as ViewData, tools);
  } catch (error) {
    const still = document.createElement("pre");
    still.textContent = String(data["text/plain"] ?? (error as Error).message);
    node.replaceChildren(still);
    return () => {};
  }
}

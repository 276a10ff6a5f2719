import { CourseFiles } from "./course-files.ts";
import { orSayWhy } from "./desk.ts";
import type { Plugin } from "./front-end.ts";
import { LearnerFiles } from "./learner-files.ts";
import type { Packages } from "./packages.ts";
import { presentPath, renameEarlierCopies } from "./rename-earlier-copies.ts";

/**
 * Renames a learner's notebooks whose names the course has changed, before the first one opens: the front end waits for
 * its plugins. An address with an earlier name leads to the present one.
 */
export function namesPlugin(packages: Packages, site: URL): Plugin {
  return {
    id: "word2vec-lab-kernel:names",
    autoStart: true,
    requires: [],
    async activate(app) {
      const course = new CourseFiles(site);
      const catalogue = await course.catalogue().catch(() => undefined); // without a network nothing is renamed yet
      if (catalogue === undefined) return;
      await orSayWhy({ packages }, async () => {
        const files = new LearnerFiles(app.serviceManager.contents);
        const known = { catalogue: async () => catalogue, notebook: course.notebook.bind(course) };
        for (const { earlier, path, isRenamed } of await renameEarlierCopies(known, files)) {
          const text = isRenamed
            ? `“${earlier}”, which you changed, is now called “${path}”.`
            : `“${earlier}” is an earlier copy of yours. It stays beside “${path}”.`;
          packages.apputils.Notification.info(text, { autoClose: 12_000 });
        }
        await openPresentPath(
          (path) => files.has(path),
          (path) => presentPath(catalogue, path),
        );
      });
    },
  };
}

async function openPresentPath(
  isThere: (path: string) => Promise<boolean>,
  present: (path: string) => string | undefined,
): Promise<void> {
  const address = new URL(location.href);
  const asked = address.searchParams.get("path");
  const path = asked === null ? undefined : present(asked);
  if (asked === null || path === undefined || (await isThere(asked))) return;
  address.searchParams.set("path", path);
  location.replace(address);
  await new Promise(() => {}); // opens nothing until the browser has gone there
}

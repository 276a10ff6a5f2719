import type { Contents, FileModel } from "./front-end.ts";

/**
 * What is in a folder of the learner's, "" for the outermost. Asks again, a few times, because the server finds no folder
 * while files in it come and go.
 */
export async function folderEntries(
  contents: Pick<Contents, "get">,
  folder = "",
): Promise<readonly FileModel[]> {
  for (let tries = 1; ; tries++) {
    try {
      return (await contents.get(folder, { content: true })).content as readonly FileModel[];
    } catch (error) {
      if (tries === 5) throw error;
    }
  }
}

import type { Provider } from "./provide.portable.ts";

/** A page has no package client, and the texts may not lie beside it. */
export const provider: Provider = {
  async provide(name) {
    throw new Error(
      `Cannot open the data set "${name}" in a page: its texts may not be passed on, and a page cannot fetch packages. ` +
        "Remedy: a data set that ships with the course, or open the lesson in Node",
    );
  },
};

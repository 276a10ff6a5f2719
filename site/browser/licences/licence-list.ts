/** One work that is shipped with the site, and its licence. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  readonly text: string;
}

/** licences.txt: each work once, those with the same text together. */
export function licenceList(licences: readonly Licence[]): string {
  const works = new Map<string, Set<string>>();
  for (const { name, version, text } of licences) {
    const one = text.trim().replaceAll("\r\n", "\n");
    works.set(one, (works.get(one) ?? new Set()).add(`${name} ${version}`.trim()));
  }
  const parts = [...works].map(([text, names]) => `${[...names].join("\n")}\n\n${text}\n`);
  return `${HEAD}\n${parts.map((part) => `${RULE}\n${part}`).join("\n")}`;
}

const RULE = "=".repeat(80);
const HEAD = `What runs on these pages, by whom, and under which licence. Each text is the one that the
package itself brings.
`;

"use strict";
/** @import { DefinitionInfo, JSDocTagInfo, SignatureHelpItem, SignatureHelpItems, SymbolDisplayPart } from "typescript" */
/** @import { CellView, Inspection, TS } from "./help-types.d.ts" */

/** Most lines of a declaration that are shown. */
const MOST_LINES = 40;

/** @typedef {{ code: string } | { prose: string }} Section */

/** Tags of a docstring whose first word is the name of something, and how they are headed. */
const NAMED = new Map([
  ["param", "Parameters"],
  ["template", "Type parameters"],
  ["property", "Properties"],
]);

/** @type {ReadonlyMap<string, string>} */
const HEADED = new Map([
  ["returns", "Returns"],
  ["return", "Returns"],
  ["throws", "Throws"],
  ["deprecated", "Deprecated"],
  ["see", "See"],
  ["remarks", "Remarks"],
]);

/**
 * What is known about `position` of the cell: the name there, then the call whose parentheses surround it.
 * `detailed` adds the declaration of the name. Undefined if nothing is known.
 * @param {TS} ts
 * @param {CellView} view
 * @param {number} position
 * @param {boolean} detailed
 * @returns {Inspection | undefined}
 */
function inspect(ts, view, position, detailed) {
  const { service, file, offset } = view;
  const place = position + offset;
  const named = service.getQuickInfoAtPosition(file, place);
  const call = service.getSignatureHelpItems(file, place, {});
  /** @type {Section[]} */
  const sections = [];
  // an undeclared name has no kind, and the type any
  if (named !== undefined && named.kind !== "" && named.displayParts !== undefined) {
    sections.push({ code: ts.displayPartsToString(named.displayParts) });
    sections.push(...documentation(named.documentation, named.tags));
    const [declaration] = detailed ? (service.getDefinitionAtPosition(file, place) ?? []) : [];
    if (declaration) sections.push(...declarationOf(view, declaration));
  }
  if (call !== undefined) sections.push(...callOf(ts, call));
  if (sections.length === 0) return undefined;
  return { markdown: sections.map(markdownOf).join("\n\n"), text: sections.map(textOf).join("\n\n") };
}

/**
 * The signature of a call, with the parameter that is being written.
 * @param {TS} ts
 * @param {SignatureHelpItems} call
 * @returns {Section[]}
 */
function callOf(ts, { items, selectedItemIndex, argumentIndex }) {
  const item = items[selectedItemIndex];
  if (item === undefined) return [];
  const text = (/** @type {SymbolDisplayPart[]} */ parts) => ts.displayPartsToString(parts);
  const others = items.length > 1 ? [{ prose: `Overload ${selectedItemIndex + 1} of ${items.length}.` }] : [];
  const parameter =
    item.parameters[item.isVariadic ? Math.min(argumentIndex, item.parameters.length - 1) : argumentIndex];
  const now = [];
  if (parameter !== undefined) {
    const said = proseOf(written(parameter.documentation));
    now.push({ prose: `**This parameter**: \`${text(parameter.displayParts)}\`${said && ` — ${said}`}` });
  }
  return [
    { code: signatureText(text, item) },
    ...now,
    ...others,
    ...documentation(item.documentation, item.tags),
  ];
}

/**
 * @param {(parts: SymbolDisplayPart[]) => string} text
 * @param {SignatureHelpItem} item
 */
function signatureText(text, { prefixDisplayParts, parameters, separatorDisplayParts, suffixDisplayParts }) {
  const list = parameters.map(({ displayParts }) => text(displayParts)).join(text(separatorDisplayParts));
  return `${text(prefixDisplayParts)}${list}${text(suffixDisplayParts)}`;
}

/**
 * A docstring with its tags.
 * @param {SymbolDisplayPart[]} [parts]
 * @param {JSDocTagInfo[]} [tags]
 * @returns {Section[]}
 */
function documentation(parts = [], tags = []) {
  /** @type {Section[]} */
  const sections = [];
  const prose = proseOf(written(parts));
  if (prose !== "") sections.push({ prose });
  /** @type {Map<string, string[]>} */
  const lists = new Map();
  for (const { name, text } of tags) {
    const said = written(text ?? []);
    const list = NAMED.get(name);
    if (list !== undefined) {
      const [, subject = "", rest = ""] = /^(\S+)\s*-?\s*(.*)$/s.exec(said) ?? [];
      lists.set(list, [...(lists.get(list) ?? []), `- \`${subject}\`${rest && `: ${proseOf(rest)}`}`]);
    } else if (name === "example") {
      sections.push({ prose: "**Example**" }, { code: said.replace(/^```\w*\n?|\n?```$/g, "") });
    } else if (HEADED.has(name)) {
      sections.push({ prose: `**${HEADED.get(name)}** ${proseOf(said)}`.trimEnd() });
    }
  }
  const named = [...lists].map(([head, entries]) => ({ prose: `**${head}**\n\n${entries.join("\n")}` }));
  return [...sections.slice(0, prose ? 1 : 0), ...named, ...sections.slice(prose ? 1 : 0)];
}

/**
 * Where a name is declared, and the text there.
 * @param {CellView} view
 * @param {DefinitionInfo} declaration
 * @returns {Section[]}
 */
function declarationOf({ service, file, declared }, { fileName, textSpan, contextSpan = textSpan }) {
  const source = service.getProgram()?.getSourceFile(fileName);
  if (source === undefined) return [];
  const lines = source.text.slice(contextSpan.start, contextSpan.start + contextSpan.length).split("\n");
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), "…"] : lines;
  const { line } = source.getLineAndCharacterOfPosition(textSpan.start);
  const here = fileName === file || fileName === declared;
  const place = here ? "a cell of this session" : `\`${shortName(fileName, file)}\`, line ${line + 1}`;
  return [{ prose: `**Declared in** ${place}` }, { code: shown.join("\n") }];
}

/**
 * The name of a file as seen from its package, or from the folders that it shares with `other`.
 * @param {string} name
 * @param {string} other
 */
function shortName(name, other) {
  const [folders, ours] = [name.split("/"), other.split("/")];
  const inPackage = folders.lastIndexOf("node_modules") + 1;
  const differs = folders.findIndex((folder, i) => folder !== ours[i]);
  return folders.slice(Math.max(inPackage, differs)).join("/");
}

/**
 * Text of a docstring with its links: `{@link name}`, `{@link name | words}` and `{@link https://… words}`.
 * @param {readonly SymbolDisplayPart[]} parts
 */
function written(parts) {
  return parts
    .map(({ kind, text }, i) => {
      if (kind === "link") return "";
      if (kind === "linkName") return parts[i + 1]?.kind === "linkText" ? "" : `\`${text}\``;
      if (kind !== "linkText") return text;
      return text.replace(/^(https?:\S+)\s*(.*)$/s, (_, url, words) => `[${words || url}](${url})`);
    })
    .join("")
    .trim();
}

/**
 * Markdown of a docstring: what looks like an HTML tag is escaped, except in code and formulas.
 * @param {string} text
 */
function proseOf(text) {
  return text.replace(/(`+)[^`]*?\1|\$[^$\n]+\$|<(?=[\w/!])/g, (part) => (part === "<" ? "&lt;" : part));
}

/** @param {Section} section */
function markdownOf(section) {
  return "code" in section ? `\`\`\`typescript\n${section.code}\n\`\`\`` : section.prose;
}

/** @param {Section} section */
function textOf(section) {
  if ("code" in section) return section.code;
  return section.prose
    .replace(/\*\*(.+?)\*\*/g, "$1")
    .replaceAll("&lt;", "<")
    .replace(/`([^`]+)`/g, "$1");
}

module.exports = { inspect };

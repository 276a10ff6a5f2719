import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { host } from "#host";
import { projectRoot } from "../../../setup/paths.mjs";
import { fetchArchive } from "./fetch-archive.node.ts";
import { dataset, getDataset } from "./index.ts";
import { recipes } from "./recipes.ts";
import { sha256Of } from "./sha256.node.ts";
import { unpackedFiles } from "./unpacked-files.node.ts";

let scratch = "";
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "w2v-data-"));
});
afterEach(() => {
  rmSync(scratch, { recursive: true });
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const index = await host.datasets();
const film = index["film-snippets"]!;
const wanted = film.package!;

test("the package of a data set is loaded, checked and unpacked, and its records are those of the index", async () => {
  const archive = join(scratch, wanted.archive);
  const lines: string[] = [];
  await fetchArchive("film-snippets", wanted, { archive, scratch, report: (line) => void lines.push(line) });
  expect(await sha256Of(archive)).toBe(wanted.sha256);
  expect(
    lines.every((line) =>
      /^loading vaderSentiment [\d.]+ for "film-snippets": [\d.]+ of [\d.]+ MB/.test(line),
    ),
  ).toBe(true);
  const recipe = recipes["film-snippets"]!;
  const records = recipe.make(await unpackedFiles(archive, scratch, (path) => recipe.needs(path)));
  const text = records.map((record) => `${JSON.stringify(record)}\n`).join("");
  expect([records.length, await sha256Of(new TextEncoder().encode(text))]).toEqual([
    film.records,
    film.sha256,
  ]);
}, 60_000);

test("a package with another SHA-256 is refused before anything is done with it", async () => {
  const other = { ...wanted, sha256: "0".repeat(64) };
  const archive = join(scratch, wanted.archive);
  await expect(fetchArchive("film-snippets", other, { archive, scratch, report: () => {} })).rejects.toThrow(
    /^Cannot fetch the data set "film-snippets": the package vaderSentiment 3\.3\.2 did not come: pip says: .*Remedy: check the network/s,
  );
  expect(existsSync(archive)).toBe(false);
}, 60_000);

test("without a network the message is ours, and a lesson goes on with what ships", async () => {
  vi.stubEnv("PIP_INDEX_URL", "http://127.0.0.1:9/simple");
  vi.stubEnv("PIP_EXTRA_INDEX_URL", "");
  vi.stubEnv("PIP_FIND_LINKS", "");
  vi.stubEnv("PIP_RETRIES", "0");
  const told = vi.spyOn(console, "log").mockImplementation(() => {});

  vi.spyOn(host, "datasets").mockResolvedValue({
    ...index,
    "film-snippets": {
      ...film,
      file: "build/not-there.jsonl",
      package: { ...wanted, archive: "not-there-1.tar.gz" },
    },
  });
  const found = await dataset("film-snippets", { otherwise: "written-reviews" });
  expect(found.name).toBe("written-reviews");
  expect(found.records).toHaveLength(1600);
  expect(told.mock.calls.flat().join("\n")).toMatch(
    /^Cannot fetch the data set "film-snippets": .*This lesson goes on with "written-reviews", which ships with the course, so its numbers differ\.$/s,
  );
  await expect(getDataset("film-snippets")).rejects.toThrow(/Remedy: check the network, then run it again$/);
}, 60_000);

test("a data set that ships is never fetched", async () => {
  await getDataset("written-reviews");
  const { records, licence } = await dataset("debian-faq");
  expect([records.length, licence]).toEqual([147, "permission notice, datasets/debian-faq/NOTICE"]);
  expect(existsSync(join(projectRoot, "datasets/debian-faq/NOTICE"))).toBe(true);
});

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { exercises } from "../../kernel-helpers/src/practice/index.ts";
import { projectRoot } from "../../setup/paths.mjs";
import { readCourse } from "../../tools/course/course-list.ts";
import { bookPages } from "../../tools/look/site-pages.ts";
import { courseSecrets } from "../browser/secrets/course-secrets.ts";
import { findSecrets } from "../browser/secrets/find-secrets.ts";
import { type BuiltSite, buildSite } from "./build-site.ts";
import { courseGlossary, courseReferences } from "./course-texts.ts";

const course = readCourse(projectRoot);
const target = join(projectRoot, "build/fixture/book");

describe("the book of the course, from notebooks that were not run", () => {
  let built: BuiltSite;
  const pages = new Map<string, string>();
  beforeAll(async () => {
    built = await buildSite({ course, notebooks: join(projectRoot, "notebooks"), target });
    for (const path of bookPages(target)) pages.set(path, readFileSync(join(target, path), "utf8"));
  });

  test("has every reference that the lessons cite, and every term of its glossary in the lesson it names", () => {
    expect(built.missing).toEqual([]);
    expect(pages.get("04-cbow.html")).toMatch(
      /<a class="cite" href="references.html#rong-2014">Rong 2014<\/a>/,
    );
    expect(pages.get("exercises/04-cbow-exercises.html")).toContain('href="../references.html#rong-2014"');
    for (const { key } of courseReferences(projectRoot)) {
      expect(pages.get("references.html")).toContain(`<li id="${key}">`);
    }
    const places = [...(pages.get("glossary.html") ?? "").matchAll(/<dd>[\s\S]*?<a href="([^"]+)"/g)];
    expect(places.length).toBe(courseGlossary(projectRoot).length);
  });

  test("links to nothing that it does not have", () => {
    const broken = [...pages].flatMap(([path, html]) =>
      [...html.matchAll(/(?:href|src)="([^"]*)"/g)]
        .map(([, link = ""]) => text(link))
        .filter((link) => !/^[a-z]+:/.test(link) && (link === "" || !resolves(path, link)))
        .map((link) => `${path}: ${link}`),
    );
    expect(broken).toEqual([]);
    expect([...pages.values()].join("")).not.toMatch(/href="[^"]*\.ipynb/);
  });
  const resolves = (from: string, link: string): boolean => {
    const [path = "", place] = link.split("#");
    const file = path === "" ? from : relative(target, join(target, dirname(from), path));
    const inside = decodeURIComponent(place ?? "");
    if (!pages.has(file)) return place === undefined && existsSync(join(target, file));
    return inside === "" || pages.get(file)?.includes(`id="${inside}"`) === true;
  };

  test("shows the way through all lessons, those to come marked", () => {
    const [, ...entries] = (pages.get("index.html") ?? "").split('<ol class="path">')[1]?.split("<li") ?? [];
    const numbers = entries.map((entry) => /class="number">(\d+)/.exec(entry)?.[1]);
    expect(numbers).toEqual(Array.from({ length: 19 }, (_, i) => String(i).padStart(2, "0")));
    const marked = entries.filter((entry) => entry.includes("to come")).length;
    expect(marked).toBe(19 - course.lessons.length);
  });

  test("tells teachers each lesson's minutes and objectives, and each known mistake with its question", () => {
    const page = text(pages.get("teachers.html") ?? "");
    for (const { knownMistakes } of Object.values(exercises)) {
      for (const { name, hint } of knownMistakes) {
        expect(page).toContain(name);
        expect(page).toContain(hint);
      }
    }
    for (const { minutes } of course.lessons) expect(page).toContain(`${minutes} minutes.`);
    expect(page).toContain("derive the cosine of two vectors");
    for (const place of ["Publishing-it", "A-learner's-work", "What-works-where"]) {
      expect(text(pages.get("teachers.html") ?? "", false)).toContain(`href="docs/browser.html#${place}"`);
    }
  });

  test("has a page of prompts for each notebook of exercises, with the way there and back", () => {
    for (const { id, exercises: has } of course.lessons.filter((lesson) => lesson.exercises)) {
      expect(has).toBe(true);
      const page = [...pages].find(([path]) => path.startsWith(`exercises/${id}`));
      expect(page?.[1]).toContain(`href="../${id}.html"`);
      expect(pages.get(`${id}.html`)).toContain(`href="${page?.[0]}"`);
    }
    expect(pages.get("exercises/04-cbow-exercises.html")).toContain("The hidden layer (2 points)");
  });

  test("contains no solution and no hidden check", () => {
    expect(findSecrets(target, courseSecrets(projectRoot))).toEqual([]);
  });
});

describe("a lesson that cites", () => {
  const root = join(projectRoot, "build/fixture/citing");
  const reference = { title: "T", where: "W", url: "https://a.example" };
  const references = [
    { ...reference, key: "one", authors: ["Aa"], year: "2001" },
    { ...reference, key: "three-a", authors: ["Bb", "Cc", "Dd"], year: "2002a" },
    { ...reference, key: "three-b", authors: ["Bb", "Ee", "Ff"], year: "2002b" },
  ];
  const page = async (prose: string): Promise<{ links: string[]; missing: readonly string[] }> => {
    rmSync(root, { recursive: true, force: true });
    mkdirSync(join(root, "notebooks/src"), { recursive: true });
    writeFileSync(join(root, "notebooks/src/references.json"), JSON.stringify(references));
    const cell = { cell_type: "markdown", id: "text", metadata: {}, source: prose };
    writeFileSync(
      join(root, "notebooks/01-one.ipynb"),
      JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 }),
    );
    const lesson = {
      id: "01-one",
      title: "One",
      learns: "x",
      minutes: 1,
      run: "any",
      exercises: false,
    } as const;
    const { missing } = await buildSite({
      course: { title: "C", summary: "S", lessons: [lesson] },
      root,
      notebooks: join(root, "notebooks"),
      target: join(root, "site"),
    });
    const html = readFileSync(join(root, "site/01-one.html"), "utf8");
    const links = [...html.matchAll(/class="cite" href="([^"]*)">([^<]*)</g)].map(
      ([, to, words]) => `${words?.replace(/\s+/g, " ")} -> ${to?.replace("references.html", "")}`,
    );
    return { links, missing };
  };

  test("links to the list, whatever the form, over the end of a line, and to arXiv, but not in a formula", async () => {
    const prose =
      'Aa 2001, eq. 3; (Bb et\nal. 2002a, 2002b); Bb, Ee and Ff 2002 ("2002b"), arXiv 1301.3781. In 2001 `Aa 2001`. ' +
      "$x$ and $$y \\text{ by Aa 2001}$$";
    expect(await page(prose)).toEqual({
      links: [
        "Aa 2001 -> #one",
        "Bb et al. 2002a -> #three-a",
        "2002b -> #three-b",
        "Bb, Ee and Ff 2002 -> #three-b",
        "arXiv 1301.3781 -> https://arxiv.org/abs/1301.3781",
      ],
      missing: [],
    });
  });

  test("is told what the list does not have", async () => {
    expect(await page("Aa 2002; Bb 2002a; Cc et al. 2002a; Bb, Cc and Dd 2002a.")).toEqual({
      links: ["Bb, Cc and Dd 2002a -> #three-a"],
      missing: [
        "01-one: no reference for Aa 2002",
        "01-one: no reference for Bb 2002a",
        "01-one: no reference for Cc et al. 2002a",
      ],
    });
  });
});

/** What a page says, without its tags unless they are wanted. */
function text(html: string, tagless = true): string {
  const entities: Readonly<Record<string, string>> = {
    lt: "<",
    gt: ">",
    quot: '"',
    "#34": '"',
    "#39": "'",
    amp: "&",
  };
  return (tagless ? html.replace(/<[^>]*>/g, "") : html).replace(
    /&(lt|gt|quot|#34|#39|amp);/g,
    (_, name: string) => entities[name] ?? "",
  );
}

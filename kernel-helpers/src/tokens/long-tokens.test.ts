import { afterEach, expect, test, vi } from "vitest";
import { longTokens } from "./long-tokens.ts";
import { tokenizer } from "./tokenizer.ts";
import { warnOfLongTokens } from "./warn-of-long-tokens.ts";

const words = tokenizer("words");
afterEach(() => {
  vi.restoreAllMocks();
});

/** Article 1 of the Universal Declaration of Human Rights. */
const declarations = {
  English: "All human beings are born free and equal in dignity and rights.",
  German:
    "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Donaudampfschifffahrtsgesellschaft!",
  Finnish: "Kaikki ihmiset syntyvät vapaina ja tasavertaisina arvoltaan ja oikeuksiltaan.",
  Turkish: "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar.",
  Hindi: "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।",
  Malayalam: "മനുഷ്യരെല്ലാവരും തുല്യാവകാശങ്ങളോടും അന്തസ്സോടും സ്വാതന്ത്ര്യത്തോടുംകൂടി ജനിച്ചവരാണ്‌.",
  Kalaallisut:
    "Inuit tamarmik inunngorput nammineersinnaassuseqarlutik assigiimmillu ataqqinassuseqarlutillu pisinnaatitaaffeqarlutik.",
  Korean: "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.",
  Tibetan: "འགྲོ་བ་མིའི་རིགས་རྒྱུད་ཡོངས་ལ་སྐྱེས་ཙམ་ཉིད་ནས་ཆེ་མཐོངས་དང༌།",
} as const;

test.each(Object.entries(declarations))("longTokens() accepts the words of %s", (_, text) => {
  expect(longTokens([words(text)])).toBeUndefined();
});

test.each([
  ["Chinese", "Han characters and kana", "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心。"],
  [
    "Japanese",
    "Han characters and kana",
    "すべての人間は、生れながらにして自由であり、かつ、尊厳と権利とについて平等である。",
  ],
  ["Thai", "a script without spaces", "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ"],
  ["Khmer", "a script without spaces", "មនុស្សទាំងអស់ កើតមកមានសេរីភាព និងសមភាព ក្នុងផ្នែកសេចក្ដីថ្លៃថ្នូរនិងសិទ្ធិ។"],
  ["letters without spaces", "an alphabet", "allhumanbeingsarebornfreeandequalindignityandrights"],
])("longTokens() finds that words does not divide %s", (_, script, text) => {
  expect(longTokens([words(text)])).toMatchObject({ script });
});

test.each([
  ["chinese", "人人生而自由，在尊严和权利上一律平等。"],
  ["japanese", "すべての人間は、生れながらにして自由である。"],
] as const)("longTokens() accepts what the tokenizer %s makes", (name, text) => {
  expect(longTokens([tokenizer(name)(text)])).toBeUndefined();
});

test.each([
  ["Han characters and kana", "国", 4],
  ["a script without spaces", "ก", 8],
  ["an alphabet", "x", 20],
])("longTokens() accepts words of %s up to its limit", (script, letter, most) => {
  expect(longTokens([[letter.repeat(most)]])).toBeUndefined();
  expect(longTokens([[letter.repeat(most), letter.repeat(most + 1)]])).toMatchObject({ script, most });
});

test("longTokens() does not count a script that has less than a tenth of the characters", () => {
  const english = Array.from({ length: 30 }, () => words(declarations.English));
  const quoted = [words("人人生而自由在尊严和权利上一律平等")]; // 17 of 1,500 characters
  expect(longTokens([...english, ...quoted])).toBeUndefined();
  expect(longTokens([...english.slice(0, 2), ...quoted])).toMatchObject({ mean: 17, most: 4 });
});

test("longTokens() looks at 100,000 tokens, and is content with none", () => {
  const long = ["国王爱王后王后也爱国王"];
  const short = Array.from({ length: 50_000 }, () => ["国王", "爱"]);
  expect(longTokens([...short, ...short.map(() => long)])).toBeUndefined();
  expect(longTokens([...short.slice(1), ...short.map(() => long)])).toBeUndefined(); // two of them
  expect(longTokens([...short.slice(25_000), ...short.map(() => long)])).toBeDefined();
  expect(longTokens([])).toBeUndefined();
  expect(longTokens([["", ""]])).toBeUndefined();
});

test("warnOfLongTokens() says how long they are and what to do, and nothing about words", () => {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  warnOfLongTokens([words(declarations.Finnish)]);
  expect(warn).not.toHaveBeenCalled();
  warnOfLongTokens([["国王爱王后王后也爱国王"]]);
  expect(warn.mock.calls).toEqual([
    [
      "warning: tokens of Han characters and kana have 11.0 characters on average, and words at most 4: these are whole phrases. " +
        'Remedy: the tokenizer "chinese" or "japanese" of tokenSentences in a notebook, of --tokenizer in w2v train; ' +
        '"whitespace" for a text with spaces between its words',
    ],
  ]);
});

import { seededRandom } from "../base/index.ts";
import type { Example } from "../model/index.ts";
import { exampleSource } from "./example-source.ts";
import { noExamples } from "./no-examples.ts";
import type { Numbered } from "./numbered.ts";
import type { Settings } from "./options.ts";

/** The examples of the sentences, starting again after the last one. Throws RangeError when a whole pass gives none. */
export function* endlessExamples({ vocabulary, ids }: Numbered, settings: Settings): Generator<Example> {
  const examplesOf = exampleSource(vocabulary, settings, seededRandom(settings.seed + 1));
  for (let found = true; found; ) {
    found = false;
    for (const sentence of ids) {
      for (const example of examplesOf(sentence)) {
        found = true;
        yield example;
      }
    }
  }
  throw noExamples(ids.length);
}

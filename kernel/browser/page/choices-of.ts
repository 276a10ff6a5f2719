import type { ChoiceStore } from "../../../kernel-helpers/views/view-tools.ts";
import type { ProgressSource } from "./progress-source.ts";

/** Where the questions on a page find and keep choices: with the learner's progress, which may be known only later. */
export function choicesOf(progress: ProgressSource | Promise<ProgressSource>): ChoiceStore {
  return {
    async read(question) {
      const { choices } = await (await progress).record();
      return choices?.[question]?.choice;
    },
    async write(question, choice, right) {
      await (await progress).keepChoice({ question, choice, right });
    },
  };
}

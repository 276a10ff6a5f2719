import type { Question } from "../question.ts";

/** The questions of lesson 00 by their ids, in the order of the lesson. */
export const startHereQuiz: Readonly<Record<"00-start-here/type-error" | "00-start-here/passed", Question>> =
  {
    "00-start-here/type-error": {
      question:
        "The second line of the next cell gives a text to a variable of the type number. What happens when you run the cell?",
      choices: [
        {
          text: "The first line prints, then the second one stops the cell",
          why: "That is how mistakes behave that show only while a cell runs, such as the RangeError further down. A wrong type is found before that.",
        },
        {
          text: "Nothing prints, and a message names the line of the mistake",
          why: "The whole cell is type-checked before any of it runs, so not even the first line prints.",
          right: true,
        },
        {
          text: "Both lines run, since types are only notes for the reader",
          why: "They would be for a program that removes the types and runs what is left. This kernel checks them first and refuses the cell.",
        },
      ],
    },
    "00-start-here/passed": {
      question: "A check says that your function is right. What do you know?",
      choices: [
        {
          text: "Its code does the same steps as the solution",
          why: "A check never looks at your code. It calls the function and compares what comes back, so any way to write it is fine.",
        },
        {
          text: "It is right for all arguments that there are",
          why: "A check tries a limited number of cases, and no number of cases proves a formula. That is why the lessons derive each one.",
        },
        {
          text: "The points for it are safe and count as a grade",
          why: "A check runs beside your code, and code can fool what runs beside it. The points are for practice.",
        },
        {
          text: "It gave what was wanted in each case that was tried",
          why: "That is all a check does. Its cases have awkward shapes and values, so a formula that fits only the easy ones fails.",
          right: true,
        },
      ],
    },
  };

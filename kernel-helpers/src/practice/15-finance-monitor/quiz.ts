import type { Question } from "../question.ts";

/** The questions of lesson 15 by their ids, in the order of the lesson. */
export const financeMonitorQuiz: Readonly<
  Record<
    | "15-finance-monitor/nine-of-ten"
    | "15-finance-monitor/give-aways"
    | "15-finance-monitor/band-from-all"
    | "15-finance-monitor/higher-limit",
    Question
  >
> = {
  "15-finance-monitor/nine-of-ten": {
    question:
      "Two readers sort 100 headlines. Each calls 95 of them neither good nor bad, and they agree on 90. What is κ, about?",
    choices: [
      {
        text: "0.9, as they agree on nine of ten",
        why: "That is the raw agreement. Two readers who look at nothing and say neither 95 times of 100 agree just as often: 0.95² + 0.05² is 0.905.",
      },
      {
        text: "0.45, half of what it seems",
        why: "Chance takes away more than half. Compute 0.95² + 0.05² and see how much of 0.90 lies above it.",
      },
      {
        text: "0, as chance alone gives as much",
        why: "Chance gives 0.95² + 0.05² = 0.905 where the rest is of one class, so 0.90 is no more than chance: κ is −0.05.",
        right: true,
      },
    ],
  },
  "15-finance-monitor/give-aways": {
    question:
      'A label is made from the words "loss … vs profit". A classifier that reads pairs of words finds nearly every label. What has it learned?',
    choices: [
      {
        text: "What firms write about in a bad year",
        why: "It may have, but nothing shows that. Take the two words away and measure again: only what is left was learned from the rest of the message.",
      },
      {
        text: "To read off the words that made the label",
        why: 'The pair "vs profit" is the label in other letters. A test on messages of the same kind cannot tell reading off from understanding.',
        right: true,
      },
      {
        text: "The order of words, which single words lack",
        why: "It is true that pairs see the order, and single words do not: both kinds of messages have both words. But what the order tells here is the label itself.",
      },
      {
        text: "Nothing, since there are too few messages",
        why: "A few hundred messages are enough to learn one pair of words. The trouble is what there is to learn, not how much.",
      },
    ],
  },
  "15-finance-monitor/band-from-all": {
    question:
      "A band μ ± 3 s / √n is to judge a stream. μ and s are taken from the whole stream, the shock included. What happens?",
    choices: [
      {
        text: "The band moves towards the shock and becomes wider, so that the shock may stay inside",
        why: "The shock raises s and pulls μ along: it is judged by a band that it has made itself. Take both from messages of before.",
        right: true,
      },
      {
        text: "Nothing changes, as the shock is a small part of the stream and a mean hardly sees it",
        why: "Compare the exercise with both bands: each score counts in the variance by the square of its distance, so that even a short shock far away widens the band.",
      },
      {
        text: "The band becomes better, as more messages give a more exact μ and a more exact s",
        why: "They are more exact numbers for the wrong thing: a mixture of quiet and shock. The band must say where the mean lies if nothing happens.",
      },
    ],
  },
  "15-finance-monitor/higher-limit": {
    question:
      "The limit h of a CUSUM chart is raised from 4 to 5, with slack 1/2 and normal values. What happens to false alarms and to the delay of a shift by one deviation?",
    choices: [
      {
        text: "Both alike: a quarter fewer false alarms, a quarter more delay",
        why: "Only the delay goes about in a straight line with h: the sum climbs by half a deviation at each value. A quiet stream must climb by chance, which becomes rarer by a factor.",
      },
      {
        text: "False alarms hardly change, while the delay grows nearly threefold",
        why: "It is the other way round. The factor belongs to what happens by chance.",
      },
      {
        text: "Neither changes much, as the slack decides what counts",
        why: "The slack says which values count; the limit says for how long. Look at the curve of the run length over h: on a logarithmic axis it is steep.",
      },
      {
        text: "False alarms become nearly three times rarer, the delay grows by two",
        why: "168 values from one false alarm to the next become 465, and 8.4 values of delay become 10.4. The sum climbs evenly in a shift, but only by chance in quiet.",
        right: true,
      },
    ],
  },
};

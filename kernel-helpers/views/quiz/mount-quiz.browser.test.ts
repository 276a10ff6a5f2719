import { describeQuiz } from "./mount-quiz.suite.ts";

describeQuiz("chromium");

import { describeQuiz } from "./mount-quiz.suite.ts";

describeQuiz("firefox"); // which takes seconds to start

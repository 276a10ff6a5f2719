import { join } from "node:path";
import { fixtureCourse } from "../fixture/fixture-course.ts";
import { describeNotebooks } from "./describe-notebooks.ts";

// lessons: npm run test:all
describeNotebooks("fixture", [join(fixtureCourse("course", "lab"), "notebooks/01-outputs.ipynb")]);

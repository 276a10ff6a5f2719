import { join } from "node:path";
import { projectRoot } from "../../setup/paths.mjs";
import { describeNotebooks } from "./describe-notebooks.ts";

describeNotebooks("lessons", [join(projectRoot, "notebooks/04-cbow.ipynb")]);

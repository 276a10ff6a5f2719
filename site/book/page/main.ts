// What every page of the book runs. Without it the pages still read: formulas stay as they were written.
import { askPredictions } from "./ask-predictions.ts";
import { drawFormulas } from "./formulas.ts";
import { leadFromFiles } from "./lead-from-files.ts";
import { markPlace } from "./mark-place.ts";
import { mountViews } from "./mount-views.ts";
import { openForPrint } from "./open-for-print.ts";
import { reachScrollers } from "./reach-scrollers.ts";
import { startSearch } from "./start-search.ts";

askPredictions();
drawFormulas();
leadFromFiles();
markPlace();
mountViews();
openForPrint();
reachScrollers();
startSearch();

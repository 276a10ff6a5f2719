/** When progress events are due. */
export interface DueEvents {
  /** Tokens read at which the event behind `reported` others is due. */
  next(reported: number): number;
  /** Events that are due when so many tokens have been read. */
  reached(tokens: number): number;
}

/**
 * `reports` events at equal intervals of `totalTokens` tokens. There is one event for each token at most: the products of more
 * would be inexact.
 */
export function dueEvents({ reports }: { readonly reports: number }, totalTokens: number): DueEvents {
  const events = Math.min(reports, totalTokens);
  return {
    next: (reported) => ((reported + 1) * totalTokens) / events,
    reached: (tokens) => Math.floor((events * tokens) / totalTokens),
  };
}

import { type Random, randomBelow } from "../../kernel-helpers/src/base/index.ts";
import { type RawAnswer, rawRequest } from "./raw-request.ts";
import { policyProblem, SECRET } from "./served-site.ts";

/** One request: what is sent, and what is wrong with the answer. */
export interface ServerRequest {
  readonly text: string;
  /** The statuses that are right; Node itself gives 400, 408 and 431, without our headers. */
  readonly statuses: readonly (number | undefined)[];
  /** More that must hold. */
  problem?(answer: RawAnswer): string | undefined;
}

/** Sends a request; undefined, or what is wrong with its answer. */
export async function requestProblem(url: string, request: ServerRequest): Promise<string | undefined> {
  const answer = await rawRequest(url, request.text);
  const problem = (): string | undefined => {
    if (!request.statuses.includes(answer.status)) return `the status was ${answer.status}`;
    if (answer.body.includes(SECRET)) return "it gave a file away";
    if (!answer.headers.has("content-security-policy") && [400, 408, 431].includes(answer.status ?? 0))
      return;
    return answer.status === undefined ? undefined : (policyProblem(answer) ?? request.problem?.(answer));
  };
  const found = problem();
  return found && `${found} for ${JSON.stringify(request.text.slice(0, 300))}`;
}

/** One of the items. */
export const pick = <T>(items: readonly T[], random: Random): T =>
  items[randomBelow(items.length, random)] as T;

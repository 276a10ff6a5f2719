import type { Message } from "../protocol.ts";

/** The result of a check in a form for programs. */
export interface Verdict {
  /** "04-cbow/hidden-layer". */
  readonly exercise: string;
  readonly passed: boolean;
  readonly earned: number;
  readonly points: number;
}

/** The type under which `check` of kernel-helpers publishes it, next to the text for people. */
const TYPE = "application/vnd.word2vec-lab.check+json";

/** The verdict in what a kernel published, if there is one. Any cell can publish one: it is practice, not proof. */
export function verdictOf({ header, content }: Message): Verdict | undefined {
  if (header.msg_type !== "display_data") return undefined;
  const verdict = (content as { readonly data?: Readonly<Record<string, unknown>> }).data?.[TYPE];
  return isVerdict(verdict) ? verdict : undefined;
}

function isVerdict(value: unknown): value is Verdict {
  const { exercise, passed, earned, points } = (value ?? {}) as Partial<Verdict>;
  return (
    typeof exercise === "string" &&
    typeof passed === "boolean" &&
    Number.isFinite(earned) &&
    Number.isFinite(points)
  );
}

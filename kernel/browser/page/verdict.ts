import type { Message } from "../protocol.ts";

/** What a check found, in the form that programs read. */
export interface Verdict {
  /** "04-cbow/hidden-layer". */
  readonly exercise: string;
  readonly passed: boolean;
  readonly earned: number;
  readonly points: number;
}

/** The form in which `check` of kernel-helpers tells it, beside what people read. */
const TYPE = "application/vnd.word2vec-lab.check+json";

/** The verdict in what a kernel published, if there is one. Any cell can show one: it is practice, and no proof. */
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

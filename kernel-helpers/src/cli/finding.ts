/** What `w2v doctor` found out about one thing that the course needs. */
export interface Finding {
  /** What was looked at. */
  readonly name: string;
  /** Whether it is in order. */
  readonly ok: boolean;
  /** What is there, or what is wrong. */
  readonly found: string;
  /** The remedy; "" when none is needed. */
  readonly fix: string;
}

/** A finding in order. */
export function fine(name: string, found: string): Finding {
  return { name, ok: true, found, fix: "" };
}

/** A problem; `fix` says how to solve it. */
export function wrong(name: string, found: string, fix = "npm run setup"): Finding {
  return { name, ok: false, found, fix };
}

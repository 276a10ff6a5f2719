/** What `w2v doctor` found out about one thing that the course needs. */
export interface Finding {
  /** What was looked at. */
  readonly name: string;
  /** Whether it is as it must be. */
  readonly ok: boolean;
  /** What is there, or what is wrong. */
  readonly found: string;
  /** The remedy; "" when none is needed. */
  readonly fix: string;
}

/** It is as it must be. */
export function fine(name: string, found: string): Finding {
  return { name, ok: true, found, fix: "" };
}

/** It is not; `fix` mends it. */
export function wrong(name: string, found: string, fix = "npm run setup"): Finding {
  return { name, ok: false, found, fix };
}

/** The result of asking a service about known vulnerabilities: one line for a person, and how many there are. */
export interface Verdict {
  readonly line: string;
  /** The number of vulnerabilities; undefined if nothing could be asked. */
  readonly found: number | undefined;
}

/** What a program wrote to stdout and stderr. */
export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

/** Reads what `npm audit --json` printed. */
export function npmVerdict(printed: Printed): Verdict {
  const report = parsed(printed.stdout) as {
    readonly metadata?: { readonly vulnerabilities?: { total?: number } };
    readonly message?: string;
  };
  const total = report?.metadata?.vulnerabilities?.total;
  if (total === undefined) return notAsked("npm packages", report?.message ?? printed.stderr);
  return verdict("npm packages", total, "npm audit lists them");
}

/** Reads what `pip-audit --format json` printed for the lock file `path`. */
export function pythonVerdict({ stdout, stderr }: Printed, path: string): Verdict {
  const report = parsed(stdout) as { readonly dependencies?: readonly PythonPackage[] };
  const packages = report?.dependencies ?? [];
  const answered = packages.filter(({ vulns }) => vulns !== undefined);
  if (answered.length === 0) return notAsked(path, packages[0]?.skip_reason ?? stderr);
  const bad = answered.flatMap(({ name, version, vulns = [] }) =>
    vulns.map(({ id }) => `${name} ${version}: ${id}`),
  );
  const unknown = packages.length - answered.length;
  const { line, found } = verdict(path, bad.length, bad.join(", "));
  return { found, line: unknown === 0 ? line : `${line}; the service does not know ${unknown} of them` };
}

interface PythonPackage {
  readonly name: string;
  readonly version?: string;
  /** Absent for a package about which the service gave no answer. */
  readonly vulns?: readonly { readonly id: string }[];
  /** Why the service gave no answer about it. */
  readonly skip_reason?: string;
}

function verdict(what: string, found: number, which: string): Verdict {
  const line =
    found === 0
      ? `${what}: no known vulnerability`
      : `${what}: known vulnerabilities: ${found} (${which}). Remedy: a newer version`;
  return { line, found };
}

function notAsked(what: string, why: string): Verdict {
  const reason = why.trim().split("\n").at(-1) || "the program said nothing";
  return {
    line: `${what}: not checked: ${reason}. Remedy: run it where the service can be reached`,
    found: undefined,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the program failed before it had a report
  }
}

/** The result of asking a service about known vulnerabilities: one line for a person, and how many there are. */
export interface Verdict {
  readonly line: string;
  /** 0 also when nothing could be asked. */
  readonly found: number;
}

/** Reads what `npm audit --json` printed. */
export function npmVerdict(printed: string): Verdict {
  const report = parsed(printed) as { readonly metadata?: { readonly vulnerabilities?: { total?: number } } };
  const total = report?.metadata?.vulnerabilities?.total;
  if (total === undefined) return notAsked("npm packages", "the npm registry");
  return verdict("npm packages", total, "npm audit lists them");
}

/** Reads what `pip-audit --format json` printed for the lock file `path`. */
export function pythonVerdict(printed: string, path: string): Verdict {
  const report = parsed(printed) as { readonly dependencies?: readonly PythonPackage[] };
  const packages = report?.dependencies ?? [];
  const answered = packages.filter(({ vulns }) => vulns !== undefined);
  if (answered.length === 0) return notAsked("Python packages", "the service of pip-audit");
  const bad = answered.flatMap(({ name, version, vulns = [] }) =>
    vulns.map(({ id }) => `${name} ${version}: ${id}`),
  );
  const unknown = packages.length - answered.length;
  const { line, found } = verdict("Python packages", bad.length, bad.join(", "));
  return { found, line: unknown === 0 ? line : `${line}; ${unknown} of ${path} are unknown to the service` };
}

interface PythonPackage {
  readonly name: string;
  readonly version?: string;
  /** Absent for a package about which the service gave no answer. */
  readonly vulns?: readonly { readonly id: string }[];
}

function verdict(what: string, found: number, which: string): Verdict {
  const line =
    found === 0
      ? `${what}: no known vulnerability`
      : `${what}: known vulnerabilities: ${found} (${which}). Remedy: a newer version`;
  return { line, found };
}

function notAsked(what: string, service: string): Verdict {
  return { line: `${what}: not checked, as ${service} cannot be asked from here`, found: 0 };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the program failed before it had a report
  }
}

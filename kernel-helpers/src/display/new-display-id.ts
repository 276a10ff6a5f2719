let made = 0;

/** A new unique name for an output that changes. It contains the time, because a saved notebook has names of other runs. */
export function newDisplayId(kind: string): string {
  made += 1;
  return `w2v-${kind}-${Date.now().toString(36)}-${made}`;
}

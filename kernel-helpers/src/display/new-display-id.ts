let made = 0;

/** A name for an output that changes, unlike any other: a saved notebook holds those of other runs. */
export function newDisplayId(kind: string): string {
  made += 1;
  return `w2v-${kind}-${Date.now().toString(36)}-${made}`;
}

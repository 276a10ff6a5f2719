let made = 0;

/** A new unique name for an output that changes. Random, because a saved notebook contains names from other runs. */
export function newDisplayId(kind: string): string {
  made += 1;
  return `w2v-${kind}-${Date.now().toString(36)}-${made}`;
}

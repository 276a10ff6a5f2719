import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadVectors, type WordVectors } from "kernel-helpers";
import { environmentProgram, projectRoot } from "../../setup/paths.mjs";

const program = fileURLToPath(new URL("gensim-speed.py", import.meta.url));

/** Vectors that gensim learns from sentences of tokens, in one thread, so that the seed decides them. `options` are gensim's. */
export async function gensimVectors(
  sentences: readonly (readonly string[])[],
  options: Readonly<Record<string, number>>,
): Promise<WordVectors> {
  const folder = mkdtempSync(join(tmpdir(), "w2v-bench-"));
  try {
    const [corpus, out] = [join(folder, "corpus.txt"), join(folder, "vectors.bin")];
    writeFileSync(corpus, `${sentences.map((tokens) => tokens.join(" ")).join("\n")}\n`);
    const given = JSON.stringify({ workers: 1, ...options });
    execFileSync(environmentProgram(projectRoot, "python"), [program, corpus, out, given], {
      env: { ...process.env, PYTHONHASHSEED: "0" },
    });
    return await loadVectors(out);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

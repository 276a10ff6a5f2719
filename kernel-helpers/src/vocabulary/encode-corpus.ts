import {
  type CorpusOptions,
  type CorpusPiece,
  type CorpusProgress,
  corpusPieces,
  pieceText,
  sentencesOf,
} from "../corpus/index.ts";
import { type ChosenByStart, chooseByStart, requireTokenizer, type TokenizerName } from "../tokens/index.ts";
import type { EncoderOptions } from "./corpus-encoder.ts";
import type { EncodedCorpus } from "./encoded-corpus.ts";
import type { EncodingProgress } from "./encoding-progress.ts";
import { watchedEncoding } from "./watched-encoding.ts";

/** Options of `encodeCorpus`. */
export interface EncodeCorpusOptions extends EncoderOptions, Omit<CorpusOptions, "onProgress"> {
  /** How a sentence is divided, see `tokenizer`. Default: what `chooseTokenizer` says of the first megabyte. */
  readonly tokenizer?: TokenizerName | undefined;
  /** Is told about each part that was read and counted. */
  readonly onProgress?: ((progress: EncodingProgress) => void) | undefined;
}

/** A text that was encoded, and how its tokens were made. */
export interface EncodedText {
  /** The word ids. */
  readonly corpus: EncodedCorpus;
  /** Which tokenizer divided the text. */
  readonly tokenizer: TokenizerName;
  /** Why this tokenizer was chosen; undefined if it was given. */
  readonly reason: string | undefined;
}

/**
 * Reads a corpus, makes its tokens, counts its words and encodes it, all in one pass and in bounded memory: a corpus that is
 * larger than the memory becomes a scratch file of ids. `source` is what `corpusSentences` takes. Throws as `corpusSentences`
 * and `corpusEncoder` do, and Error if the user interrupts. The caller closes `corpus`.
 */
export async function encodeCorpus(
  source: string,
  { tokenizer: given, encodingErrors, field, onProgress = () => {}, ...options }: EncodeCorpusOptions = {},
): Promise<EncodedText> {
  let read: CorpusProgress = { bytes: 0, totalBytes: Number.POSITIVE_INFINITY };
  const pieces = corpusPieces(source, {
    encodingErrors,
    field,
    onProgress(progress) {
      read = progress;
    },
  });
  const start = performance.now();
  try {
    const { choice, batches } =
      given === undefined ? await chosenByStart(pieces) : { choice: undefined, batches: pieces };
    const name = given ?? choice?.tokenizer ?? "words";
    requireTokenizer("Cannot make tokens", name);
    const corpus = await watchedEncoding(options, async ({ addText, tokens }, turn) => {
      for await (const batch of batches) {
        for (const piece of batch) addText(piece, name);
        onProgress({ ...read, words: tokens(), seconds: (performance.now() - start) / 1000 });
        await turn();
      }
    });
    return { corpus, tokenizer: name, reason: choice?.reason };
  } finally {
    await pieces.return(undefined); // closes the file if no more of it is wanted
  }
}

/** Chooses a tokenizer by the first pieces, and keeps copies of these, since their memory is used again. */
async function chosenByStart(
  pieces: AsyncGenerator<readonly CorpusPiece[]>,
): Promise<ChosenByStart<CorpusPiece>> {
  let keeps = true;
  async function* copied(): AsyncGenerator<readonly CorpusPiece[]> {
    for await (const batch of pieces) yield keeps ? batch.map((piece) => piece.slice()) : batch;
  }
  const chosen = await chooseByStart(copied(), (piece) => sentencesOf(pieceText(piece)));
  keeps = false;
  return chosen;
}

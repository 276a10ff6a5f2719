/** Letters of Chinese and Japanese: Han characters, hiragana, katakana with its signs of length and voice, also half as wide. */
export const HAN_OR_KANA: RegExp =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\uff70\uff9e\uff9f]/u;

/** Hiragana and katakana, which only Japanese has. */
export const KANA: RegExp = /[\p{Script=Hiragana}\p{Script=Katakana}ー\uff70\uff9e\uff9f]/u;

/** Letters and marks of other scripts that put no space between words: Thai, Lao, Khmer, Burmese, Shan, Tai Tham, Javanese, Yi. */
export const UNSPACED: RegExp =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tai_Tham}\p{Script=Javanese}\p{Script=Yi}]/u;

/**
 * Characters that a word of Han characters and kana may have on average. In the Universal Declaration of Human Rights words are
 * 1.7 long (Chinese, Japanese; Intl.Segmenter), and what stands between two marks is 11 to 13 long (docs/tokens.md).
 */
export const LONGEST_HAN = 4;

/**
 * Asks the reader of the notebook for a line of text and waits for it.
 *
 * @example const name = await input("What is your name? ");
 */
declare function input(prompt?: string): Promise<string>;

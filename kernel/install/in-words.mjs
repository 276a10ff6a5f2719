/** Why the system refuses a path, by the codes of its errors. */
const REFUSALS = {
  ENOTDIR: "a file stands where a folder is needed",
  EEXIST: "a file stands where a folder is needed",
  EISDIR: "a folder stands where a file is needed",
  EACCES: "this user may not change it",
  EPERM: "this user may not change it",
  EROFS: "it cannot be written to",
  ENOSPC: "the disk is full",
  EDQUOT: "this user's share of the disk is used up",
};

/**
 * An error of the system as a sentence with a remedy; any other error as it is.
 * @param {string} action
 * @param {unknown} error
 */
export function inWords(action, error) {
  const { code = "", path, dest } = /** @type {NodeJS.ErrnoException & { dest?: string }} */ (error);
  if (!Object.hasOwn(REFUSALS, code)) return error;
  const reason = REFUSALS[/** @type {keyof typeof REFUSALS} */ (code)];
  return new Error(
    `Cannot ${action} the kernel: ${dest ?? path}: ${reason}. Remedy: change that, or choose another place with --prefix DIR`,
    { cause: error },
  );
}

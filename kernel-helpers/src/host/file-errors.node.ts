/** Why the system refuses a file, and what helps, by the code of its error. */
const REASONS: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  ENOENT: ["no such file", "check the path"],
  ENOSPC: ["the disk is full", "free some space, or choose another place"],
  EDQUOT: ["this user's share of the disk is used up", "free some space, or choose another place"],
  EFBIG: ["the file would be larger than this disk allows", "choose another place"],
  EROFS: ["the disk can only be read", "choose another place"],
  EACCES: ["this user may not do that", "change its permissions, or choose another place"],
  EPERM: ["this user may not do that", "change its permissions, or choose another place"],
  EISDIR: ["it is a folder", "name a file"],
  ENOTDIR: ["a part of its path is a file, not a folder", "check the path"],
  EEXIST: ["a file stands where a folder is needed", "check the path"],
  ELOOP: ["its links lead in a circle", "check where they point"],
  ENAMETOOLONG: ["its name is too long", "choose a shorter one"],
  EMFILE: ["too many files are open", "close other programs, then try again"],
  ENFILE: ["too many files are open", "close other programs, then try again"],
  EIO: ["the disk reports an error", "save what is on it, and choose another place"],
  EPIPE: ["the program that reads it has ended", "start it again"],
};

/** An error of the system that names its code, for those who ask; its message is for people. */
export interface FileError extends Error {
  readonly code: string;
}

/**
 * An error of the system as a sentence that says what failed, why, and what helps, with the system's own as its cause. Any
 * other error, and one that is a sentence already, as it is. `remedy` takes the place of the usual one.
 */
export function fileError(error: unknown, action: string, path?: string, remedy?: string): unknown {
  if (!(error instanceof Error) || error.cause instanceof Error) return error;
  const { code = "", path: named = "a file" } = error as NodeJS.ErrnoException;
  if (!Object.hasOwn(REASONS, code)) return error;
  const [reason, usual] = REASONS[code] as readonly [string, string];
  const message = `Cannot ${action} ${path ?? named}: ${reason}. Remedy: ${remedy ?? usual}`;
  return Object.assign(new Error(message, { cause: error }), { code });
}

/** Whether the system refused a file, which is no defect of ours. */
export function isFileError(error: unknown): error is FileError {
  return error instanceof Error && Object.hasOwn(REASONS, String((error as NodeJS.ErrnoException).code));
}

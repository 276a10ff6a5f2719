/** Why a file could not be opened or written, and what helps. The keys are codes of errors of the system and of Node. */
const reasons: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  ENOENT: ["no such file", "check the path"],
  EISDIR: ["it is a folder", "name a file"],
  ENOTDIR: ["a part of its path is a file, not a folder", "check the path"],
  EEXIST: ["a file stands where a folder is needed", "check the path"],
  EACCES: ["permission denied", "change its permissions, or choose another place"],
  EPERM: ["permission denied", "change its permissions, or choose another place"],
  EROFS: ["the disk can only be read", "choose another place"],
  ENOSPC: ["the disk is full", "free some space, or choose another place"],
  EDQUOT: ["this user's share of the disk is used up", "free some space, or choose another place"],
  EFBIG: ["it would be larger than this disk allows", "choose another place"],
  ENXIO: ["no program reads this pipe", "start that program first, or choose another place"],
  EINTR: ["it was stopped while it waited for the other end of the pipe", "start the program there"],
  EPIPE: ["the program that reads it has ended", "start it again"],
  EIO: ["the disk reports an error", "save what is on it, and choose another place"],
  EBUSY: ["another program uses it", "close that program, or choose another place"],
  EMFILE: ["too many files are open", "close other programs, or raise the limit: ulimit -n 4096"],
  ENFILE: ["too many files are open", "close other programs"],
  ELOOP: ["its links lead in a circle", "check where they point"],
  ENAMETOOLONG: ["its name is too long", "choose a shorter one"],
  ERR_INVALID_ARG_VALUE: ["its path contains a zero byte", "check the path"],
  ERR_FS_FILE_TOO_LARGE: ["it is too large to be read in one piece", "a smaller file"],
  ERR_STRING_TOO_LONG: ["it is too long for one text", "a smaller file"],
};

/** What an engine says when it runs out of memory, of stack, or of places in a Map. */
const exhausted =
  /^(?:Array buffer allocation failed|Invalid (?:typed )?array(?: buffer)? length|Invalid string length|Map maximum size exceeded|Set maximum size exceeded|Maximum call stack size exceeded)/;

/** Why something failed, and what helps. */
export interface Reason {
  readonly reason: string;
  readonly remedy: string;
}

/** The reason and the remedy in words for people; undefined for an error that is not the system's or the engine's. */
export function systemReason(error: unknown): Reason | undefined {
  const { code, path, message } = error as Partial<Record<"code" | "path" | "message", unknown>>;
  if (typeof code === "string" && Object.hasOwn(reasons, code)) {
    const [reason, remedy] = reasons[code] as readonly [string, string];
    return { reason, remedy };
  }
  if (error instanceof RangeError && exhausted.test(String(message))) {
    return {
      reason: "it needs more memory than there is",
      remedy: "a smaller file, fewer words, or shorter vectors",
    };
  }
  return typeof code === "string" && path !== undefined
    ? { reason: `the system refuses it (${code})`, remedy: "check the path and the disk" }
    : undefined;
}

/** An error whose message is for people, and which names the system's code for those who ask. */
export interface FileError extends Error {
  readonly code: string;
}

/** Whether the system refused a file, which is no defect of ours. */
export function isFileError(error: unknown): error is FileError {
  return error instanceof Error && Object.hasOwn(reasons, String((error as NodeJS.ErrnoException).code));
}

/**
 * The error for a person if `action`, such as "open" or "write", failed on the file `path`; the original is its `cause`.
 * An error that neither the system nor the engine made, and one that is for people already, is returned as it is. `advice`
 * replaces the usual remedy.
 */
export function fileError(action: string, path: string, error: unknown, advice?: string): Error {
  const found = isForPeople(error) ? undefined : systemReason(error);
  if (found === undefined) return error as Error;
  const message = `Cannot ${action} ${path}: ${found.reason}. Remedy: ${advice ?? found.remedy}`;
  const { code } = error as NodeJS.ErrnoException;
  return Object.assign(new Error(message, { cause: error }), code === undefined ? {} : { code });
}

/** Whether `fileError` made the error. */
function isForPeople(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof Error;
}

/** A request that is answered with a reason why not. */
export class Refused extends Error {
  /** The status of the answer: 400, 413, …. */
  readonly status: number;
  /** Headers of the answer. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = "Refused";
    this.status = status;
    this.headers = headers;
  }
}

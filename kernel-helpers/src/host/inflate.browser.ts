/** What unpacks gzip in a page, in a file that is fetched when it is first needed. */
export { Inflate, Z_BUF_ERROR } from "pako";

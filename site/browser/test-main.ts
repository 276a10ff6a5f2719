// A step of npm test: builds the site for browsers once, before the tests that need it.
import "../../tools/print/plain-errors.ts";
import { builtTry } from "./build-try.ts";

console.log(await builtTry());

import { process } from "./node/process.ts";

/** Reports uncaught failures to the kernel, under the names that Node has for them. */
export function tellOfFailures(): void {
  addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    process.emit("unhandledRejection", event.reason);
  });
  addEventListener("error", (event) => {
    event.preventDefault();
    process.emit("uncaughtException", event.error ?? event.message);
  });
}

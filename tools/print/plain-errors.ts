// A program that imports this ends at an error with its message alone; with W2V_DEBUG=1 the stack follows.

process.once("uncaughtException", (error: unknown) => {
  const text = error instanceof Error ? error.message : String(error);
  console.error(process.env.W2V_DEBUG === "1" ? error : text);
  process.exit(1);
});

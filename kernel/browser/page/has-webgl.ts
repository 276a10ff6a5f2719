/** Whether the page can draw in three dimensions. */
export function hasWebGl(): boolean {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  context?.getExtension("WEBGL_lose_context")?.loseContext(); // contexts are scarce, and the figure needs one
  return context !== null;
}

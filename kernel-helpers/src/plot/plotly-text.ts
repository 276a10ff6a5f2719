/** `text` as Plotly draws it, which reads some HTML: every character as it stands. */
export function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

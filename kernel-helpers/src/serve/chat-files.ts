import { readFile } from "node:fs/promises";

/** What the chat page is made of. */
export interface ChatFiles {
  /** HTML, which loads the other two from beside it. */
  readonly page: string;
  /** JavaScript, a plain script. */
  readonly script: string;
  /** CSS. */
  readonly style: string;
}

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Ask the FAQ</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="chat.css">
<script defer src="chat.js"></script>
</head>
<body>
<main class="w2v-chat" data-chat>
<noscript>This page needs JavaScript. Without it, send POST /answer {"question": "…"} as application/json.</noscript>
</main>
</body>
</html>
`;

/** The chat page of a service, which set-up bundles. Throws Error with a remedy if it did not. */
export async function chatFiles(): Promise<ChatFiles> {
  const read = (name: string): Promise<string> =>
    readFile(new URL(`../../dist/chat/${name}`, import.meta.url), "utf8").catch((cause: unknown) => {
      throw new Error(`Cannot serve the FAQ: its page was not bundled. Remedy: npm run setup`, { cause });
    });
  const [script, style] = await Promise.all([read("chat.js"), read("chat.css")]);
  return { page: PAGE, script, style };
}

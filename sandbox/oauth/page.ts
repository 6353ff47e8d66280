/** The pages of the sign-in: plain HTML without scripts. Links are relative, since the sandbox may lie under a path. */
import type { Answer } from '../exchange.ts';

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 34rem; margin: 3rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; }
label { display: block; margin-bottom: .4rem; }
select, button { font: inherit; padding: .4rem .6rem; }
select { width: 100%; }
button { margin: 1.2rem .6rem 0 0; min-width: 6rem; }
`;

/** Nobody may frame a page, keep it or learn its address. */
const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** `title` and `content` are HTML: what comes from outside went through `escaped`. */
export function page(status: number, title: string, content: string): Answer {
  const html = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;
  return { status, headers, html };
}

/** A page that says why a sign-in cannot go on. `message` is text. */
export function refusalPage(message: string): Answer {
  return page(400, 'This sign-in cannot go on', `<p>${escaped(message)}</p>`);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML, in content and in quoted attributes. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (found) => entities[found] ?? '');
}

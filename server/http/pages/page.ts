import MarkdownIt from 'markdown-it';

const style = `
:root { color-scheme: light dark; }
body { margin: 0; font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere;
  color: light-dark(#181818, #e8e8e8); background: light-dark(#ffffff, #1b1c1f); }
main, header { max-width: 52rem; margin: 0 auto; padding: 1rem 1.25rem; }
a { color: light-dark(#0b4f9e, #8ec5ff); }
a:focus-visible { outline: 3px solid; outline-offset: 2px; }
h1 { font-size: 1.8rem; line-height: 1.2; }
h2 { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid light-dark(#c9c9c9, #4a4b50); }
h3 { margin-top: 1.75rem; }
code { padding: 0.05em 0.3em; border-radius: 3px; font-size: 0.92em; background: light-dark(#f0f1f3, #2c2d32); }
ul { padding-left: 1.25rem; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
`;

const markdown = new MarkdownIt({ html: false });

/** The fragment that leads to a heading: its words, without what an address can not hold. */
export const anchorOf = (heading: string): string =>
  heading.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');

markdown.renderer.rules['heading_open'] = (tokens, index, options, _environment, self) => {
  tokens[index]?.attrSet('id', anchorOf(tokens[index + 1]?.content ?? ''));
  return self.renderToken(tokens, index, options);
};

const pages = [
  ['/reference', 'Reference'],
  ['/errors', 'Errors'],
  ['/openapi.json', 'OpenAPI document'],
] as const;

/** A page for people: no script, nothing from elsewhere, light and dark, readable on a phone. */
export const renderPage = (title: string, text: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${markdown.utils.escapeHtml(title)} · Be Inspired service</title>
<style>${style}</style>
</head>
<body>
<header><nav aria-label="Pages"><ul>
${pages.map(([address, name]) => `<li><a href="${address}">${name}</a></li>`).join('\n')}
</ul></nav></header>
<main>
${markdown.render(text)}
</main>
</body>
</html>
`;

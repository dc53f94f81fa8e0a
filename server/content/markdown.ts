import MarkdownIt from 'markdown-it';

const isSafeLink = (address: string): boolean => /^https:\/\//i.test(address);

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('image');

markdown.validateLink = isSafeLink;

/** `[[your figure]]` becomes a marked blank; the brackets stay, so that it is a blank without any styling too. */
markdown.inline.ruler.before('link', 'blank', (state, silent) => {
  if (!state.src.startsWith('[[', state.pos)) return false;
  const end = state.src.indexOf(']]', state.pos + 2);
  const words = state.src.slice(state.pos + 2, end);
  if (end < 0 || words.length === 0 || /[[\]]/.test(words)) return false;
  if (!silent) state.push('blank', 'u', 0).content = words.trim();
  state.pos = end + 2;
  return true;
});

/** The empty corner of a table is no header: a screen reader would announce a heading without words. */
markdown.core.ruler.push('empty-header', ({ tokens }) => {
  tokens.forEach((token, index) => {
    const end = tokens[index + 2];
    if (token.type !== 'th_open' || !end || tokens[index + 1]?.content.trim()) return;
    token.tag = 'td';
    end.tag = 'td';
  });
});

markdown.renderer.rules['blank'] = (tokens, index) =>
  `<u class="inspire-blank">[${markdown.utils.escapeHtml(tokens[index]?.content ?? '')}]</u>`;

markdown.renderer.rules['link_open'] = (tokens, index, options, _environment, self) => {
  tokens[index]?.attrSet('target', '_blank');
  tokens[index]?.attrSet('rel', 'noopener noreferrer');
  return self.renderToken(tokens, index, options);
};

/** An admin's Markdown as HTML: raw HTML is shown as text, links are https only, images are left out. */
export const renderMarkdown = (source: string): string => markdown.render(source);

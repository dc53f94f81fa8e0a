import MarkdownIt from 'markdown-it';

const isSafeLink = (address: string): boolean => /^https:\/\//i.test(address);

/** As deep as CommonMark goes: each bracket that is never closed is looked into up to this depth. */
const deepestNesting = 20;

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('image');

markdown.set({ maxNesting: deepestNesting });

markdown.validateLink = isSafeLink;

/** Looks no further than to the next bracket, so that many brackets take no longer than many letters. */
const blankHere = /\[\[([^[\]]+)\]\]/y;

/** `[[your figure]]` becomes a marked blank; the brackets stay, so that it is a blank without any styling too. */
markdown.inline.ruler.before('link', 'blank', (state, silent) => {
  blankHere.lastIndex = state.pos;
  const words = blankHere.exec(state.src)?.[1];
  if (words === undefined) return false;
  if (!silent) state.push('blank', 'u', 0).content = words.trim();
  state.pos = blankHere.lastIndex;
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

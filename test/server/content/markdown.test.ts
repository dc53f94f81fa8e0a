import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderMarkdown } from '../../../server/content/markdown.ts';

describe('content as HTML', () => {
  test('keeps headings, lists and tables', () => {
    const html = renderMarkdown('# Plan\n\n- one\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n');
    expect(html).toContain('<h1>Plan</h1>');
    expect(html).toContain('<li>one</li>');
    expect(html).toContain('<td>1</td>');
  });

  test('marks blanks, also inside emphasis and links', () => {
    expect(renderMarkdown('**[[your figure]]**')).toBe(
      '<p><strong><u class="inspire-blank">[your figure]</u></strong></p>\n',
    );
    expect(renderMarkdown('[[a <b> & c]]')).toContain('[a &lt;b&gt; &amp; c]');
  });

  test.each(['[[]]', '[[open', '[[a]b]]', '[one](https://example.com)'])('sees no blank in %s', (source) => {
    expect(renderMarkdown(source)).not.toContain('inspire-blank');
  });

  test.each(['[', '[[', '[[a]', '![[', '[a](', '**a', '> '])(
    'gets through a whole text of %j, and the blank after it is seen',
    (part) => {
      const text = part.repeat(40_000 / part.length);
      expect(renderMarkdown(`${text}\n\n[[your figure]]`)).toContain('[your figure]</u>');
    },
  );

  test('shows raw HTML as text', () => {
    expect(renderMarkdown('<script>alert(1)</script>')).not.toContain('<script');
  });

  test.each([
    'http://example.com',
    'javascript:alert(1)',
    'data:text/html,x',
    '//example.com',
    'mailto:a@b.c',
  ])('makes no link to %s', (address) => {
    expect(renderMarkdown(`[x](${address}) <${address}>`)).not.toContain('href');
  });

  test('opens https links outside of the record page', () => {
    expect(renderMarkdown('[x](https://example.com/a)')).toContain(
      '<a href="https://example.com/a" target="_blank" rel="noopener noreferrer">',
    );
  });

  test('fetches no picture from anywhere', () => {
    expect(renderMarkdown('![x](https://tracker.example/p.png)')).not.toContain('<img');
  });

  test('never holds a tag or address that was not meant, whatever is written', () => {
    const hostile = fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom(
          '<img src=x onerror=alert(1)>',
          '[[',
          ']]',
          '[a](javascript:',
          ')',
          '`',
          '![](',
          '\n',
          '<',
        ),
      ),
    );
    fc.assert(
      fc.property(hostile, (parts) => {
        const html = renderMarkdown(parts.join(''));
        expect(html).not.toMatch(/<(?:script|img|iframe|style|object|svg)\b/i);
        expect(html).not.toMatch(/(?:href|src)="(?!https:|")/i);
      }),
    );
  });

  test('makes no header of the empty corner of a table', () => {
    const html = renderMarkdown('| | Today |\n| --- | --- |\n| Measure | 4 |\n');
    expect(html).toContain('<td></td>');
    expect(html).toContain('<th>Today</th>');
    expect(html).not.toContain('<th></th>');
  });
});

import { describe, expect, it } from '@jest/globals';
import { pageHtml, phoneHtml, themes } from '../../../scripts/preview/server/page.ts';

const person = { id: '005000000000001AAA', name: '</script><script>alert(1)</script>', title: 'Rep' };
const session = {
  user: { ...person, username: 'rep@example.com', email: 'rep@example.com', timeZone: 'Europe/Berlin' },
  customPermissions: ['Inspire_Use'],
  organization: { id: '00D000000000001AAA', name: 'Merivo' },
  users: [person],
  apiReference: 'http://localhost:3001/docs',
  today: '2026-11-22',
};
const pages = { scripts: ['first.js', 'second.js'], ownBytes: 1, directory: '/nowhere' };

describe('the document behind every page', () => {
  it('lets nothing that a user wrote end the element it stands in', () => {
    const html = pageHtml(pages, session, 'slds1');
    expect(html).not.toContain('<script>alert');
    const [, json = ''] = /id="session">(.*)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(json)).toMatchObject({ user: { name: person.name } });
  });

  it('starts its scripts in order: the shadow first', () => {
    const html = pageHtml(pages, session, 'slds1');
    expect(html.indexOf('first.js')).toBeLessThan(html.indexOf('second.js'));
  });

  it.each(themes)('comes with the style sheet of %s', (theme) => {
    expect(pageHtml(pages, session, theme)).toMatch(
      /<link rel="stylesheet" id="look" href="\/preview\/assets\/slds[12]\//,
    );
  });

  it('shows an address inside the phone without letting it out of its attribute', () => {
    expect(phoneHtml('/"><script>alert(1)</script>')).not.toContain('<script>');
  });
});

import type { BuiltPages } from '../build/index.ts';

export const themes = ['slds1', 'slds2', 'slds2Dark'] as const;

export type Theme = (typeof themes)[number];

/** Who may be logged in as, as the pages show them. */
export type Person = { id: string; name: string; title: string };

/** Everything that a page knows about its user before it asks anything. */
export type PageSession = {
  user: Person & { username: string; email: string; timeZone: string };
  customPermissions: readonly string[];
  organization: { id: string; name: string };
  users: readonly Person[];
  apiReference: string;
  /** Today's civil date in the org. */
  today: string;
};

const cosmos = '/preview/assets/slds2/slds2.cosmos.css';
const lightning = '/preview/assets/slds1/styles/salesforce-lightning-design-system.min.css';

/** What makes a theme: a style sheet, and a class on the document. */
const looks: Readonly<Record<Theme, { styleSheet: string; className: string }>> = {
  slds1: { styleSheet: lightning, className: 'theme-slds1' },
  slds2: { styleSheet: cosmos, className: 'theme-slds2 slds-color-scheme--light' },
  slds2Dark: { styleSheet: cosmos, className: 'theme-slds2 slds-color-scheme--dark' },
};

/** The one HTML document behind all pages; no script in it but a reference. */
export function pageHtml(pages: BuiltPages, session: PageSession, theme: Theme): string {
  const { styleSheet, className } = looks[theme];
  const data = { ...session, theme, looks: themes.map((key) => ({ theme: key, ...looks[key] })) };
  return `<!doctype html>
<html lang="en" dir="ltr" class="${className}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Salesforce</title>
    <link rel="icon" href="/preview/assets/slds1/images/logo-noname.svg" />
    <link rel="stylesheet" id="look" href="${styleSheet}" />
    <link rel="stylesheet" href="/preview/assets/page.css" />
    <script type="application/json" id="session">${scriptSafe(data)}</script>
    ${pages.scripts.map((name) => `<script type="module" src="/preview/js/${name}"></script>`).join('\n    ')}
  </head>
  <body class="slds-scope"></body>
</html>
`;
}

/** A page in a frame as wide as a phone. */
export function phoneHtml(path: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Phone | Salesforce</title>
    <link rel="stylesheet" href="/preview/assets/page.css" />
  </head>
  <body class="phone">
    <a class="phone__back" href="${attributeSafe(path)}">Back to the desktop</a>
    <iframe class="phone__screen" title="The page on a phone" src="${attributeSafe(path)}"></iframe>
  </body>
</html>
`;
}

/** JSON that can not end the element it stands in. */
const scriptSafe = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const attributeSafe = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

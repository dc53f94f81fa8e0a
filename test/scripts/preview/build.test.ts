import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { corrected } from '../../../scripts/preview/build/corrections.ts';
import { forgetEarlier, kept } from '../../../scripts/preview/build/forget-earlier.ts';
import { flexipagesModule } from '../../../scripts/preview/build/flexipages.ts';
import { iconLibrary } from '../../../scripts/preview/build/icons.ts';
import { componentOf, mapModules, sourcesOf } from '../../../scripts/preview/build/locate.ts';
import { readMetadata } from '../../../scripts/local-org/schema/metadata/source.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
const sources = sourcesOf(root);

describe('what the pages are built from', () => {
  it('takes the panels from force-app, in TypeScript even where JavaScript was emitted beside it', () => {
    const file = mapModules(sources).get('c/inspireSuggestions');
    expect(file).toBe(join(root, 'force-app/main/suggestions/lwc/inspireSuggestions/inspireSuggestions.ts'));
    expect(componentOf(file ?? '', sources)).toEqual({ namespace: 'c', name: 'inspireSuggestions' });
  });

  it('puts the panel where the record pages of the org have it: beside the record, on a phone above', () => {
    const text = flexipagesModule(readMetadata(root));
    const pages: unknown = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
    const panel = (formFactor: string): unknown =>
      expect.arrayContaining([{ component: 'inspireSuggestions', formFactor, tabs: [] }]);
    const page: unknown = expect.objectContaining({ header: panel('Small'), sidebar: panel('Large') });
    expect(pages).toEqual({ Opportunity: page, Account: page });
  });

  it('has every icon that the panels and pages name: base components show nothing for one that is missing', () => {
    const files = globSync('{force-app/main/*/lwc,scripts/preview/browser}/**/*.{ts,html}', { cwd: root });
    const named = files.flatMap(
      (file) =>
        readFileSync(join(root, file), 'utf8').match(
          /\b(?:utility|standard|action|custom|doctype):[a-z0-9_]+\b/g,
        ) ?? [],
    );
    const icons = join(sources.baseComponents, 'src/lightning');
    const missing = [...new Set(named)].filter((name) => {
      const [category = '', icon = ''] = name.split(':');
      const library = `iconSvgTemplates${category.charAt(0).toUpperCase()}${category.slice(1)}`;
      return !existsSync(join(icons, library, 'buildTemplates', category, `${icon}.html`));
    });
    expect(named.length).toBeGreaterThan(20);
    expect(missing).toEqual([]);
  });

  it('puts only the icons in use into a library', () => {
    const text = iconLibrary(
      'lightning/iconSvgTemplatesUtility',
      new Set(['utility:close', 'standard:task']),
      sources,
    );
    expect(text).toContain('export default { utility_close };');
    expect(iconLibrary('lightning/button', new Set(), sources)).toBeUndefined();
  });

  it('says when a correction of the base components no longer fits', () => {
    const path = '/x/lightning-base-components/src/dateTimeUtils.js';
    expect(() => corrected(path, 'rewritten')).toThrow('Adapt or drop the correction');
    expect(corrected('/x/force-app/dateTimeUtils.js', 'rewritten')).toBe('rewritten');
  });

  it('keeps the latest few results, which a stack that still runs may be serving', () => {
    const parent = mkdtempSync(join(tmpdir(), 'be-inspired-pages-'));
    try {
      const names = Array.from({ length: kept + 2 }, (_, age) => `result-${age}`);
      for (const [age, name] of names.entries()) {
        const manifest = join(parent, name, 'manifest.json');
        mkdirSync(join(parent, name));
        writeFileSync(manifest, '{}');
        utimesSync(manifest, 1_000_000 - age, 1_000_000 - age);
      }
      forgetEarlier(parent);
      expect(readdirSync(parent).sort()).toEqual(names.slice(0, kept).sort());
    } finally {
      rmSync(parent, { recursive: true });
    }
  });
});

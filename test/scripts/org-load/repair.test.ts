import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { meant, usualSpellings } from '../../../scripts/org-load/clean/repair.ts';

const products = [
  'GTX Basic',
  'GTX Pro',
  'MG Special',
  'MG Advanced',
  'GTX Plus Pro',
  'GTX Plus Basic',
  'GTK 500',
];

describe('a misspelt name', () => {
  it.each([
    ['GTXPro', 'GTX Pro'],
    ['gtx pro', 'GTX Pro'],
    ['MG Advnaced', undefined],
    ['MG Advanved', 'MG Advanced'],
    ['GTX Plus', undefined],
    ['Warp Drive', undefined],
  ])('%s is taken for %s', (written, expected) => {
    expect(meant(written, products)).toBe(expected);
  });

  it('is never guessed when two names are as near', () => {
    expect(meant('Jon Mayer', ['Jon Meyer', 'Jon Maier'])).toBeUndefined();
  });

  it('that is a known name is itself', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), fc.nat(), (known, seed) => {
        const name = known[seed % known.length] ?? '';
        expect(meant(name, known)).toBe(name);
      }),
    );
  });

  it('is only ever taken for a known name', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (name, known) => {
        const found = meant(name, known);
        expect(found === undefined || known.includes(found)).toBe(true);
      }),
    );
  });

  it('of a list that nothing else defines is taken for the more frequent spelling', () => {
    expect(usualSpellings(['Brinkman', 'Brinkmann', 'Brinkmann', 'Rouche', ''])).toEqual([
      'Brinkmann',
      'Rouche',
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { blanksOf, type ContentItem } from '../../server/content/index.ts';
import type { Dimension } from '../../server/journey/index.ts';
import { staged } from '../../scripts/sample-data/index.ts';
import { libraryOf, readShipped, shippedItems } from './shipped.ts';

/** What experience asks the starter library to hold at least. */
const NAMED = [
  'cost-of-standing-still',
  'twelve-situation-questions',
  'shared-vision-workshop',
  'customer-story-with-blanks',
  'how-they-decide',
  'champion-email-kit',
  'executive-summary-new-cfo',
  'business-case-low-expected-high',
  'phased-approach-30-90-180',
  'security-and-data-answers',
  'procurement-give-get',
  'competitor-frame',
  'mutual-close-plan',
  'value-confirmation-first-sponsor',
  'training-cfo-without-product',
  'implementation-survey',
  'referral-request',
  'win-loss-interview',
  'account-review',
  'upgrade-assessment',
];

const starter = await shippedItems('starter');
const demo = await shippedItems('demo');
const allows = (item: ContentItem, dimension: Dimension, value: string): boolean =>
  item.tags[dimension]?.includes(value) ?? true;
const sentences = (text: string): number => text.split(/[.!?](?:\s|$)/).filter((part) => part.trim()).length;

describe('starter library', () => {
  it('holds every item that was asked for, and 24 in all', () => {
    const ids = starter.map(({ id }) => id);
    expect(NAMED.filter((id) => !ids.includes(id))).toEqual([]);
    expect(starter.length).toBeGreaterThanOrEqual(24);
  });

  it.each(['awareness', 'buying', 'implementationAdoption'])('has at least five items for %s', (phase) => {
    expect(starter.filter((item) => allows(item, 'phase', phase)).length).toBeGreaterThanOrEqual(5);
  });

  it.each(['economicBuyer', 'executiveSponsor', 'champion', 'procurement', 'technicalBuyer', 'businessUser'])(
    'has at least three items in every phase that fit a %s',
    (role) => {
      for (const phase of ['awareness', 'buying', 'implementationAdoption']) {
        const fitting = starter.filter(
          (item) => allows(item, 'phase', phase) && allows(item, 'buyerRole', role),
        );
        expect(fitting.length).toBeGreaterThanOrEqual(3);
      }
    },
  );

  it('raises the cost of standing still in awareness and pitches no product', () => {
    const natures = starter.filter((item) => allows(item, 'phase', 'awareness')).map(({ nature }) => nature);
    expect(natures).toContain('costOfInaction');
    expect(natures).not.toContain('productPitch');
  });

  it('leaves blanks only where a vendor’s own facts are unavoidable', () => {
    const open = starter.filter(({ body }) => body && blanksOf(body).length > 0).map(({ id }) => id);
    expect(open).toEqual([
      'competitor-frame',
      'customer-story-with-blanks',
      'security-and-data-answers',
      'who-we-are-in-one-page',
    ]);
  });

  it('can be shared where a staged deal leads to it, unless it is for colleagues', () => {
    const promised = staged.map(({ promises }) => starter.find(({ id }) => id === promises));
    expect(promised).not.toContain(undefined);
    for (const item of promised) {
      if (item?.audience !== 'internal') expect(blanksOf(item?.body ?? '')).toEqual([]);
    }
  });
});

describe('demo library', () => {
  it('holds 24 items or more, all marked as samples', () => {
    expect(demo.length).toBeGreaterThanOrEqual(24);
    expect(new Set(demo.map(({ origin }) => origin))).toEqual(new Set(['demo']));
  });

  it('leaves no blank open: the fictional vendor knows its own facts', () => {
    expect(demo.filter(({ body }) => body && blanksOf(body).length > 0)).toEqual([]);
  });

  it('says for every customer story whether the customer may be named', () => {
    const stories = demo.filter(({ kind, audience }) => kind === 'story' && audience !== 'internal');
    expect(stories.filter(({ reference }) => reference === undefined)).toEqual([]);
  });

  it('has a frame for each competitor and a sheet for each product', () => {
    for (const competitor of ['Trakonda', 'Movolis', 'Ruteva'])
      expect(demo.some(({ tags }) => tags.competitor?.includes(competitor))).toBe(true);
    for (const product of ['Merivo Track', 'Merivo Plan', 'Merivo Workshop', 'Merivo Drive'])
      expect(
        demo.some(({ tags, nature }) => nature === 'productPitch' && tags.product?.includes(product)),
      ).toBe(true);
  });
});

describe('both libraries', () => {
  const all = [...starter, ...demo];

  it('never use an id or a title twice', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
  });

  it('summarise an item in two sentences at most', () => {
    expect(all.filter(({ summary }) => sentences(summary) > 2).map(({ id }) => id)).toEqual([]);
  });

  it('have refreshers that are trainings of two to five minutes', () => {
    const trainings = all.filter(({ kind }) => kind === 'training');
    const refreshers = new Set(all.flatMap(({ refresherId }) => refresherId ?? []));
    expect([...refreshers].filter((id) => !trainings.some((training) => training.id === id))).toEqual([]);
    for (const { minutes } of trainings) {
      expect(minutes).toBeGreaterThanOrEqual(2);
      expect(minutes).toBeLessThanOrEqual(5);
    }
  });

  it('are reviewed, and to be reviewed within a year', () => {
    for (const { reviewedOn, reviewBy } of all) {
      expect(reviewedOn < reviewBy).toBe(true);
      expect(reviewBy.slice(0, 4) <= String(Number(reviewedOn.slice(0, 4)) + 1)).toBe(true);
    }
  });

  it('publish without a fault and without a tag that no record can have', async () => {
    const { results } = await libraryOf(['starter', 'demo']);
    expect(results.flatMap(({ warnings }) => warnings)).toEqual([]);
    const sets = await Promise.all([readShipped('starter'), readShipped('demo')]);
    expect(results.map(({ changes }) => changes.length)).toEqual(sets.map(({ entries }) => entries.length));
  });
});

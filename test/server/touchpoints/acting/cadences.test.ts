import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { touchpointsAnswerSchema } from '../../../../server/touchpoints/answer.ts';
import { readAs } from '../../../support/service.ts';
import { deal, lines, panel, type Panel, people } from './panel.ts';

/** A Monday. */
const monday = new Date('2026-11-16T09:00:00Z');

let page: Panel;

beforeAll(async () => {
  page = await panel({ now: monday });
});

beforeEach(() => {
  page.clock.now = monday;
});

afterAll(() => page.close());

test('after a pause the rest keeps its distances from the day on which it goes on; nothing piles up', async () => {
  const { facts, answer } = await page.begin();
  const [enrollment] = answer.enrollments;
  const enrollmentId = enrollment?.enrollmentId;
  const paused = await page.acted(facts, { kind: 'pause', enrollmentId, reason: 'outOfOffice' });
  expect(paused.answer.touchpoints.map(({ state, reason }) => [state, reason?.code])).toEqual(
    Array(3).fill(['held', 'paused']),
  );
  page.clock.now = new Date('2026-11-30T09:00:00Z');
  const resumed = await page.acted(facts, { kind: 'resume', enrollmentId });
  expect(lines(resumed.answer)).toEqual([
    'Do call current 2026-11-30',
    'Do mail planned 2026-12-02',
    'Do offer planned 2026-12-04',
  ]);
});

test('a pause with an end ends by itself', async () => {
  const { facts, answer } = await page.begin();
  const enrollmentId = answer.enrollments[0]?.enrollmentId;
  await page.acted(facts, { kind: 'pause', enrollmentId, reason: 'outOfOffice', until: '2026-11-19' });
  page.clock.now = new Date('2026-11-19T09:00:00Z');
  expect(lines(await page.show(facts))[0]).toBe('Do call current 2026-11-19');
});

test('a stopped cadence calls off what is open, and can be begun anew', async () => {
  const { facts, answer } = await page.begin();
  const enrollmentId = answer.enrollments[0]?.enrollmentId;
  const stopped = await page.acted(facts, { kind: 'stop', enrollmentId, reason: 'customerAskedNotTo' });
  expect(stopped.answer.touchpoints.map(({ state }) => state)).toEqual(Array(3).fill('cancelled'));
  expect((await page.act(facts, { kind: 'resume', enrollmentId })).status).toBe(409);
  expect((await page.begin(facts)).answer.enrollments).toHaveLength(2);
});

test('a cadence runs once at a time on a record', async () => {
  const { facts } = await page.begin();
  const again = { cadenceId: 'qualify', idempotencyKey: randomUUID() };
  expect((await page.send('/v1/touchpoints/enroll', facts, again)).status).toBe(409);
});

test('a cadence for accounts is not offered on a deal, and is refused there', async () => {
  const facts = deal();
  expect((await page.show(facts)).offered.map(({ cadenceId }) => cadenceId)).toEqual([
    'delivery',
    'german',
    'qualify',
  ]);
  const input = { cadenceId: 'account', idempotencyKey: randomUUID() };
  expect((await page.send('/v1/touchpoints/enroll', facts, input)).status).toBe(404);
});

test('a date that the record does not have is asked for, and taken from the rep', async () => {
  const facts = deal();
  const offered = (await page.show(facts)).offered.find(({ cadenceId }) => cadenceId === 'delivery');
  expect(offered?.missingAnchors).toEqual(['delivery']);
  const without = await page.preview(facts, { kind: 'enroll', cadenceId: 'delivery' });
  expect(without.steps).toEqual([
    expect.objectContaining({ reason: { code: 'anchorUnknown', values: ['delivery'] } }),
  ]);
  const given = { cadenceId: 'delivery', anchorDates: { delivery: '2026-12-07' } };
  expect(lines((await page.begin(facts, given)).answer)).toEqual(['Do thank current 2026-12-07']);
});

test.each([
  ['without an address', { Email: null }, 'noAddress'],
  ['from whom mail came back', { EmailBouncedDate: '2026-11-05T08:00:00.000+0000' }, 'addressBounced'],
  ['who does not want mail', { HasOptedOutOfEmail: true }, 'optedOut'],
])('somebody %s is not written to', async (_who, fields, code) => {
  const { answer } = await page.begin(deal(people(fields)));
  const reason = answer.touchpoints.find(({ channel }) => channel === 'email')?.reason;
  expect(reason).toEqual({ code, values: ['Helena Brandt'] });
  expect(answer.touchpoints.find(({ channel }) => channel === 'call')?.reason).toBeUndefined();
});

test('mail is held as soon as the page tells that it came back, until it tells that the address is right', async () => {
  const person = people({ EmailBouncedDate: null });
  const [{ Contact: contact } = { Contact: {} }] = person.OpportunityContactRoles.records;
  const bounced = people({ ...contact, EmailBouncedDate: '2026-11-15T08:00:00.000+0000' });
  const { facts } = await page.begin(deal(person));
  const reasonFor = async (roles: object, hiddenFields: string[] = []) => {
    const record = { ...facts.record, ...roles };
    const { touchpoints } = await page.show({ ...facts, record, hiddenFields });
    return touchpoints.find(({ channel }) => channel === 'email')?.reason?.code;
  };
  expect(await reasonFor(person)).toBeUndefined();
  expect(await reasonFor(bounced)).toBe('addressBounced');
  expect(await reasonFor(person, ['Contact.EmailBouncedDate'])).toBe('addressBounced');
  expect(await reasonFor(person)).toBeUndefined();
});

test('somebody who is not there is not called', async () => {
  const nobody = await page.begin(deal({}));
  expect(nobody.answer.touchpoints.find(({ channel }) => channel === 'call')?.reason?.code).toBe(
    'contactMissing',
  );
});

test('a page that is opened again plans nothing anew, also by somebody who may not read addresses', async () => {
  const { facts } = await page.begin();
  await page.show(facts);
  const planned = await page.plannedAt(facts);
  await page.show(facts);
  await page.show({ ...facts, hiddenFields: ['Contact.Email'] });
  expect(await page.plannedAt(facts)).toEqual(planned);
});

test('everybody reads cadences and steps in their language, where they are translated', async () => {
  const { facts } = await page.begin(deal(), { cadenceId: 'german' });
  const shownTo = async (locale: string) => {
    const shown = await page.send('/v1/touchpoints', facts, {}, locale);
    const { touchpoints, enrollments } = readAs(touchpointsAnswerSchema, shown);
    return [enrollments[0]?.title, touchpoints[0]?.name, touchpoints[0]?.talkingPoints[1]];
  };
  expect(await shownTo('de_AT')).toEqual(['Klären', 'Erstes Gespräch', 'Wer entscheidet?']);
  expect(await shownTo('en_US')).toEqual(['Qualify', 'Do talk', 'Ask who decides']);
  const input = { kind: 'enroll', cadenceId: 'german' };
  const foreseen = await page.send('/v1/touchpoints/preview', deal(), input, 'de_DE');
  expect(foreseen.body).toMatchObject({ title: 'Klären', steps: [{ name: 'Erstes Gespräch' }] });
});

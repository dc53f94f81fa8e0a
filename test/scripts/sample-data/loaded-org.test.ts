import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { loadSampleData, staged, STAGED_OWNER, usernameOf } from '../../../scripts/sample-data/index.ts';
import { libraryOf } from '../../config/shipped.ts';
import { suggestedTo } from '../../config/suggested.ts';
import { testOrg, type TestOrg } from '../local-org/support/org.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const today = Temporal.PlainDate.from('2026-11-22');

let org: TestOrg;
let starter: Awaited<ReturnType<typeof libraryOf>>['library'];
let both: typeof starter;
const users = new Map<string, string>();

const rowsOf = async <Row>(soql: string, schema: z.ZodType<Row>, userId = org.adminId): Promise<Row[]> => {
  const page = await org.records.query(await org.records.accessOf(userId), soql);
  return page.records.map((record) => schema.parse(record));
};
const dealRow = z.object({ Id: z.string(), Name: z.string(), StageName: z.string() });
const dealNamed = async (name: string): Promise<z.infer<typeof dealRow>> => {
  const [deal] = await rowsOf(`SELECT Id, Name, StageName FROM Opportunity WHERE Name = '${name}'`, dealRow);
  if (!deal) throw new Error(`no deal is called ${name}`);
  return deal;
};
const userNamed = (key: string): string => users.get(usernameOf(key)) ?? '';

beforeAll(async () => {
  org = await testOrg({ projectRoot: root });
  await loadSampleData(org, today);
  const schema = z.object({ Id: z.string(), Username: z.string() });
  for (const { Id, Username } of await rowsOf('SELECT Id, Username FROM User', schema))
    users.set(Username, Id);
  starter = (await libraryOf(['starter'])).library;
  both = (await libraryOf(['starter', 'demo'])).library;
}, 240_000);
afterAll(() => org.end());

describe('a staged deal', () => {
  it.each(staged)(
    '"$title" gets what its story promises, with and without the demo library',
    async (deal) => {
      const { Id } = await dealNamed(deal.name);
      for (const library of [starter, both]) {
        const [first] = await suggestedTo(org, library, userNamed(STAGED_OWNER), Id);
        expect(first?.item.id).toBe(deal.promises);
      }
    },
  );

  it('has its history from the org, the way back included', async () => {
    const { Id } = await dealNamed(staged.find(({ id }) => id === 'backToProposal')?.name ?? '');
    const soql = `SELECT StageName FROM OpportunityHistory WHERE OpportunityId = '${Id}' ORDER BY CreatedDate`;
    const stages = (await rowsOf(soql, z.object({ StageName: z.string() }))).map(
      ({ StageName }) => StageName,
    );
    expect(stages.filter((stage, index) => stage !== stages[index - 1])).toEqual([
      'Qualification',
      'Needs Analysis',
      'Value Proposition',
      'Id. Decision Makers',
      'Proposal/Price Quote',
      'Negotiation/Review',
      'Proposal/Price Quote',
    ]);
  });
});

describe('a CFO who joins in negotiation', () => {
  it('changes what comes first, and the reason names her', async () => {
    const { Id } = await dealNamed(staged.find(({ id }) => id === 'procurementSilent')?.name ?? '');
    const owner = userNamed(STAGED_OWNER);
    const [before] = await suggestedTo(org, both, owner, Id);
    const access = await org.records.accessOf(owner);
    const [contact] = await org.records.create(access, 'Contact', [
      { FirstName: 'Helga', LastName: 'Adler', Title: 'CFO' },
    ]);
    await org.records.create(access, 'OpportunityContactRole', [
      { OpportunityId: Id, ContactId: contact?.id ?? '', Role: 'Economic Buyer' },
    ]);
    const [after] = await suggestedTo(org, both, owner, Id);
    expect(after?.item.id).not.toBe(before?.item.id);
    expect(after?.reasons[0]).toEqual({ code: 'buyerRole', values: ['Helga', 'CFO'] });
  });
});

describe('the org', () => {
  const counted = async (object: string): Promise<number> =>
    (await org.records.query(await org.records.accessOf(org.adminId), `SELECT COUNT() FROM ${object}`))
      .totalSize;

  it('has written the history itself: a row for each deal and each change', async () => {
    expect(await counted('Opportunity')).toBe(401);
    expect(await counted('OpportunityHistory')).toBeGreaterThan(1500);
    expect(org.clock.moved()).toBe(false);
  });

  it('shows a seller their own deals, their manager all of the team, a neighbour none of them', async () => {
    const soql = `SELECT Id, Name, StageName FROM Opportunity WHERE OwnerId = '${userNamed(STAGED_OWNER)}'`;
    const own = await rowsOf(soql, dealRow, userNamed(STAGED_OWNER));
    expect(own.length).toBeGreaterThan(6);
    expect(await rowsOf(soql, dealRow, userNamed('katrin.vogel'))).toHaveLength(own.length);
    expect(await rowsOf(soql, dealRow, userNamed('tobias.kern'))).toEqual([]);
  });

  it('has open deals of somebody who can no longer log in', async () => {
    const gone = userNamed('stefan.huber');
    await expect(org.records.accessOf(gone)).rejects.toThrow('Session expired or invalid');
    const soql = `SELECT Id, Name, StageName FROM Opportunity WHERE IsClosed = false AND OwnerId = '${gone}'`;
    expect((await rowsOf(soql, dealRow)).length).toBeGreaterThan(2);
  });

  it('gets suggestions on every open deal', async () => {
    const open = await rowsOf(
      'SELECT Id, Name, StageName FROM Opportunity WHERE IsClosed = false LIMIT 12',
      dealRow,
    );
    for (const { Id } of open) {
      expect((await suggestedTo(org, starter, org.adminId, Id)).length).toBeGreaterThanOrEqual(3);
    }
  });
});

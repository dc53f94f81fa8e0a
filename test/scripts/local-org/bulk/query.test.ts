import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Connection } from 'jsforce';
import { testOrg, type TestOrg } from '../support/org.ts';

let org: TestOrg;
let connection: Connection;

beforeAll(async () => {
  org = await testOrg();
  connection = await org.connect();
  connection.bulk2.pollInterval = 5;
  const admin = await org.records.accessOf(org.adminId);
  const [account] = await org.records.create(admin, 'Account', [{ Name: 'Brunner, "Nord"' }]);
  const contacts = Array.from({ length: 4500 }, (_, index) => ({
    LastName: `C${index}`,
    ...(index === 0 ? { AccountId: account?.id } : {}),
  }));
  await org.records.create(admin, 'Contact', contacts);
});
afterAll(() => org.end());

const jobs = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${org.baseUrl}/services/data/v65.0/jobs/${path}`, {
    ...init,
    headers: { Authorization: `Bearer ${connection.accessToken ?? ''}`, 'Content-Type': 'application/json' },
  });
const json = async (response: Response): Promise<Record<string, unknown>> =>
  (await response.json()) as Record<string, unknown>;

/** The result of a job, as soon as there is one. */
async function result(id: string): Promise<string> {
  for (;;) {
    const response = await jobs(`query/${id}/results`);
    const text = await response.text();
    if (response.ok) return text;
    expect(text).toContain('INVALIDJOBSTATE');
  }
}

/** A finished query job; asks again until it is. */
async function finished(query: string): Promise<string> {
  const job = await json(
    await jobs('query', { method: 'POST', body: JSON.stringify({ operation: 'query', query }) }),
  );
  expect(job).toMatchObject({
    state: 'UploadComplete',
    object: 'Contact',
    contentType: 'CSV',
    lineEnding: 'LF',
    columnDelimiter: 'COMMA',
  });
  const id = String(job['id']);
  for (;;) {
    const { state } = await json(await jobs(`query/${id}`));
    if (state === 'JobComplete') return id;
    expect(['UploadComplete', 'InProgress']).toContain(state);
  }
}

test('a bulk query answers every row, parents by their paths', async () => {
  const rows: Record<string, unknown>[] = [];
  for await (const row of await connection.bulk2.query(
    'SELECT Id, LastName, Account.Name, AccountId FROM Contact ORDER BY CreatedDate, Id',
  ))
    rows.push(row as Record<string, unknown>);
  expect(rows).toHaveLength(4500);
  expect(rows[0]).toMatchObject({ LastName: 'C0', 'Account.Name': 'Brunner, "Nord"' });
  expect(rows[4499]).toMatchObject({ LastName: 'C4499', AccountId: '' });
});

test('results come in parts by locator, with null after the last', async () => {
  const id = await finished('SELECT LastName FROM Contact ORDER BY LastName');
  const sizes: number[] = [];
  let locator: string | null = '';
  while (locator !== 'null') {
    const part: Response = await jobs(
      `query/${id}/results?maxRecords=2000${locator ? `&locator=${locator}` : ''}`,
    );
    locator = part.headers.get('sforce-locator');
    const lines = (await part.text()).trim().split('\n');
    expect(lines[0]).toBe('"LastName"');
    expect(part.headers.get('sforce-numberofrecords')).toBe(String(lines.length - 1));
    sizes.push(lines.length - 1);
  }
  expect(sizes).toEqual([2000, 2000, 500]);
});

test('every kind of value is written as Salesforce writes it, in the separators of the job', async () => {
  const { id = '' } = await connection.sobject('Opportunity').create({
    Name: 'Line one;\n"two"',
    StageName: 'Prospecting',
    CloseDate: '2026-01-31',
    Amount: 1200.5,
    Probability: 0,
  });
  const query = `SELECT Id, Name, CloseDate, Amount, Probability, IsWon, FiscalYear, NextStep, CreatedDate, Owner.Username,
    Account.Name FROM Opportunity WHERE Id = '${id}'`;
  const asked = { operation: 'query', query, columnDelimiter: 'SEMICOLON', lineEnding: 'CRLF' };
  const job = await json(await jobs('query', { method: 'POST', body: JSON.stringify(asked) }));
  const [header, line, ...more] = (await result(String(job['id']))).split('\r\n');
  expect(header).toBe(
    '"Id";"Name";"CloseDate";"Amount";"Probability";"IsWon";"FiscalYear";"NextStep";"CreatedDate";"Owner.Username";"Account.Name"',
  );
  const stamp = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z/;
  expect(line?.replace(stamp, 'STAMP').replace(/"[^"]+@[^"]+"/, '"USER"')).toBe(
    `"${id}";"Line one;\n""two""";"2026-01-31";"1200.5";"0";"false";"2026";"";"STAMP";"USER";""`,
  );
  expect(more).toEqual(['']);
});

test('what does not fit into lines is refused when the job is made', async () => {
  for (const query of [
    'SELECT COUNT(Id) FROM Contact',
    'SELECT (SELECT Id FROM Contacts) FROM Account',
    'SELECT MailingAddress FROM Contact',
  ]) {
    expect(
      (await jobs('query', { method: 'POST', body: JSON.stringify({ operation: 'query', query }) })).status,
    ).toBe(400);
  }
});

test('an ingest job can be aborted before it is closed, and then takes nothing', async () => {
  const job = connection.bulk2.createJob({ object: 'Contact', operation: 'insert' });
  await job.open();
  await job.uploadData('LastName\nNobody\n');
  await job.abort();
  await expect(job.close()).rejects.toMatchObject({ errorCode: 'INVALIDJOBSTATE' });
  expect(await job.getUnprocessedRecords()).toMatchObject([{ LastName: 'Nobody' }]);
  await job.delete();
  await expect(job.check()).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
});

test('deleting and hard deleting by id', async () => {
  const { records } = await connection.query("SELECT Id FROM Contact WHERE LastName IN ('C1', 'C2')");
  const [soft = '', hard = ''] = records.map(({ Id }) => String(Id));
  await connection.bulk2.loadAndWaitForResults({
    object: 'Contact',
    operation: 'delete',
    input: [{ Id: soft }],
  });
  const integration = await org.connect(org.integrationId);
  integration.bulk2.pollInterval = 5;
  await integration.bulk2.loadAndWaitForResults({
    object: 'Contact',
    operation: 'hardDelete',
    input: [{ Id: hard }],
  });
  const left = await connection.query("SELECT Id FROM Contact WHERE LastName IN ('C1', 'C2')", {
    scanAll: true,
  });
  expect(left.records.map(({ Id }) => Id)).toEqual([soft]);
});

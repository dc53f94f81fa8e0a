import { describe, expect, test } from '@jest/globals';
import { apexRules } from '../../../scripts/verify/checks/apex-rules.ts';
import { apexSecurity } from '../../../scripts/verify/checks/apex-security.ts';
import { apexSemantics } from '../../../scripts/verify/checks/apex-semantics.ts';
import { factsSize } from '../../../scripts/verify/checks/facts-size.ts';
import { javaMissing } from '../../../scripts/verify/checks/java.ts';
import { soqlFields } from '../../../scripts/verify/checks/soql-fields.ts';
import { apexClass, type Files, expectFault, faultsIn, recordFacts } from './faulty-project.ts';

const gateway = (body: string): Files =>
  apexClass('InspireGateway', `public with sharing class InspireGateway { ${body} }`);

describe('the rules for Apex', () => {
  const send = 'private static void send() { new Http().send(new HttpRequest()); }';

  test('accept a callout that comes before a change', async () => {
    const write = '@AuraEnabled public static void write() { send(); insert as user new Task(); }';
    expect(await faultsIn(apexRules, gateway(write + send))).toEqual([]);
  });

  test('reject a change before a callout', () =>
    expectFault(
      apexRules,
      gateway(`@AuraEnabled public static void write() { insert as user new Task(); send(); } ${send}`),
      /write changes records at .* before it calls out/,
    ));

  test('reject a change that another class makes before a callout', () =>
    expectFault(
      apexRules,
      {
        ...gateway(
          `@AuraEnabled public static void write() { send(InspireSaver.save()); } ${send.replace('send()', 'send(Integer n)')}`,
        ),
        ...apexClass(
          'InspireSaver',
          'public class InspireSaver { public static Integer save() { Database.update(rows); return 1; } }',
        ),
      },
      /before it calls out/,
    ));

  test('reject a loop that calls out after the change of its round before', () =>
    expectFault(
      apexRules,
      gateway(
        `@AuraEnabled public static void write() { for (Task t : tasks) { send(); update t; } } ${send}`,
      ),
      /before it calls out/,
    ));

  test('reject a cached read that changes records', () =>
    expectFault(
      apexRules,
      gateway('@AuraEnabled(cacheable=true) public static void read() { Database.insert(rows, false); }'),
      /read is cacheable and changes records/,
    ));

  test('reject a second door and a second caller', async () => {
    const files = {
      ...gateway('@AuraEnabled public static void write() {}'),
      ...apexClass(
        'InspireBackDoor',
        'public class InspireBackDoor { @AuraEnabled public static void open() { new Http(); } }',
      ),
    };
    await expectFault(apexRules, files, /InspireBackDoor\.cls carries @AuraEnabled/);
    await expectFault(apexRules, files, /InspireBackDoor\.cls calls out/);
  });

  const action = (name: string, body: string): Files =>
    apexClass(
      name,
      `public class ${name} { @InvocableMethod public static void act(List<Id> ids) { ${body} } }`,
    );

  test('accept an action of Flow that asks through the gateway, and no other class with one', async () => {
    const door = gateway(`@AuraEnabled public static void write() {} public ${send.slice(8)}`);
    expect(
      await faultsIn(apexRules, { ...door, ...action('InspireFlowAct', 'InspireGateway.send();') }),
    ).toEqual([]);
    await expectFault(
      apexRules,
      { ...door, ...action('InspireAct', '') },
      /InspireAct\.cls carries @InvocableMethod/,
    );
  });

  test('reject an action of Flow that calls out itself, or changes something before', async () => {
    const door = gateway(`@AuraEnabled public static void write() {} public ${send.slice(8)}`);
    await expectFault(
      apexRules,
      { ...door, ...action('InspireFlowAct', 'new Http();') },
      /InspireFlowAct\.cls calls out/,
    );
    await expectFault(
      apexRules,
      { ...door, ...action('InspireFlowAct', 'insert as user new Task(); InspireGateway.send();') },
      /act changes records at .* before it calls out/,
    );
  });

  test('reject the session id', () =>
    expectFault(
      apexRules,
      gateway('public static String id() { return UserInfo.getSessionId(); }'),
      /reads the session id/,
    ));

  test('reject a project in which nothing is reachable, because nothing would be proven', () =>
    expectFault(apexRules, gateway(''), /no method is reachable/));
});

describe('the fields of queries', () => {
  test('accept fields, parents and children that exist', async () => {
    const soql =
      'SELECT Id, Account.Industry, (SELECT Contact.Title FROM OpportunityContactRoles ORDER BY CreatedDate) FROM Opportunity WHERE Id = :recordId';
    expect(await faultsIn(soqlFields, recordFacts('Opportunity', soql))).toEqual([]);
  });

  test.each([
    ['a field', 'SELECT Id, Colour FROM Opportunity WHERE Id = :recordId', /Opportunity has no Colour/],
    [
      'a field of a parent',
      'SELECT Account.Colour FROM Opportunity WHERE Id = :recordId',
      /no Account\.Colour/,
    ],
    [
      'a field of a child',
      'SELECT Id, (SELECT Colour FROM OpportunityContactRoles) FROM Opportunity WHERE Id = :recordId',
      /OpportunityContactRole has no Colour/,
    ],
    [
      'a field to sort by',
      'SELECT Id, (SELECT Id FROM OpportunityContactRoles ORDER BY Colour) FROM Opportunity WHERE Id = :recordId',
      /has no Colour/,
    ],
    [
      'a child',
      'SELECT Id, (SELECT Id FROM Colours) FROM Opportunity WHERE Id = :recordId',
      /no child relationship Colours/,
    ],
    ['another object', 'SELECT Id FROM Account WHERE Id = :recordId', /does not end in FROM Opportunity/],
    [
      'a function',
      'SELECT Id, FORMAT(Amount) FROM Opportunity WHERE Id = :recordId',
      /FieldFunctionExpression/,
    ],
    ['wrong syntax', 'SELECT Id Name Amount FROM', /./],
  ])('reject %s', (_, soql, fault) => expectFault(soqlFields, recordFacts('Opportunity', soql), fault));

  test('reject a field in a query of a class', () =>
    expectFault(
      soqlFields,
      gateway('void m() { List<Task> t = [SELECT Colour FROM Task WHERE Id IN :ids WITH USER_MODE]; }'),
      /Task has no Colour/,
    ));
});

describe('the size of record facts', () => {
  const query = (rows: string): Files =>
    recordFacts(
      'Account',
      `SELECT Id, (SELECT Id, Name, Title FROM Contacts ${rows}) FROM Account WHERE Id = :recordId`,
    );

  test('accepts rows that fit into a request', async () => {
    expect(await faultsIn(factsSize, query('ORDER BY CreatedDate DESC, Id LIMIT 30'))).toEqual([]);
  });

  test.each([
    [
      'more than a request takes',
      'ORDER BY Id LIMIT 100',
      /Account may take \d{5,6} bytes .* limit is 65536/,
    ],
    ['as many as there are', 'ORDER BY Id', /Contacts has no LIMIT/],
    ['whichever come first', 'LIMIT 30', /Contacts has a LIMIT, but is not sorted by Id/],
    ['whichever of the same time come first', 'ORDER BY CreatedDate LIMIT 30', /not sorted by Id at last/],
  ])('rejects %s', (_, rows, fault) => expectFault(factsSize, query(rows), fault));
});

const missing = await javaMissing();
/** Two Java machines start; only one that hangs takes this long. */
const hangs = 180_000;

if (missing === undefined) {
  describe('the checks that need Java', () => {
    test(
      'reject a variable that does not exist and a type that does not fit',
      async () => {
        const files = gateway('public static void m() { Integer n = colour; String s = 1; }');
        await expectFault(apexSemantics, files, /InspireGateway\.cls:1 .*colour/);
      },
      hangs,
    );

    test(
      'reject a query that ignores the access of the user',
      () =>
        expectFault(
          apexSecurity,
          gateway('public static List<Account> all() { return [SELECT Id FROM Account]; }'),
          /InspireGateway\.cls:1 ApexCRUDViolation/,
        ),
      hangs,
    );
  });
}

import { describe, expect, test } from '@jest/globals';
import { lwcImports } from '../../../scripts/verify/checks/lwc-imports.ts';
import { platformCompiler } from '../../../scripts/verify/checks/platform-compiler.ts';
import { operationRoutes } from '../../../scripts/verify/checks/operations.ts';
import { signatureVectors } from '../../../scripts/verify/checks/signature-vectors.ts';
import { component, expectFault, faultsIn, type Files } from './faulty-project.ts';

const panel =
  "import { LightningElement } from 'lwc';\nexport default class InspireA extends LightningElement {}\n";
const html = '<template></template>';

describe("the platform's compiler", () => {
  test('accepts a panel whose JavaScript was emitted', async () => {
    expect(await faultsIn(platformCompiler, component('inspireA', { ts: panel, js: panel, html }))).toEqual(
      [],
    );
  });

  test('rejects a panel that was not emitted, which the compiler itself would let pass', () =>
    expectFault(
      platformCompiler,
      component('inspireA', { ts: panel, html }),
      /inspireA\.ts was not emitted/,
    ));

  test('rejects emitted JavaScript that does not hold the class', () =>
    expectFault(
      platformCompiler,
      component('inspireA', { ts: panel, js: 'export {};', html }),
      /holds no class, not InspireA/,
    ));

  test('rejects a template that an org would reject', () =>
    expectFault(
      platformCompiler,
      component('inspireA', { js: panel, html: '<template><p></template>' }),
      /inspireA/,
    ));
});

describe('imports of panels', () => {
  test.each([
    ['a label', "import A from '@salesforce/label/c.Inspire_Gone';", /label\/c\.Inspire_Gone/],
    ['an Apex method', "import a from '@salesforce/apex/InspireGateway.gone';", /InspireGateway\.gone/],
    ['a field', "import a from '@salesforce/schema/Opportunity.Gone__c';", /Opportunity\.Gone__c/],
    ['a custom permission', "import a from '@salesforce/customPermission/Inspire_Gone';", /Inspire_Gone/],
    ['a component', "import a from 'c/inspireGone';", /c\/inspireGone/],
    ['a module that is not on the list', "import a from 'lightning/empApi';", /lightning\/empApi/],
    ['a package of npm', "import a from 'lodash';", /lodash/],
  ])('reject %s that is not there', (_, line, fault) =>
    expectFault(lwcImports, component('inspireA', { ts: `${line}\n${panel}`, html }), fault),
  );

  test('reject a component in a template that is not there', () =>
    expectFault(
      lwcImports,
      component('inspireA', { ts: panel, html: '<template><c-inspire-gone></c-inspire-gone></template>' }),
      /c\/inspireGone/,
    ));

  test('accept what the package has', async () => {
    const child = component('inspireB', { ts: panel, html });
    const parent = component('inspireA', { ts: `import 'c/inspireB';\n${panel}`, html });
    expect(await faultsIn(lwcImports, { ...child, ...parent })).toEqual([]);
  });
});

test('signature vectors reject an Apex test that holds another digest', () =>
  expectFault(
    signatureVectors,
    {
      'force-app/tests/shared/classes/InspireSignatureTest.cls':
        "class T { Map<String, String> DIGESTS = new Map<String, String>{\n 'a' => 'wrong'\n    };\n}",
      'test/contracts/signature.json': JSON.stringify({
        bodies: ['a', 'b', 'c'].map((body) => ({ body, bsh: 'right' })),
        token: { claims: {} },
      }),
      'test/contracts/ids.json': JSON.stringify({ ids: Array(5).fill({ short: 'a', long: 'b' }) }),
    },
    /Apex digest: a should be right, is wrong/,
  ));

describe('operations', () => {
  const operation = (name: string, values: Readonly<Record<string, string>>): Files => ({
    [`force-app/main/journey/customMetadata/Inspire_Operation.${name}.md-meta.xml`]: `<?xml version="1.0"?><CustomMetadata><label>x</label>${Object.entries(
      values,
    )
      .map(([field, value]) => `<values><field>${field}</field><value>${value}</value></values>`)
      .join('')}</CustomMetadata>`,
  });
  const fillFact = { Mode__c: 'write', Route__c: '/v1/journey/facts', Permission__c: 'Inspire_Use' };
  const route = (more: string): Files => ({
    'server/journey/routes/fill-fact.ts': `export const fillFactRoute = () => defineRoute({ path: '/v1/journey/facts', operation: 'fillFact', mode: 'write', ${more} });`,
  });
  const served = route("permission: 'Inspire_Use'");
  const facts = (place: string): Files => ({
    'config/starter/facts.json': JSON.stringify([{ sobject: 'Opportunity', path: place, writable: true }]),
  });

  test('accept the same on both sides', async () => {
    expect(await faultsIn(operationRoutes, { ...operation('fillFact', fillFact), ...served })).toEqual([]);
  });

  test('reject an operation without a route, and a route without an operation', async () => {
    await expectFault(operationRoutes, operation('fillFact', fillFact), /fillFact has no route/);
    await expectFault(
      operationRoutes,
      { ...operation('react', fillFact), ...served },
      /fillFact is served, but/,
    );
  });

  test('reject a permission that differs', () =>
    expectFault(
      operationRoutes,
      { ...operation('fillFact', fillFact), ...route("permission: 'Inspire_Admin'") },
      /for Inspire_Use" in the org, .* for Inspire_Admin" in the service/,
    ));

  test.each([
    ['Inspire_Challenge__c', 'Opportunity.Type', /may not write Opportunity Inspire_Challenge__c/],
    [
      'OpportunityContactRoles.Role',
      'Opportunity.Role',
      /may not write Opportunity OpportunityContactRoles\.Role/,
    ],
  ])('reject a fact %s that may be filled in but not written', (place, Writes__c, fault) =>
    expectFault(
      operationRoutes,
      { ...operation('fillFact', { ...fillFact, Writes__c }), ...served, ...facts(place) },
      fault,
    ),
  );

  test('accept a fact of a related row that may be written', async () => {
    const writes = operation('fillFact', {
      ...fillFact,
      Writes__c: 'OpportunityContactRole.Role Account.Industry',
    });
    const files = { ...writes, ...served, ...facts('OpportunityContactRoles.Role') };
    expect(await faultsIn(operationRoutes, files)).toEqual([]);
  });
});

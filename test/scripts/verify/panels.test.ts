import { describe, expect, test } from '@jest/globals';
import { lwcImports } from '../../../scripts/verify/checks/lwc-imports.ts';
import { platformCompiler } from '../../../scripts/verify/checks/platform-compiler.ts';
import { signatureVectors } from '../../../scripts/verify/checks/signature-vectors.ts';
import { component, expectFault, faultsIn } from './faulty-project.ts';

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

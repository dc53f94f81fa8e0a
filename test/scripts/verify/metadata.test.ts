import { describe, expect, test } from '@jest/globals';
import { componentList } from '../../../scripts/verify/checks/component-list.ts';
import { metadataSchema } from '../../../scripts/verify/checks/metadata-schema.ts';
import { references } from '../../../scripts/verify/checks/references.ts';
import { apexClass, expectFault, faultsIn, permissionSet, textField } from './faulty-project.ts';

describe('the metadata schema', () => {
  test('accepts a field as Salesforce describes it', async () => {
    expect(await faultsIn(metadataSchema, textField('Inspire_A__c'))).toEqual([]);
  });

  test.each([
    ['an element that does not exist', '<colour>red</colour>', /CustomField\/colour is not known/],
    [
      'a value that is none of an enumeration',
      '<deleteConstraint>Maybe</deleteConstraint>',
      /deleteConstraint is "Maybe"/,
    ],
    ['a number that is none', '<precision>much</precision>', /precision is "much"/],
    ['a boolean that is none', '<unique>yes</unique>', /unique is "yes"/],
    ['the same element twice', '<unique>true</unique><unique>true</unique>', /unique is given twice/],
    ['elements where a value is expected', '<unique><a>b</a></unique>', /unique holds elements/],
  ])('rejects %s', (_, more, fault) => expectFault(metadataSchema, textField('Inspire_A__c', more), fault));

  test('rejects what is required and missing', () =>
    expectFault(
      metadataSchema,
      permissionSet('Inspire_A', '<fieldPermissions><editable>true</editable></fieldPermissions>'),
      /fieldPermissions lacks field/,
    ));

  test('names the line of XML that is not well-formed', () =>
    expectFault(
      metadataSchema,
      textField('Inspire_A__c', '<unique>'),
      /Inspire_A__c\.field-meta\.xml: .*unique.* line \d+/,
    ));
});

describe('the component list', () => {
  const list = { 'config/components.txt': 'CustomField Opportunity.Inspire_A__c\n' };

  test('accepts exactly the listed components', async () => {
    expect(await faultsIn(componentList, { ...list, ...textField('Inspire_A__c') })).toEqual([]);
  });

  test('rejects a lost and a stray component', async () => {
    const files = { ...list, ...textField('Inspire_B__c') };
    await expectFault(componentList, files, /Inspire_A__c is lost/);
    await expectFault(componentList, files, /Inspire_B__c is not listed/);
  });

  test('rejects a class without its meta file', () =>
    expectFault(
      componentList,
      { ...list, 'force-app/main/shared/classes/InspireA.cls': 'public class InspireA {}' },
      /InspireA\.cls belongs to no component|InspireA has no meta file/,
    ));

  test('rejects a name that could belong to anybody', () =>
    expectFault(
      componentList,
      apexClass('Gateway', 'public class Gateway {}'),
      /Gateway does not begin with Inspire/,
    ));
});

describe('references', () => {
  test('accept a permission set that opens a field of the package', async () => {
    const body =
      '<fieldPermissions><editable>true</editable><field>Opportunity.Inspire_A__c</field></fieldPermissions>';
    expect(
      await faultsIn(references, { ...textField('Inspire_A__c'), ...permissionSet('Inspire_Rep', body) }),
    ).toEqual([]);
  });

  test.each([
    [
      'a field',
      '<fieldPermissions><field>Opportunity.Gone__c</field></fieldPermissions>',
      /field Opportunity\.Gone__c/,
    ],
    ['an object', '<objectPermissions><object>Gone__c</object></objectPermissions>', /object Gone__c/],
    ['a class', '<classAccesses><apexClass>InspireGone</apexClass></classAccesses>', /class InspireGone/],
    [
      'a custom permission',
      '<customPermissions><name>Inspire_Gone</name></customPermissions>',
      /Inspire_Gone/,
    ],
    [
      'an app',
      '<applicationVisibilities><application>Gone</application></applicationVisibilities>',
      /app Gone/,
    ],
    [
      'a principal',
      '<externalCredentialPrincipalAccesses><externalCredentialPrincipal>A-B</externalCredentialPrincipal></externalCredentialPrincipalAccesses>',
      /principal A-B/,
    ],
    ['a tab', '<tabSettings><tab>Inspire_Gone</tab></tabSettings>', /tab Inspire_Gone/],
  ])('reject %s that is not there', (_, body, fault) =>
    expectFault(references, permissionSet('Inspire_Rep', body), fault),
  );

  test('reject a tab whose component is not there', () =>
    expectFault(
      references,
      {
        'force-app/main/default/tabs/Inspire_A.tab-meta.xml':
          '<CustomTab><lwcComponent>inspireGone</lwcComponent></CustomTab>',
      },
      /component inspireGone/,
    ));

  test('reject a page with an unknown component, region and facet', async () => {
    const instance =
      '<itemInstances><componentInstance><componentName>inspireGone</componentName></componentInstance></itemInstances>';
    const region = (name: string, type: string) =>
      `<flexiPageRegions>${instance}<name>${name}</name><type>${type}</type></flexiPageRegions>`;
    const page = `<?xml version="1.0"?><FlexiPage>${region('cellar', 'Region')}${region('lonely', 'Facet')}<sobjectType>Opportunity</sobjectType><template><name>flexipage:recordHomeTemplateDesktop</name></template></FlexiPage>`;
    const files = { 'force-app/main/default/flexipages/Inspire_A.flexipage-meta.xml': page };
    await expectFault(references, files, /places inspireGone/);
    await expectFault(references, files, /region cellar/);
    await expectFault(references, files, /facet lonely that nothing shows/);
  });
});

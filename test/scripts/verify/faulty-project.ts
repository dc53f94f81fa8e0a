import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@jest/globals';
import type { Check, Verdict } from '../../../scripts/verify/check.ts';

/** Files of a small project: path from its root → text. */
export type Files = Readonly<Record<string, string>>;

const project = JSON.stringify({
  packageDirectories: [{ path: 'force-app', default: true }],
  sourceApiVersion: '65.0',
});

/** Runs a check on a project that holds these files and nothing else. */
async function verdictOn(check: Check, files: Files): Promise<Verdict> {
  const root = mkdtempSync(path.join(tmpdir(), 'inspire-project-'));
  try {
    for (const [file, text] of Object.entries({ 'sfdx-project.json': project, ...files })) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    return await check.run(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The faults that a check finds. */
export async function faultsIn(check: Check, files: Files): Promise<string[]> {
  const verdict = await verdictOn(check, files);
  if ('notRun' in verdict) throw new Error(`${check.name}: ${verdict.notRun}`);
  return verdict.faults;
}

/** The check finds a fault that says this. */
export const expectFault = async (check: Check, files: Files, fault: RegExp): Promise<void> =>
  expect(await faultsIn(check, files)).toEqual(expect.arrayContaining([expect.stringMatching(fault)]));

const document = (type: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>\n`;

/** A text field of Opportunity, as its metadata says it. */
export const textField = (name: string, more = ''): Files => ({
  [`force-app/main/journey/objects/Opportunity/fields/${name}.field-meta.xml`]: document(
    'CustomField',
    `<fullName>${name}</fullName><label>${name}</label><length>80</length><type>Text</type>${more}`,
  ),
});

export const permissionSet = (name: string, body: string): Files => ({
  [`force-app/main/default/permissionsets/${name}.permissionset-meta.xml`]: document(
    'PermissionSet',
    `<label>${name}</label>${body}`,
  ),
});

export const apexClass = (name: string, source: string): Files => ({
  [`force-app/main/shared/classes/${name}.cls`]: source,
  [`force-app/main/shared/classes/${name}.cls-meta.xml`]: document(
    'ApexClass',
    '<apiVersion>65.0</apiVersion><status>Active</status>',
  ),
});

/** A component: `files` by ending (`ts`, `js`, `html`). */
export const component = (name: string, files: Readonly<Record<string, string>>): Files => ({
  [`force-app/main/suggestions/lwc/${name}/${name}.js-meta.xml`]: document(
    'LightningComponentBundle',
    '<apiVersion>65.0</apiVersion><isExposed>false</isExposed>',
  ),
  ...Object.fromEntries(
    Object.entries(files).map(([ending, text]) => [
      `force-app/main/suggestions/lwc/${name}/${name}.${ending}`,
      text,
    ]),
  ),
});

/** Custom metadata for the query of an object. */
export const recordFacts = (sobject: string, soql: string): Files => {
  const fields = 'force-app/main/shared/objects/Inspire_Record_Facts__mdt';
  return {
    [`${fields}/Inspire_Record_Facts__mdt.object-meta.xml`]: document(
      'CustomObject',
      '<label>Facts</label><pluralLabel>Facts</pluralLabel>',
    ),
    [`${fields}/fields/Query__c.field-meta.xml`]: document(
      'CustomField',
      '<fullName>Query__c</fullName><label>Query</label><length>32768</length><type>LongTextArea</type>',
    ),
    [`force-app/main/journey/customMetadata/Inspire_Record_Facts.${sobject}.md-meta.xml`]: document(
      'CustomMetadata',
      `<label>${sobject}</label><values><field>Query__c</field><value>${soql}</value></values>`,
    ),
  };
};

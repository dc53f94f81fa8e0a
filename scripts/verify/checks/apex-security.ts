import path from 'node:path';
import { CodeAnalyzer, CodeAnalyzerConfig, type Violation } from '@salesforce/code-analyzer-core';
import { createEnginePlugin as pmd } from '@salesforce/code-analyzer-pmd-engine';
import { createEnginePlugin as regex } from '@salesforce/code-analyzer-regex-engine';
import type { Check } from '../check.ts';
import { javaMissing } from './java.ts';
import { sourceFiles } from './metadata-files.ts';

/** Rules of style, and of tests whose assertions stand in a method of their own; every rule of security, errors and performance stays. */
const styleRules = [
  'ApexDoc',
  'ApexUnitTestClassShouldHaveAsserts',
  'ApexUnitTestClassShouldHaveRunAs',
  'ExcessiveParameterList',
];

/** Findings that were looked at and are none, each with the reason. One that is not found any more is a fault. */
const accepted: readonly { rule: string; file: string; reason: string }[] = [
  ...['InspireFlowEnroll.cls', 'InspireFlowNext.cls'].map((file) => ({
    rule: 'AvoidGlobalModifier',
    file,
    reason: 'Flows outside a managed package find only actions that are global',
  })),
  {
    rule: 'AvoidDebugStatements',
    file: 'InspireException.cls',
    reason: 'one line for a failure that nobody foresaw: without it an admin could not find the place',
  },
  {
    rule: 'ApexSuggestUsingNamedCred',
    file: 'InspireGateway.cls',
    reason:
      'it calls a named credential; the header is a signature over this one request, not a stored secret',
  },
  {
    rule: 'ProtectSensitiveData',
    file: 'Certificate__c.field-meta.xml',
    reason: 'it holds the name of a certificate, not a certificate',
  },
  {
    rule: 'AvoidHardcodingId',
    file: 'InspireSignatureTest.cls',
    reason: 'the published ids are test vectors; no record is looked up by them',
  },
];

const isAccepted = (violation: Violation): boolean =>
  accepted.some(
    ({ rule, file }) =>
      violation.getRule().getName() === rule &&
      path.basename(violation.getPrimaryLocation().getFile() ?? '') === file,
  );

async function violationsIn(root: string): Promise<Violation[]> {
  const disabled = Object.fromEntries(styleRules.map((rule) => [rule, { disabled: true }]));
  const analyzer = new CodeAnalyzer(CodeAnalyzerConfig.fromObject({ rules: { pmd: disabled } }, root));
  await analyzer.addEnginePlugin(pmd());
  await analyzer.addEnginePlugin(regex());
  const workspace = await analyzer.createWorkspace([path.join(root, 'force-app')]);
  const rules = await analyzer.selectRules(['pmd:Recommended', 'pmd:Security', 'regex'], { workspace });
  return (await analyzer.run(rules, { workspace })).getViolations();
}

function describe(root: string, violation: Violation): string {
  const place = violation.getPrimaryLocation();
  const file = path.relative(root, place.getFile() ?? root);
  return `${file}:${place.getStartLine() ?? 0} ${violation.getRule().getName()}: ${violation.getMessage()}`;
}

/** Catches access without user mode, injection, missing sharing, hard-coded ids and secrets, and what is slow or fragile. */
export const apexSecurity: Check = {
  name: 'PMD and the regex engine find nothing in Apex and metadata',
  async run(root) {
    const missing = await javaMissing();
    if (missing) return { notRun: missing };
    const violations = await violationsIn(root);
    const stale = accepted
      .filter(({ rule }) => !violations.some((each) => isAccepted(each) && each.getRule().getName() === rule))
      .map(({ rule, file }) => `${file}: ${rule} is accepted but not found; take it off the list`);
    const faults = violations.filter((each) => !isAccepted(each)).map((each) => describe(root, each));
    return { faults: [...faults, ...stale], examined: sourceFiles(root, '**/*.cls').length };
  },
};

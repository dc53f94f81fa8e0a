import type { Check } from '../check.ts';
import { apexRules } from './apex-rules.ts';
import { apexSecurity } from './apex-security.ts';
import { apexSemantics } from './apex-semantics.ts';
import { componentList } from './component-list.ts';
import { factsSize } from './facts-size.ts';
import { lwcImports } from './lwc-imports.ts';
import { metadataSchema } from './metadata-schema.ts';
import { operationRoutes } from './operations.ts';
import { platformCompiler } from './platform-compiler.ts';
import { references } from './references.ts';
import { signatureVectors } from './signature-vectors.ts';
import { soqlFields } from './soql-fields.ts';

/** Everything about the org side that can be proven without an org, the quick ones first. */
export const checks: readonly Check[] = [
  metadataSchema,
  componentList,
  references,
  soqlFields,
  factsSize,
  operationRoutes,
  lwcImports,
  apexRules,
  signatureVectors,
  platformCompiler,
  apexSemantics,
  apexSecurity,
];

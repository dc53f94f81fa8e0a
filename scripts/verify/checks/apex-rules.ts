import type { Check } from '../check.ts';
import { deedsOf } from './apex-order.ts';
import { type ApexMethod, type ApexSource, apexSources } from './apex-source.ts';

const gateway = 'InspireGateway';
/** Flow takes one method of a class, so that each of its actions is a class of its own. */
const flowAction = /^InspireFlow\w+$/;
const entryPoints =
  /^@(AuraEnabled|RemoteAction|RestResource|Http(Get|Post|Put|Patch|Delete)|InvocableMethod)/i;
const callsOut = /\bnew\s+(Http|HttpRequest|Continuation)\b|WebServiceCallout|callout:/i;

function gatewayFaults({ file, className, text, annotations }: ApexSource): string[] {
  if (className === gateway) return [];
  const isMeant = (annotation: string): boolean =>
    flowAction.test(className) && /^@InvocableMethod/i.test(annotation);
  const doors = annotations
    .filter((each) => entryPoints.test(each) && !isMeant(each))
    .map((each) => `${file} carries ${each}`);
  return callsOut.test(text) ? [...doors, `${file} calls out`] : doors;
}

const sessionFaults = ({ file, text }: ApexSource): string[] =>
  /getSessionId|Session_ID/i.test(text) ? [`${file} reads the session id`] : [];

function orderFaults(method: ApexMethod, all: readonly ApexMethod[]): string[] {
  const deeds = deedsOf(method, all);
  const name = `${method.className}.${method.name}`;
  const change = deeds.find((deed) => deed.kind === 'change');
  if (!change) return [];
  if (method.annotations.some((each) => /cacheable=true/i.test(each))) {
    return [`${name} is cacheable and changes records at ${change.place}`];
  }
  const late = deeds.slice(deeds.indexOf(change)).find((deed) => deed.kind === 'callout');
  return late ? [`${name} changes records at ${change.place} before it calls out at ${late.place}`] : [];
}

/** Catches what apex-ls and PMD do not: doors beside the gateway, session ids, and changes before a callout or in a cached read. */
export const apexRules: Check = {
  name: `Only ${gateway} and actions of Flow are reachable, only ${gateway} calls out; callouts come before changes; cached reads change nothing`,
  run(root) {
    const sources = apexSources(root);
    const methods = sources.flatMap((source) => source.methods);
    const doors = methods.filter((method) => method.annotations.some((each) => entryPoints.test(each)));
    const faults = [
      ...sources.flatMap((source) => [...gatewayFaults(source), ...sessionFaults(source)]),
      ...doors.flatMap((method) => orderFaults(method, methods)),
      ...(doors.length === 0 ? ['no method is reachable: nothing was proven about the order'] : []),
    ];
    return { faults, examined: methods.length };
  },
};

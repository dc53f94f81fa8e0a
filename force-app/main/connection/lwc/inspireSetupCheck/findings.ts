import MISSING from '@salesforce/label/c.Inspire_Check_State_Missing';
import OK from '@salesforce/label/c.Inspire_Check_State_Ok';
import UNKNOWN from '@salesforce/label/c.Inspire_Check_State_Unknown';
import WARNING from '@salesforce/label/c.Inspire_Check_State_Warning';
import FIX from '@salesforce/label/c.Inspire_Check_Fix';
import { countText, dayText, fill, joined, shareText } from 'c/inspireFormat';
import { objectIn, unreadable } from 'c/inspireGateway';
import type { Finding, SetupCheck, Value } from './answer';
import { checks, fixes, found } from './codes';

const isSetupCheck = (value: object): value is SetupCheck =>
  'findings' in value && Array.isArray(value.findings);

/** Reads the JSON text that the gateway hands on. Throws if it is not the answer. */
export function readSetupCheck(text: string): SetupCheck {
  const check = objectIn(text);
  if (!isSetupCheck(check)) throw unreadable(text);
  return check;
}

/** One finding as the list shows it. */
export interface Row {
  check: string;
  /** Another one for the text beside the title. */
  textKey: string;
  title: string;
  state: string;
  icon: string;
  variant: string;
  text: string;
  fix: string | undefined;
}

const states = {
  ok: { state: OK, icon: 'utility:success', variant: 'success' },
  warning: { state: WARNING, icon: 'utility:warning', variant: 'warning' },
  missing: { state: MISSING, icon: 'utility:error', variant: 'error' },
  unknown: { state: UNKNOWN, icon: 'utility:help', variant: '' },
} as const;

const valueText = (value: Value, now: Date): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return countText(value);
  if ('day' in value) return dayText(value.day, now);
  return 'share' in value ? shareText(value.share) : joined(value.list);
};

export function rowOf({ check, state, code, values }: Finding, now: Date): Row {
  const texts = values.map((value) => valueText(value, now));
  const fix = fixes[code];
  return {
    ...{ check, textKey: `${check}.text`, title: checks[check] ?? check },
    ...states[state],
    text: fill(found[code] ?? code, ...texts),
    fix: fix === undefined ? undefined : fill(FIX, fix),
  };
}

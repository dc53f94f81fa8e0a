import type { Finding, FindingValue } from '../../server/salesforce/index.ts';

/** `certificateCounts` → `Certificate_Counts`, as labels are named. */
const labelName = (code: string): string =>
  code.replace(/^[a-z]/, (first) => first.toUpperCase()).replace(/(?<=[a-z])[A-Z]/g, '_$&');

const valueText = (value: FindingValue): string => {
  if (typeof value !== 'object') return String(value);
  if ('day' in value) return value.day;
  if ('share' in value) return `${Math.round(value.share * 100)} %`;
  return value.list.join(', ');
};

const fill = (label: string, values: readonly string[]): string =>
  label.replace(/\{(\d+)\}/g, (_, place: string) => values[Number(place)] ?? '');

/**
 * A finding as lines for a terminal, in the words of the page.
 * @param labels texts of the custom labels by name
 * @throws Error naming a label that is not there
 */
export const findingLines = (
  { check, state, code, values }: Finding,
  labels: ReadonlyMap<string, string>,
): string[] => {
  const said = (kind: string, name: string): string => {
    const text = labels.get(`Inspire_${kind}_${labelName(name)}`);
    if (text === undefined) throw new Error(`There is no label Inspire_${kind}_${labelName(name)}.`);
    return text;
  };
  const width = Math.max(
    ...['ok', 'warning', 'missing', 'unknown'].map((one) => said('Check_State', one).length),
  );
  const what = `${said('Check', check)}: ${fill(said('Found', code), values.map(valueText))}`;
  const fix = labels.get(`Inspire_Fix_${labelName(code)}`);
  const indent = ' '.repeat(width + 2);
  return [
    `${said('Check_State', state).padEnd(width)}  ${what}`,
    ...(fix === undefined ? [] : [`${indent}${fill(labels.get('Inspire_Check_Fix') ?? '{0}', [fix])}`]),
  ];
};

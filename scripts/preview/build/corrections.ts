import { basename } from 'node:path';

/**
 * The published base components are not quite those of the platform. A date that is typed is read as local midnight but
 * checked in UTC, so that every browser east of Greenwich takes it for a day that does not exist and drops it; on the
 * platform another library reads dates.
 */
const corrections: Readonly<Record<string, { wrong: string; right: string }>> = {
  'dateTimeUtils.js': {
    wrong: 'const utcOptions = Object.assign({}, utcTimeZone, formatOptions);',
    right: 'const utcOptions = formatOptions;',
  },
};

/**
 * The text of a base component as the platform would have it.
 *
 * @throws Error when a correction no longer fits: look whether it is still needed.
 */
export function corrected(path: string, text: string): string {
  const correction = path.includes('/lightning-base-components/') ? corrections[basename(path)] : undefined;
  if (!correction) return text;
  if (!text.includes(correction.wrong))
    throw new Error(`${path} has changed: "${correction.wrong}" is not in it. Adapt or drop the correction.`);
  return text.replace(correction.wrong, correction.right);
}

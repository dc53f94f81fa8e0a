/** The characters of a record id after the prefix, in the order in which Salesforce (and ASCII) counts them. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const INSTANCE = 'LO0';

/**
 * The 18-character form of a 15-character id: for each group of five characters a letter whose bits tell which of
 * them are upper case, so that the longer form is safe where case is ignored.
 */
export function longId(id: string): string {
  const groups = [id.slice(0, 5), id.slice(5, 10), id.slice(10, 15)];
  return id + groups.map((group) => CHECKSUM[upperCaseBits(group)] ?? '').join('');
}

function upperCaseBits(group: string): number {
  return Array.from(group).reduce(
    (bits, letter, index) => bits + (letter >= 'A' && letter <= 'Z' ? 2 ** index : 0),
    0,
  );
}

/**
 * An id as it is stored, or null if the text is none: 15 characters are completed, 18 characters must carry the right
 * checksum (in any case, as Salesforce accepts it).
 */
export function normalId(text: string): string | null {
  if (!/^[0-9A-Za-z]+$/.test(text)) return null;
  if (text.length === 15) return longId(text);
  if (text.length !== 18) return null;
  const complete = longId(text.slice(0, 15));
  return complete.toUpperCase() === text.toUpperCase() ? complete : null;
}

/** The id of the n-th record of an org, for an object's three-character prefix. */
export function recordId(prefix: string, number: bigint): string {
  let digits = '';
  for (let rest = number; digits.length < 9; rest /= 62n)
    digits = (DIGITS[Number(rest % 62n)] ?? '') + digits;
  return longId(prefix + INSTANCE + digits);
}

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");

/** A text as a SOQL literal. */
export const quoted = (text: string): string => `'${escaped(text)}'`;

/** The literal behind LIKE that finds texts which contain this one, its `%` and `_` taken as they are. */
export const containing = (text: string): string => `'%${escaped(text).replaceAll(/[%_]/g, '\\$&')}%'`;

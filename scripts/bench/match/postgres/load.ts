import type { Client } from 'pg';
import type { PlainLibrary } from '../plain/prepare.ts';
import type { Codes } from './codes.ts';

const schema = `
  create table item (
    id text collate "C" primary key, nature text not null, reviewed_on date not null, valid_from date, expires_on date,
    visible_to text[] not null, language text not null, translations text collate "C" not null,
    tagged int[] not null, mask int not null, spots int[] not null
  );
  create table rule (
    id text collate "C" primary key, effect text not null, points int not null, valid_from date, valid_to date,
    mask int not null, spots int[] not null, amount numrange, bounded boolean not null
  );
  create table target (rule_id text collate "C" not null, item_id text collate "C" not null, primary key (rule_id, item_id))`;

const indexes = `
  create index item_spots on item using gin (spots);
  create index item_translations on item (translations);
  create index rule_spots on rule using gin (spots);
  vacuum analyze item; vacuum analyze rule; vacuum analyze target`;

const insert = async (client: Client, table: string, rows: readonly object[]): Promise<void> => {
  for (let at = 0; at < rows.length; at += 5000) {
    const portion = JSON.stringify(rows.slice(at, at + 5000));
    await client.query(
      `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [portion],
    );
  }
};

const array = (values: readonly (string | number)[]): (string | number)[] => [...values];

const itemRows = (library: PlainLibrary, codes: Codes): readonly object[] =>
  library.items.map(({ item }) => {
    const ignoresPhase = item.nature === 'productPitch' ? [codes.codeOf('phase', '*')] : [];
    return {
      id: item.id,
      nature: item.nature,
      reviewed_on: item.reviewedOn,
      valid_from: item.validFrom,
      expires_on: item.expiresOn,
      visible_to: array(item.visibleTo),
      language: item.language,
      translations: item.translationGroup ?? `item ${item.id}`,
      tagged: codes.tagged(item.tags),
      mask: codes.mask(item.tags),
      spots: [...codes.tagged(item.tags), ...codes.open(item.tags), ...ignoresPhase],
    };
  });

const ruleRows = (library: PlainLibrary, codes: Codes): readonly object[] =>
  library.rules.map(({ rule }) => {
    const { amount, ...others } = rule.ranges;
    if (Object.keys(others).length > 0) throw new Error('this baseline knows ranges of amounts only');
    return {
      id: rule.id,
      effect: rule.effect,
      points: rule.points,
      valid_from: rule.validFrom,
      valid_to: rule.validTo,
      mask: codes.mask(rule.when),
      spots: [...codes.tagged(rule.when), ...codes.open(rule.when)],
      amount: amount ? `[${amount.min ?? ''},${amount.max ?? ''}]` : undefined,
      bounded: amount !== undefined,
    };
  });

/** The same library in tables, with an inverted index on the tags. */
export const loadTables = async (client: Client, library: PlainLibrary, codes: Codes): Promise<void> => {
  await client.query(schema);
  await insert(client, 'item', itemRows(library, codes));
  await insert(client, 'rule', ruleRows(library, codes));
  const targets = library.rules.flatMap(({ rule, targets: ids }) =>
    [...ids].map((id) => ({ rule_id: rule.id, item_id: id })),
  );
  await insert(client, 'target', targets);
  for (const statement of indexes.split(';')) await client.query(statement);
};

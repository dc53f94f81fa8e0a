type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A record of the REST API as `JSON.serialize(SObject)` writes it in Apex: the same, without what is null and without
 * sub-queries that found nothing.
 */
export function asApexJson(record: Json): Json {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, nested(value)]),
  );
}

function nested(value: unknown): unknown {
  if (!isObject(value)) return value;
  const { records } = value;
  if (!Array.isArray(records)) return asApexJson(value);
  return { ...value, records: records.map((row: unknown) => nested(row)) };
}

import { Client } from 'pg';
import { publishConfiguration } from '../../../server/content/index.ts';
import { type Connections, openRegistry, openStore } from '../../../server/store/index.ts';
import { drawConfiguration } from '../http/configuration.ts';

const orgId = (number: number): string => `00DBENCH${String(number).padStart(10, '0')}`;

const copies = [
  `insert into configuration_state select $2, publication, revision from configuration_state where org_id = $1`,
  `insert into configuration_publication (org_id, number, published_by, note)
     select $2, number, published_by, note from configuration_publication where org_id = $1`,
  `insert into configuration_entry (org_id, kind, key, version, content, body, open_blanks, digest)
     select $2, kind, key, version, content, body, open_blanks, digest from configuration_entry where org_id = $1`,
  `insert into configuration_current (org_id, kind, key, version, retired, publication)
     select $2, kind, key, version, retired, publication from configuration_current where org_id = $1`,
];

/** One organisation with a large library, and many with small ones: published once, then copied. */
export const prepareOrganizations = async (
  { url, ownerUrl }: Connections,
  sizes: { readonly large: number; readonly small: number; readonly count: number },
): Promise<{ readonly large: string; readonly small: readonly string[] }> => {
  const large = orgId(0);
  const small = Array.from({ length: sizes.count }, (_, at) => orgId(at + 1));
  const [template = ''] = small;
  const registry = openRegistry(ownerUrl);
  for (const id of [large, ...small]) {
    await registry.register({
      orgId: id,
      name: id,
      environment: 'sandbox',
      keys: [],
      secondFactorHash: null,
    });
  }
  await registry.close();
  const store = openStore({ url, onError: () => undefined });
  await publishConfiguration(store, large, 'operator', drawConfiguration(sizes.large), 'benchmark');
  await publishConfiguration(store, template, 'operator', drawConfiguration(sizes.small), 'benchmark');
  await store.close();
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  for (const id of small.slice(1)) for (const copy of copies) await owner.query(copy, [template, id]);
  await owner.query('analyze');
  await owner.end();
  return { large, small };
};

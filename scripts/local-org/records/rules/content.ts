import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { table } from '../../database.ts';
import { type Change, fail, type ObjectRules, type Saving } from '../change.ts';
import type { Row } from '../row.ts';
import { idsIn, insertOwn } from './own-rows.ts';

/** A first version makes its document, a later one becomes the document's latest. */
export const contentVersionRules: ObjectRules = {
  async before(saving, changes) {
    for (const change of changes.filter(({ before }) => !before)) {
      const { PathOnClient: path } = change.after;
      const fields = ['PathOnClient'];
      if (typeof path === 'string') describe(change, path);
      else fail(change, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [PathOnClient]', fields);
    }
    const fresh = changes.filter(
      ({ before, after, errors }) =>
        !before && errors.length === 0 && typeof after['ContentDocumentId'] !== 'string',
    );
    const ids = await insertOwn(
      saving,
      'ContentDocument',
      fresh.map(({ after }) => documentOf(after)),
    );
    for (const [index, { after }] of fresh.entries()) after['ContentDocumentId'] = ids[index] ?? null;
    await numberVersions(saving, changes);
  },
  async after(saving, changes) {
    await publish(saving, changes);
    await link(saving, changes);
  },
};

function describe({ after }: Change, path: string): void {
  const name = path.split(/[/\\]/).at(-1) ?? path;
  const extension = name.includes('.') ? (name.split('.').at(-1) ?? '').toLowerCase() : null;
  const data = Buffer.isBuffer(after['VersionData']) ? after['VersionData'] : Buffer.alloc(0);
  Object.assign(after, {
    Title: after['Title'] ?? (extension === null ? name : name.slice(0, -extension.length - 1)),
    FileExtension: extension,
    FileType: (extension ?? 'unknown').toUpperCase().slice(0, 20),
    ContentSize: data.length,
    Checksum: createHash('md5').update(data).digest('hex'),
    IsLatest: true,
    PublishStatus: 'P',
  } satisfies Row);
}

const SHARED = [
  'Title',
  'Description',
  'FileType',
  'FileExtension',
  'ContentSize',
  'OwnerId',
  'PublishStatus',
];
const documentOf = (version: Row): Row =>
  Object.fromEntries(SHARED.map((name) => [name, version[name] ?? null]));

async function numberVersions({ trx }: Saving, changes: readonly Change[]): Promise<void> {
  const ids = idsIn(
    changes.map(({ after }) => after),
    'ContentDocumentId',
  );
  const { rows } = await sql<{
    id: string;
    versions: number;
  }>`select "ContentDocumentId" as id, count(*) as versions
    from ${table('ContentVersion')} where "ContentDocumentId" = any(${ids}) group by 1`.execute(trx);
  const known = new Map(rows.map(({ id, versions }) => [id, versions]));
  for (const { before, after } of changes) {
    if (before) continue;
    const document = String(after['ContentDocumentId']);
    const version = (known.get(document) ?? 0) + 1;
    known.set(document, version);
    after['VersionNumber'] = String(version);
  }
}

async function publish({ trx }: Saving, changes: readonly Change[]): Promise<void> {
  for (const { id, after } of changes.filter(({ before }) => !before)) {
    const document = after['ContentDocumentId'] ?? null;
    await sql`update ${table('ContentVersion')} set "IsLatest" = false where "ContentDocumentId" = ${document} and "Id" <> ${id}`.execute(
      trx,
    );
    await sql`update ${table('ContentDocument')} set "LatestPublishedVersionId" = ${id}, "Title" = ${after['Title'] ?? null}, "FileType" = ${after['FileType'] ?? null},
      "FileExtension" = ${after['FileExtension'] ?? null}, "ContentSize" = ${after['ContentSize'] ?? null}, "ContentModifiedDate" = ${after['CreatedDate'] ?? null}
      where "Id" = ${document}`.execute(trx);
  }
}

/** The owner's own library holds a new file, and the record that it was first put on. */
async function link(saving: Saving, changes: readonly Change[]): Promise<void> {
  const first = changes.filter(({ before, after }) => !before && after['VersionNumber'] === '1');
  const links = first.flatMap(({ after }): Row[] => {
    const document = { ContentDocumentId: after['ContentDocumentId'] ?? null };
    const place = after['FirstPublishLocationId'];
    return [
      { ...document, LinkedEntityId: after['OwnerId'] ?? null, ShareType: 'I' },
      ...(typeof place === 'string' ? [{ ...document, LinkedEntityId: place, ShareType: 'V' }] : []),
    ];
  });
  await insertOwn(saving, 'ContentDocumentLink', links);
}

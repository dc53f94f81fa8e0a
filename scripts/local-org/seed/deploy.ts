import { sql } from 'kysely';
import { table } from '../database.ts';
import { readValue } from '../records/value.ts';
import type { Row } from '../records/row.ts';
import { fieldOf, objectNamed } from '../schema/catalogue.ts';
import { type CustomMetadataRecord, readCustomMetadata } from '../schema/metadata/custom-metadata.ts';
import {
  type PermissionSetSource,
  readCustomPermissions,
  readPermissionSets,
} from '../schema/metadata/permission-sets.ts';
import type { MetadataSource } from '../schema/metadata/source.ts';
import { SYSTEM_PERMISSIONS } from '../schema/standard/permissions.ts';
import { type Seeding, seedRows } from './rows.ts';
import { deployStages } from './stages.ts';

/**
 * Brings what the project ships as metadata into the org, as a deployment does: custom metadata records, custom
 * permissions, permission sets, record types and stages. Ids stay the same over deployments.
 */
export async function deploy(seeding: Seeding, source: MetadataSource): Promise<void> {
  await deployRecordTypes(seeding);
  await deployStages(seeding, source);
  await deployCustomMetadata(seeding, readCustomMetadata(source));
  const permissions = await deployNamed(
    seeding,
    'CustomPermission',
    'DeveloperName',
    readCustomPermissions(source).map(({ name, label, description }) => ({
      DeveloperName: name,
      MasterLabel: label,
      Description: description ?? null,
    })),
  );
  const sets = readPermissionSets(source);
  const ids = await deployNamed(seeding, 'PermissionSet', 'Name', sets.map(permissionSetRow));
  for (const set of sets) await deployGrants(seeding, set, ids.get(set.name) ?? '', permissions);
}

/** Updates the rows that are there by name, inserts the others; answers all ids by name. */
async function deployNamed(
  seeding: Seeding,
  objectName: string,
  key: string,
  rows: readonly Row[],
): Promise<Map<string, string>> {
  const names = rows.map((row) => String(row[key]));
  const found = await sql<{
    id: string;
    name: string;
  }>`select "Id" as id, ${sql.id(key)} as name from ${table(objectName)}
    where ${sql.id(key)} = any(${names})`.execute(seeding.trx);
  const ids = new Map(found.rows.map(({ id, name }) => [name, id]));
  const kept = rows.map((row) => ({ ...row, Id: ids.get(String(row[key])) ?? null }));
  await sql`delete from ${table(objectName)} where "Id" = any(${[...ids.values()]})`.execute(seeding.trx);
  const written = await seedRows(seeding, objectName, kept);
  return new Map(names.map((name, index) => [name, written[index] ?? '']));
}

const permissionSetRow = ({ name, label, description, userPermissions }: PermissionSetSource): Row => ({
  Name: name,
  Label: label,
  Description: description ?? null,
  Type: 'Regular',
  ...Object.fromEntries(
    SYSTEM_PERMISSIONS.map((each) => [
      `Permissions${each}`,
      userPermissions.some((given) => given.enabled && given.name === each),
    ]),
  ),
});

async function deployGrants(
  seeding: Seeding,
  set: PermissionSetSource,
  ParentId: string,
  permissions: ReadonlyMap<string, string>,
): Promise<void> {
  for (const object of ['FieldPermissions', 'ObjectPermissions', 'SetupEntityAccess']) {
    await sql`delete from ${table(object)} where "ParentId" = ${ParentId}`.execute(seeding.trx);
  }
  await seedRows(
    seeding,
    'FieldPermissions',
    set.fieldPermissions
      .filter(({ readable }) => readable)
      .map(({ field, readable, editable }) => ({
        ParentId,
        SobjectType: field.split('.')[0] ?? '',
        Field: field,
        PermissionsRead: readable,
        PermissionsEdit: editable,
      })),
  );
  await seedRows(
    seeding,
    'ObjectPermissions',
    set.objectPermissions.map((each) => objectRow(each, ParentId)),
  );
  const enabled = set.customPermissions.filter(({ enabled: isEnabled }) => isEnabled);
  await seedRows(
    seeding,
    'SetupEntityAccess',
    enabled.map(({ name }) => ({
      ParentId,
      SetupEntityId: permissions.get(name) ?? null,
      SetupEntityType: 'CustomPermission',
    })),
  );
}

const objectRow = (granted: PermissionSetSource['objectPermissions'][number], ParentId: string): Row => ({
  ParentId,
  SobjectType: granted.object,
  PermissionsRead: granted.allowRead,
  PermissionsCreate: granted.allowCreate,
  PermissionsEdit: granted.allowEdit,
  PermissionsDelete: granted.allowDelete,
  PermissionsViewAllRecords: granted.viewAllRecords,
  PermissionsModifyAllRecords: granted.modifyAllRecords,
});

async function deployRecordTypes(seeding: Seeding): Promise<void> {
  const known = await sql<{
    key: string;
  }>`select "SobjectType" || '.' || "DeveloperName" as key from ${table('RecordType')}`.execute(seeding.trx);
  const keys = new Set(known.rows.map(({ key }) => key));
  const rows = seeding.catalogue.objects.flatMap((object) =>
    object.recordTypes.map((type): Row => ({
      DeveloperName: type.developerName,
      Name: type.label,
      Description: type.description,
      IsActive: type.active,
      SobjectType: object.name,
    })),
  );
  await seedRows(
    seeding,
    'RecordType',
    rows.filter((row) => !keys.has(`${String(row['SobjectType'])}.${String(row['DeveloperName'])}`)),
  );
}

async function deployCustomMetadata(
  seeding: Seeding,
  records: readonly CustomMetadataRecord[],
): Promise<void> {
  for (const [type, group] of Map.groupBy(records, (record) => record.type)) {
    const known = await sql<{
      id: string;
      name: string;
    }>`select "Id" as id, "DeveloperName" as name from ${table(type)}`.execute(seeding.trx);
    const ids = new Map(known.rows.map(({ id, name }) => [name, id]));
    await sql`delete from ${table(type)}`.execute(seeding.trx);
    await seedRows(
      seeding,
      type,
      group.map((record) => ({ ...metadataRow(seeding, record), Id: ids.get(record.developerName) ?? null })),
    );
  }
}

/** @throws Error naming type, record and field for a value that the type does not take */
function metadataRow(
  { catalogue }: Seeding,
  { type, developerName, label, values }: CustomMetadataRecord,
): Row {
  const object = objectNamed(catalogue, type);
  const own = Object.entries(values).map(([name, text]) => {
    const field = fieldOf(object, name);
    const reading = field ? readValue(field, text ?? '', 'csv') : undefined;
    if (reading && 'value' in reading) return [name, reading.value] as const;
    throw new Error(
      `${type}.${developerName}: ${name} does not take "${text}": ${reading?.error.message ?? 'there is no such field'}`,
    );
  });
  return {
    DeveloperName: developerName,
    MasterLabel: label,
    Label: label,
    Language: 'en_US',
    QualifiedApiName: developerName,
    ...Object.fromEntries(own),
  };
}

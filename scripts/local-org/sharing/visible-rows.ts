import { sql } from 'kysely';
import { column, type Sql, table } from '../database.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Access } from './access.ts';

type Level = 'read' | 'edit' | 'delete';

/** Condition under which the rows of `alias` may be read; null when all may. */
export const readableRows = (
  catalogue: Catalogue,
  access: Access,
  object: ObjectDefinition,
  alias: string,
): Sql | null => rows({ catalogue, access, level: 'read' }, object, alias);

/** Condition under which the rows of `alias` may be changed; null when all may. */
export const editableRows = (
  catalogue: Catalogue,
  access: Access,
  object: ObjectDefinition,
  alias: string,
): Sql | null => rows({ catalogue, access, level: 'edit' }, object, alias);

/** Condition under which the rows of `alias` may be deleted (or given to another owner); null when all may. */
export const deletableRows = (
  catalogue: Catalogue,
  access: Access,
  object: ObjectDefinition,
  alias: string,
): Sql | null => rows({ catalogue, access, level: 'delete' }, object, alias);

interface Question {
  catalogue: Catalogue;
  access: Access;
  level: Level;
}

const NOBODY = sql`false`;
const anyOf = (conditions: readonly Sql[]): Sql => sql`(${sql.join([...conditions], sql` or `)})`;

function rows(question: Question, object: ObjectDefinition, alias: string): Sql | null {
  const { access, level } = question;
  const may = access.object(object);
  if (access.system || may.modifyAll || (level === 'read' && may.viewAll)) return null;
  switch (object.sharing.model) {
    case 'public':
      return null;
    case 'setup':
      return level === 'read' || access.has('ManageUsers') || access.has('CustomizeApplication')
        ? null
        : NOBODY;
    case 'parent':
      return throughParent(
        question,
        alias,
        object.sharing.field,
        parentOf(question, object, object.sharing.field),
      );
    case 'owner':
      return ownedRows(question, object, alias, access.defaults[object.name] ?? object.sharing.default);
    case 'activity':
      return activityRows(question, object, alias);
    case 'file':
      return fileRows(question, alias, object.sharing.documentField);
  }
}

function parentOf(
  { catalogue }: Question,
  object: ObjectDefinition,
  field: string,
): ObjectDefinition | undefined {
  return catalogue.object(object.fields.get(field.toLowerCase())?.referenceTo[0] ?? '');
}

/** Rows whose parent is open to the user. */
function throughParent(
  question: Question,
  alias: string,
  field: string,
  parent: ObjectDefinition | undefined,
): Sql | null {
  if (!parent) return NOBODY;
  const inner = innerAlias(alias);
  // Whoever may change the parent may delete what hangs on it.
  const condition = rows({ ...question, level: question.level === 'read' ? 'read' : 'edit' }, parent, inner);
  if (!condition) return null;
  return sql`exists (select 1 from ${table(parent.name)} ${sql.id(inner)} where ${column(inner, 'Id')} = ${column(alias, field)} and ${condition})`;
}

/** A name for a nested table that cannot meet one of the query's. */
const innerAlias = (alias: string): string => `${alias}_p`;

function ownedRows(
  question: Question,
  object: ObjectDefinition,
  alias: string,
  organizationDefault: string,
): Sql | null {
  const { access, level } = question;
  if (level !== 'delete' && organizationDefault === 'Edit') return null;
  if (level === 'read' && organizationDefault === 'Read') return null;
  const owned = sql`${column(alias, 'OwnerId')} = any(${access.family})`;
  if (organizationDefault === 'ControlledByParent') return controlledByAccount(question, alias, owned);
  return level === 'delete' ? owned : anyOf([owned, ...grants(question, object, alias)]);
}

/** Contacts and assets follow their account; without one they are their owner's. */
function controlledByAccount(question: Question, alias: string, owned: Sql): Sql | null {
  const through = throughParent(question, alias, 'AccountId', question.catalogue.object('Account'));
  if (!through) return null;
  return anyOf([sql`(${column(alias, 'AccountId')} is null and ${owned})`, through]);
}

/** What opens a row beside owning it: teams, and what belongs to an account or hangs on it. */
function grants(question: Question, object: ObjectDefinition, alias: string): Sql[] {
  if (object.name === 'Opportunity')
    return [
      onTeam(question, 'OpportunityTeamMember', 'OpportunityId', 'OpportunityAccessLevel', alias, 'Id'),
      ...throughAccount(question, alias),
    ];
  if (object.name === 'Account')
    return [
      onTeam(question, 'AccountTeamMember', 'AccountId', 'AccountAccessLevel', alias, 'Id'),
      ...implicitParent(question, alias),
    ];
  return [];
}

/**
 * Of few people the keys of what they reach are listed first, so that indexes find the rows; of many people each row is
 * looked at, which most of them pass by their owner alone.
 */
const FEW_PEOPLE = 50;
const isFew = ({ access }: Question): boolean => access.family.length <= FEW_PEOPLE;

function onTeam(
  question: Question,
  team: string,
  link: string,
  levelField: string,
  alias: string,
  key: string,
): Sql {
  const inner = innerAlias(alias);
  const levels = question.level === 'read' ? ['Read', 'Edit', 'All'] : ['Edit', 'All'];
  const members = sql`${column(inner, 'UserId')} = any(${question.access.family}) and ${column(inner, levelField)} = any(${levels})
    and not ${column(inner, 'IsDeleted')}`;
  const from = sql`from ${table(team)} ${sql.id(inner)} where ${members}`;
  return isFew(question)
    ? sql`${column(alias, key)} = any(array(select ${column(inner, link)} ${from}))`
    : sql`exists (select 1 ${from} and ${column(inner, link)} = ${column(alias, key)})`;
}

/** An account team, or a role that opens what belongs to accounts of its users, reaches the account's opportunities. */
function throughAccount(question: Question, alias: string): Sql[] {
  const openers = question.access.opportunityOpeners[question.level === 'read' ? 'read' : 'edit'];
  const team = onTeam(
    question,
    'AccountTeamMember',
    'AccountId',
    'OpportunityAccessLevel',
    alias,
    'AccountId',
  );
  if (openers.length === 0) return [team];
  const inner = innerAlias(alias);
  return [
    team,
    sql`exists (select 1 from ${table('Account')} ${sql.id(inner)} where ${column(inner, 'Id')} = ${column(alias, 'AccountId')}
      and ${column(inner, 'OwnerId')} = any(${openers}))`,
  ];
}

/** Whoever owns (or is on the team of) an opportunity may read its account. */
function implicitParent(question: Question, alias: string): Sql[] {
  if (question.level !== 'read') return [];
  const inner = innerAlias(alias);
  const team = onTeam(
    question,
    'OpportunityTeamMember',
    'OpportunityId',
    'OpportunityAccessLevel',
    inner,
    'Id',
  );
  const from = sql`from ${table('Opportunity')} ${sql.id(inner)} where not ${column(inner, 'IsDeleted')}
    and (${column(inner, 'OwnerId')} = any(${question.access.family}) or ${team})`;
  const account = column(inner, 'AccountId');
  return [
    isFew(question)
      ? sql`${column(alias, 'Id')} = any(array(select ${account} ${from}))`
      : sql`exists (select 1 ${from} and ${account} = ${column(alias, 'Id')})`,
  ];
}

/** Owner and above; whoever reads the record that an activity is about reads the activity, but may not change it. */
function activityRows(question: Question, object: ObjectDefinition, alias: string): Sql {
  const { access, level } = question;
  const ownerField = object.fields.has('ownerid') ? 'OwnerId' : 'CreatedById';
  const owned = sql`${column(alias, ownerField)} = any(${access.family})`;
  if (level !== 'read') return owned;
  const links = ['WhatId', 'WhoId', 'RelatedToId'].flatMap(
    (name) => object.fields.get(name.toLowerCase()) ?? [],
  );
  const related = links.flatMap((link) =>
    link.referenceTo.map((target) => throughTarget(question, alias, link.name, target)),
  );
  return anyOf([owned, ...related]);
}

/** Rows linked to a row of `target` that the user may read. */
function throughTarget(question: Question, alias: string, link: string, target: string): Sql {
  const object = question.catalogue.object(target);
  if (!object) return NOBODY;
  const through = throughParent({ ...question, level: 'read' }, alias, link, object);
  return through ?? sql`starts_with(${column(alias, link)}, ${object.prefix})`;
}

/**
 * A record that a file is linked to. An activity counts only for its owner and above: following it to the record that it
 * is about as well would make the condition too big to plan.
 */
function throughLink(question: Question, alias: string, target: string): Sql {
  const object = question.catalogue.object(target);
  if (object?.sharing.model !== 'activity') return throughTarget(question, alias, 'LinkedEntityId', target);
  const inner = innerAlias(alias);
  const ownerField = object.fields.has('ownerid') ? 'OwnerId' : 'CreatedById';
  return sql`exists (select 1 from ${table(target)} ${sql.id(inner)} where ${column(inner, 'Id')} = ${column(alias, 'LinkedEntityId')}
    and ${column(inner, ownerField)} = any(${question.access.family}))`;
}

/** Owner, or whoever reads (for changes: edits) a record that the file is linked to. */
function fileRows(question: Question, alias: string, documentField: string): Sql {
  const inner = innerAlias(alias);
  const link = question.catalogue.object('ContentDocumentLink')?.fields.get('linkedentityid');
  const targets = (link?.referenceTo ?? []).map((target) => throughLink(question, inner, target));
  const document = innerAlias(inner);
  return anyOf([
    sql`exists (select 1 from ${table('ContentDocument')} ${sql.id(document)} where ${column(document, 'Id')} = ${column(alias, documentField)}
      and ${column(document, 'OwnerId')} = any(${question.access.family}))`,
    sql`exists (select 1 from ${table('ContentDocumentLink')} ${sql.id(inner)} where ${column(inner, 'ContentDocumentId')} = ${column(alias, documentField)}
      and not ${column(inner, 'IsDeleted')} and ${anyOf(targets)})`,
  ]);
}

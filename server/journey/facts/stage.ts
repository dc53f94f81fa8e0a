import type { JourneyPhase } from '../dimensions.ts';
import { stageKey, type StageMapping } from '../stage-map.ts';
import { factKey, type FactValue, type StageFact } from './deal-facts.ts';
import { childrenOf, field, type Fields, parentOf, type SignedRecord, textField } from './record.ts';

export type StageReading = {
  readonly stage?: StageFact;
  readonly phases: readonly JourneyPhase[];
};

/** The stage map by record type and stage, looked up without regard to case. */
export type StageRows = ReadonlyMap<string, StageMapping>;

const rowKey = (recordType: string, stageName: string): string =>
  `${factKey(recordType)}\n${factKey(stageName)}`;

/** Of rows that mean the same stage the first counts. */
export const stageRowsOf = (map: readonly StageMapping[]): StageRows =>
  new Map(map.toReversed().map((row) => [rowKey(row.recordType, row.stageName), row]));

const rowOf = (rows: StageRows, recordType: string, stageName: string): StageMapping | undefined =>
  rows.get(rowKey(recordType, stageName)) ?? rows.get(rowKey('*', stageName));

/** A date after today is a plan, not yet a decision. */
const decided = (opportunity: Fields, today: string): boolean => {
  const date = textField(opportunity, 'Inspire_Change_Decision_Date__c');
  return date !== undefined && date.slice(0, 10) <= today;
};

const changeDecision = (
  opportunity: Fields,
  row: StageMapping | undefined,
  today: string,
): StageFact['changeDecision'] => {
  if (row?.phase !== 'buying' || !row.needsChangeDecision) return 'notNeeded';
  return decided(opportunity, today) ? 'confirmed' : 'missing';
};

/**
 * Where an opportunity stands. A buying stage without a recorded change decision counts as buying and as awareness;
 * a stage that the map does not name has no phase.
 */
const stageOf = (opportunity: Fields, rows: StageRows, today: string): StageReading => {
  const stageName = textField(opportunity, 'StageName');
  if (stageName === undefined) return { phases: [] };
  const type = parentOf(opportunity, 'RecordType');
  const recordType = (type && textField(type, 'DeveloperName')) ?? '*';
  const mapping = rowOf(rows, recordType, stageName);
  const decision = changeDecision(opportunity, mapping, today);
  const stage = { recordType, stageName, changeDecision: decision };
  if (!mapping) return { stage, phases: [] };
  const phases: JourneyPhase[] = decision === 'missing' ? [mapping.phase, 'awareness'] : [mapping.phase];
  return { stage: { ...stage, mapping, phase: mapping.phase }, phases };
};

const latest = (opportunities: readonly Fields[]): Fields | undefined => {
  const changed = (row: Fields): string => textField(row, 'LastModifiedDate') ?? '';
  return opportunities.reduce<Fields | undefined>(
    (newest, row) => (newest === undefined || changed(row) > changed(newest) ? row : newest),
    undefined,
  );
};

/** Says which opportunity of the account the stage is that of. */
const through = (opportunity: Fields, reading: StageReading): StageReading => {
  const { stage, phases } = reading;
  if (!stage) return reading;
  const name = textField(opportunity, 'Name') ?? '';
  const won = field(opportunity, 'IsWon') === true;
  return { stage: { ...stage, opportunity: { name, won } }, phases };
};

/** An account stands where its most recently changed open opportunity stands; with none open, a won one means adoption. */
const stageOfAccount = (account: Fields, rows: StageRows, today: string): StageReading => {
  const opportunities = childrenOf(account, 'Opportunities') ?? [];
  const open = latest(opportunities.filter((row) => field(row, 'IsClosed') === false));
  if (open) return through(open, stageOf(open, rows, today));
  const won = latest(opportunities.filter((row) => field(row, 'IsWon') === true));
  if (!won) return { phases: [] };
  const { stage } = through(won, stageOf(won, rows, today));
  const phase = 'implementationAdoption';
  return { ...(stage && { stage: { ...stage, phase } }), phases: [phase] };
};

/** The stage and the phases a record is in. `today` is a civil date, YYYY-MM-DD. */
export const readStage = ({ sobject, fields }: SignedRecord, rows: StageRows, today: string): StageReading =>
  sobject === 'Account' ? stageOfAccount(fields, rows, today) : stageOf(fields, rows, today);

/** The stage as values to match on: the key of its record type, and the key that means every record type. */
export const stageValues = (stage: StageFact | undefined): readonly FactValue[] => {
  if (!stage) return [];
  const keys = new Set([stageKey(stage.recordType, stage.stageName), stageKey('*', stage.stageName)]);
  return [...keys].map((value) => ({
    value,
    label: stage.stageName,
    readFromText: false,
  }));
};

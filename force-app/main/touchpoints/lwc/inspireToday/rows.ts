import ACCOUNT_NAME from '@salesforce/schema/Account.Name';
import OPPORTUNITY_NAME from '@salesforce/schema/Opportunity.Name';
import type { Row } from 'c/inspireTodayList';
import type { TodayTouchpoint } from 'c/inspireTouchpointAnswer';
import { channelOf, dueText } from 'c/inspireTouchpointWords';
import type { BatchRepresentation, RecordRepresentation } from 'lightning/uiRecordApi';

const names = { Account: ACCOUNT_NAME, Opportunity: OPPORTUNITY_NAME };

/** The records whose names are read, object by object, in the viewer's own access. */
export const recordsOf = (touchpoints: TodayTouchpoint[]) =>
  (['Opportunity', 'Account'] as const)
    .map((sobject) => ({
      recordIds: [
        ...new Set(touchpoints.filter((each) => each.sobject === sobject).map(({ recordId }) => recordId)),
      ],
      fields: [names[sobject]],
    }))
    .filter(({ recordIds }) => recordIds.length > 0);

const nameIn = ({ fields }: RecordRepresentation): string => {
  const value = fields.Name?.value;
  return typeof value === 'string' ? value : '';
};

/** Names by record; a record that the viewer may not read has none. */
export const namesIn = ({ results }: BatchRepresentation): ReadonlyMap<string, string> =>
  new Map(
    results.flatMap(({ statusCode, result }) =>
      statusCode === 200 && 'fields' in result ? [[result.id, nameIn(result)]] : [],
    ),
  );

/** Rows of the records that have a name; the others are not the viewer's to see. */
export const rowsOf = (
  touchpoints: TodayTouchpoint[],
  recordNames: ReadonlyMap<string, string>,
  today: string,
): Row[] =>
  touchpoints.flatMap((touchpoint) => {
    const recordName = recordNames.get(touchpoint.recordId);
    if (recordName === undefined) return [];
    const { touchpointId, recordId, sobject, name, objective, channel } = touchpoint;
    const { label, icon } = channelOf(channel);
    const due = dueText(touchpoint, today);
    return [{ key: touchpointId, recordId, sobject, recordName, name, objective, channel: label, icon, due }];
  });

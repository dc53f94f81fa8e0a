import ENDED from '@salesforce/label/c.Inspire_Timeline_Ended';
import type { Touchpoint } from 'c/inspireTouchpointAnswer';
import { stateName } from 'c/inspireTouchpointWords';

export interface Group {
  id: string;
  name: string;
  touchpoints: Touchpoint[];
}

type State = Touchpoint['state'];

const open: State[] = ['current', 'planned', 'held'];
const ended: State[] = ['done', 'skipped', 'cancelled', 'notTaken'];

const dayOf = ({ dueOn = '' }: Touchpoint): string => dueOn;

/** Groups that hold something: to do, planned, held, ended; what ended last comes first, the rest in the order of days. */
export function groupsOf(touchpoints: Touchpoint[]): Group[] {
  const groups = open.map((id) => ({
    id,
    name: stateName({ state: id, emailFound: false }),
    touchpoints: touchpoints.filter(({ state }) => state === id),
  }));
  const past = touchpoints.filter(({ state }) => ended.includes(state));
  const latestFirst = past.toSorted((one, other) => dayOf(other).localeCompare(dayOf(one)));
  return [...groups, { id: 'ended', name: ENDED, touchpoints: latestFirst }].filter(
    (group) => group.touchpoints.length > 0,
  );
}

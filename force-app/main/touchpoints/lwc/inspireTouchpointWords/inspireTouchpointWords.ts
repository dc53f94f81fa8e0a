import LANG from '@salesforce/i18n/lang';
import FROM_TIME from '@salesforce/label/c.Inspire_Touch_From_Time';
import NO_DAY from '@salesforce/label/c.Inspire_Touch_No_Day';
import WAS_DUE from '@salesforce/label/c.Inspire_Touch_Was_Due';
import type { Channel } from 'c/inspireTouchpointAnswer';
import { dayText, fill, timeText } from 'c/inspireFormat';

export { anchorName, channelOf, isOpen, outcomeName, stateName } from './names';

const dayMs = 86_400_000;
const instantOf = (civilDate: string): Date => new Date(`${civilDate}T12:00:00Z`);

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase(LANG) + text.slice(1);

/** `12 Dec`, with the year when it is another one than that of `today`. */
export const dateText = (day: string, today: string): string => dayText(day, instantOf(today));

/** How many days a civil day is ahead of `today`; less than none where it is over. */
export const daysAhead = (day: string, today: string): number =>
  Math.round((instantOf(day).getTime() - instantOf(today).getTime()) / dayMs);

/** Inside a sentence: `yesterday`, `today`, `tomorrow`, `Thursday` within the coming week, else the date. */
export function dayWords(day: string, today: string): string {
  const ahead = daysAhead(day, today);
  if (Math.abs(ahead) <= 1)
    return new Intl.RelativeTimeFormat(LANG, { numeric: 'auto' }).format(ahead, 'day');
  if (ahead < 0 || ahead > 6) return dateText(day, today);
  return new Intl.DateTimeFormat(LANG, { weekday: 'long', timeZone: 'UTC' }).format(instantOf(day));
}

/** On its own: `Today`, `Thursday`, `12 Dec`; without a day that there is none yet. */
export const dayAlone = (day: string | undefined, today: string): string =>
  day === undefined ? NO_DAY : capitalised(dayWords(day, today));

interface Due {
  dueOn?: string | undefined;
  at?: string | undefined;
  isOverdue: boolean;
  channel: Channel;
}

/** `Today`, `Was due yesterday`; of a call today also from when the other side is at work. */
export function dueText({ dueOn, at, isOverdue, channel }: Due, today: string): string {
  if (dueOn !== undefined && isOverdue) return fill(WAS_DUE, dayWords(dueOn, today));
  const day = dayAlone(dueOn, today);
  const isNear = dueOn !== undefined && dueOn <= today;
  return isNear && at !== undefined && channel === 'call'
    ? fill(FROM_TIME, day, timeText(new Date(at)))
    : day;
}

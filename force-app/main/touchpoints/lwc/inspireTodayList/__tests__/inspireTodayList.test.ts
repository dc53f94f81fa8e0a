import { describe, expect, it } from '@jest/globals';
import TodayList, { type Row } from 'c/inspireTodayList';
import { navigate } from 'support/navigation';
import { part, place, settled, textOf } from 'support/page';

const row: Row = {
  key: 't1',
  recordId: '006000000000001AAA',
  sobject: 'Opportunity',
  recordName: 'Brunner Logistik',
  name: 'Call Helena',
  objective: 'Know the cost',
  channel: 'Call',
  icon: 'standard:call',
  due: 'Today',
};

const show = async () => {
  const list = place('c-inspire-today-list', TodayList, { rows: [row], label: 'Due today' });
  await settled();
  return list;
};

describe('a touchpoint across records', () => {
  it('says what is due, when, what for and on which record', async () => {
    const list = await show();
    expect(textOf(list)).toContain('Today · Know the cost');
    expect(textOf(list)).toContain('Brunner Logistik');
    expect(part(list, 'lightning-icon').alternativeText).toBe('Call');
    await expect(list).toBeAccessible();
  });

  it('opens its record', async () => {
    const list = await show();
    part(list, 'a').click();
    expect(navigate).toHaveBeenCalledWith({
      type: 'standard__recordPage',
      attributes: { recordId: row.recordId, objectApiName: 'Opportunity', actionName: 'view' },
    });
  });

  it('leaves a click with a key held down to the browser', async () => {
    const list = await show();
    const click = new MouseEvent('click', { ctrlKey: true, cancelable: true });
    part(list, 'a').dispatchEvent(click);
    expect(click.defaultPrevented).toBe(false);
    expect(navigate).not.toHaveBeenCalled();
  });
});

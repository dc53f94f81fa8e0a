import { beforeEach, describe, expect, it } from '@jest/globals';
import ParkedWrites from 'c/inspireParkedWrites';
import { aFailure } from 'support/answers';
import { refreshed, refreshLater, wire, writing } from 'support/gateway';
import { navigate } from 'support/navigation';
import { part, parts, place, settled, tell, textOf, type Part } from 'support/page';
import type { ParkedWrite, ParkedWrites as Parked } from '../answer';

const aWrite = (part: Partial<ParkedWrite> = {}): ParkedWrite => ({
  ...{ id: 'a1', sobject: 'Task', recordId: null, owner: 'Jana Roth', parkedAt: '2020-03-02T09:00:00.000Z' },
  about: { recordId: '006000000000001AAA', sobject: 'Opportunity', name: 'Brunner – 240 vehicles' },
  code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
  message: 'A call needs a phone number.',
  ...part,
});

const theseWrites = (...writes: ParkedWrite[]): Parked => ({ waiting: 0, parked: writes.length, writes });

const show = async (answer: Parked): Promise<Part> => {
  const panel = place('c-inspire-parked-writes', ParkedWrites);
  wire.emit(JSON.stringify(answer));
  await settled();
  return panel;
};

const inputs = (): unknown[] => writing.mock.calls.map(([{ input }]): unknown => JSON.parse(input ?? ''));

beforeEach(() => {
  writing.mockReset();
  writing.mockResolvedValue('{"retried":1}');
  refreshed.mockReset();
  refreshed.mockResolvedValue();
});

describe('what could not be written', () => {
  it('says so when there is nothing', async () => {
    const panel = await show({ waiting: 3, parked: 0, writes: [] });
    expect(textOf(panel)).toMatch(/is in Salesforce, or on its way\..*On their way: 3/);
    expect(parts(panel, 'table, [data-part="all"]')).toHaveLength(0);
  });

  it('shows what, about which record, for whom and the words of Salesforce', async () => {
    const panel = await show(theseWrites(aWrite()));
    const cells = parts(panel, 'tbody tr > *').map(({ textContent }) => textContent);
    expect(cells.slice(0, 4)).toEqual([
      'Task',
      'Brunner – 240 vehicles',
      'Jana Roth',
      'A call needs a phone number.FIELD_CUSTOM_VALIDATION_EXCEPTION',
    ]);
    expect(cells[4]).toMatch(/^Mar 2, 2020/);
    expect(part(panel, 'button[data-id]').ariaLabel).toBe('Try again: Task, Brunner – 240 vehicles');
  });

  it('says how many there are when not all are shown', async () => {
    expect(textOf(await show({ waiting: 0, parked: 1_200, writes: [aWrite()] }))).toContain(
      '1,200 could not be written, the last 1 are shown.',
    );
  });

  it('leads to the record, and to the row where it was made', async () => {
    const panel = await show(theseWrites(aWrite({ recordId: '00T000000000001AAA' })));
    for (const button of parts(panel, 'button[data-record]')) button.click();
    expect(navigate.mock.calls.map(([{ attributes }]) => attributes)).toEqual([
      { recordId: '00T000000000001AAA', objectApiName: 'Task', actionName: 'view' },
      { recordId: '006000000000001AAA', objectApiName: 'Opportunity', actionName: 'view' },
    ]);
  });

  it('has no link where the record is not known', async () => {
    const panel = await show(theseWrites(aWrite({ about: null, owner: null })));
    expect(parts(panel, 'button[data-record]')).toHaveLength(0);
  });

  it.each([[theseWrites(aWrite(), aWrite({ id: 'a2', about: null }))], [theseWrites()]])(
    'is accessible',
    async (answer) => {
      await expect(await show(answer)).toBeAccessible();
    },
  );
});

describe('trying again', () => {
  it('is for one write, or for all', async () => {
    const panel = await show(theseWrites(aWrite(), aWrite({ id: 'a2' })));
    parts(panel, 'button[data-id]')[1]?.click();
    await settled();
    part(panel, '[data-part="all"]').click();
    await settled();
    expect(inputs()).toEqual([
      { idempotencyKey: expect.any(String), ids: ['a2'] },
      { idempotencyKey: expect.any(String) },
    ]);
  });

  it('says how many are on their way and reads anew', async () => {
    const panel = await show(theseWrites(aWrite()));
    part(panel, '[data-part="all"]').click();
    await settled();
    expect(part(panel, '[data-part="done"]').textContent).toBe('1 on the way again.');
    expect(refreshed).toHaveBeenCalledTimes(1);
  });

  it('happens once when it is clicked twice', async () => {
    const panel = await show(theseWrites(aWrite()));
    part(panel, '[data-part="all"]').click();
    part(panel, '[data-part="all"]').click();
    await settled();
    expect(writing).toHaveBeenCalledTimes(1);
  });

  it('can not be asked for while it is under way', async () => {
    const panel = await show(theseWrites(aWrite()));
    const end = refreshLater();
    part(panel, '[data-part="all"]').click();
    await settled();
    const isDisabled = () => parts(panel, 'button[data-id]').map((button) => button.hasAttribute('disabled'));
    expect(isDisabled()).toEqual([true]);
    await end();
    expect(isDisabled()).toEqual([false]);
  });

  it('that failed is the same intention when it is repeated', async () => {
    const panel = await show(theseWrites(aWrite()));
    writing.mockRejectedValueOnce(aFailure());
    part(panel, '[data-part="all"]').click();
    await settled();
    expect(part(panel, '[data-part="failed"]').problem).toMatchObject({ code: 'serviceUnreachable' });
    tell(part(panel, '[data-part="failed"]'), 'again');
    await settled();
    const [first, second] = inputs();
    expect(second).toEqual(first);
    expect(parts(panel, '[data-part="failed"]')).toHaveLength(0);
  });

  it('that failed can be left at that', async () => {
    const panel = await show(theseWrites(aWrite()));
    writing.mockRejectedValueOnce(aFailure());
    part(panel, '[data-part="all"]').click();
    await settled();
    tell(part(panel, '[data-part="failed"]'), 'close');
    await settled();
    expect(parts(panel, '[data-part="failed"]')).toHaveLength(0);
  });
});

it('keeps what was read when it can not be read again', async () => {
  const panel = await show(theseWrites(aWrite()));
  refreshed.mockRejectedValue(aFailure());
  tell(part(panel, 'c-inspire-section'), 'again');
  await settled();
  expect(part(panel, 'c-inspire-section').reading).toMatchObject({
    answer: { parked: 1 },
    problem: { code: 'serviceUnreachable' },
  });
});

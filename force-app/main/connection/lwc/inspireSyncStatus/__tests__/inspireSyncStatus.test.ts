import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import SyncStatus from 'c/inspireSyncStatus';
import { aFailure } from 'support/answers';
import { refreshed, wire } from 'support/gateway';
import { part, parts, place, settled, tell, textOf, type Part } from 'support/page';
import type { ObjectStatus, SyncStatus as Status } from '../answer';

const anObject = (part: Partial<ObjectStatus> = {}): ObjectStatus => ({
  ...{ sobject: 'Task', phase: 'live', lastSyncedAt: '2020-03-02T09:00:00.000Z', lagSeconds: 12 },
  ...{ rows: 1_234_567, rowsExpected: 1_000_000, missingFields: [], problem: null, ...part },
});

const aStatus = (objects: ObjectStatus[], part: Partial<Status> = {}): Status => ({
  connection: {
    ...{ instanceUrl: 'https://acme.my.salesforce.com', username: null, problem: null },
    apiUsage: { used: 812, limit: 15_000 },
  },
  isLoading: false,
  objects,
  ...part,
});

const show = async (answer?: object): Promise<Part> => {
  const panel = place('c-inspire-sync-status', SyncStatus);
  if (answer) wire.emit(JSON.stringify(answer));
  await settled();
  return panel;
};

/** The cells of the only row, without the icons. */
const cells = (panel: Part): string[] =>
  parts(panel, 'tbody tr > *').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());

beforeEach(() => {
  jest.useRealTimers();
  refreshed.mockReset();
  refreshed.mockResolvedValue();
});

describe('how far the org is in step', () => {
  it('is asked about no record', async () => {
    await show();
    expect(wire.getLastConfig()).toEqual({ operation: 'syncStatus', recordId: null, input: '{}' });
  });

  it('says how to connect while nobody has', async () => {
    const panel = await show({ connection: null, objects: [], isLoading: false });
    expect(textOf(panel)).toMatch(/not connected to this org yet.*npm run org:connect/);
    expect(parts(panel, 'table')).toHaveLength(0);
  });

  it('names org, user and API calls', async () => {
    const panel = await show(aStatus([]));
    expect(parts(panel, 'dd').map(({ textContent }) => textContent)).toEqual([
      'https://acme.my.salesforce.com',
      'As the app says',
      '812 of 15,000 (5%), by all programs',
    ]);
  });

  it('tells a problem of the connection with its remedy', async () => {
    const problem = {
      code: 'signedOut',
      message: 'The org does not let the service in.',
      remedy: 'Check it.',
    };
    const { connection } = aStatus([]);
    const panel = await show(aStatus([], { connection: connection && { ...connection, problem } }));
    expect(part(panel, '[role="alert"]').textContent).toMatch(/does not let the service in\.Check it\./);
  });

  it('shows an object that is live: state, last sync, lag, records', async () => {
    expect(cells(await show(aStatus([anObject()])))).toEqual([
      'Task',
      'In step',
      expect.stringMatching(/^Mar 2, 2020, \d+:00/),
      '12 sec',
      '1,234,567',
    ]);
  });

  it('shows how much of a first load is read, as text and as a bar', async () => {
    const loading = anObject({ phase: 'loading', rows: 250_000, lagSeconds: null });
    const panel = await show(aStatus([loading]));
    expect(cells(panel)[4]).toBe('250,000 of 1,000,000 read');
    const bar = part(panel, '[role="progressbar"]');
    expect(bar.getAttribute('aria-valuenow')).toBe('25');
    expect(bar.getAttribute('aria-label')).toBe('First load of Task');
  });

  it('shows no bar while the org has not said how many there are', async () => {
    const panel = await show(aStatus([anObject({ phase: 'loading', rows: 0, rowsExpected: null })]));
    expect(cells(panel)[4]).toBe('0 read');
    expect(parts(panel, '[role="progressbar"]')).toHaveLength(0);
  });

  it('names what holds an object up, and the fields that are not read', async () => {
    const problem = { code: 'refused', message: 'NOT_FOUND: no such object', remedy: 'Look at it.' };
    const panel = await show(
      aStatus([
        anObject({ phase: 'waiting', lastSyncedAt: null, rows: 0, problem }),
        anObject({ sobject: 'Account', missingFields: ['Industry', 'CurrencyIsoCode'] }),
      ]),
    );
    expect(cells(panel)[1]).toBe('Held upNOT_FOUND: no such object Look at it.');
    expect(cells(panel)[2]).toBe('Not yet');
    expect(cells(panel)[6]).toContain('Not read: Industry and CurrencyIsoCode.');
  });

  it('hands what goes wrong to the section', async () => {
    const panel = await show();
    const { body, status: code } = aFailure();
    wire.error(body, code);
    await settled();
    expect(part(panel, 'c-inspire-section').reading).toMatchObject({
      problem: { code: 'serviceUnreachable' },
    });
  });

  it.each([[aStatus([anObject(), anObject({ sobject: 'Event', phase: 'loading' })])], [aStatus([])]])(
    'is accessible',
    async (answer) => {
      await expect(await show(answer)).toBeAccessible();
    },
  );
});

describe('asking again', () => {
  it('happens on demand, one question at a time', async () => {
    const panel = await show(aStatus([anObject()]));
    const section = part(panel, 'c-inspire-section');
    tell(section, 'again');
    tell(section, 'again');
    expect(refreshed).toHaveBeenCalledTimes(1);
    await settled();
    tell(section, 'again');
    expect(refreshed).toHaveBeenCalledTimes(2);
  });

  it('happens by itself while something loads, and ends with the page', async () => {
    const panel = await show();
    jest.useFakeTimers();
    wire.emit(JSON.stringify(aStatus([anObject({ phase: 'loading' })], { isLoading: true })));
    await jest.advanceTimersByTimeAsync(8_000);
    expect(refreshed).toHaveBeenCalledTimes(2);
    panel.remove();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(refreshed).toHaveBeenCalledTimes(2);
  });

  it('ends when everything is live', async () => {
    await show();
    jest.useFakeTimers();
    wire.emit(JSON.stringify(aStatus([], { isLoading: true })));
    wire.emit(JSON.stringify(aStatus([])));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(refreshed).not.toHaveBeenCalled();
  });

  it('keeps what was read when it fails', async () => {
    const panel = await show(aStatus([anObject()]));
    refreshed.mockRejectedValue(aFailure());
    tell(part(panel, 'c-inspire-section'), 'again');
    await settled();
    expect(part(panel, 'c-inspire-section').reading).toMatchObject({
      answer: { isLoading: false },
      problem: { code: 'serviceUnreachable' },
    });
  });
});

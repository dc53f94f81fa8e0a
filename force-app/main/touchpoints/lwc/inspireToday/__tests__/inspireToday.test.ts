import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Want } from 'c/inspireGateway';
import Today from 'c/inspireToday';
import * as recordApi from 'lightning/uiRecordApi';
import { aFailure } from 'support/answers';
import { answer, fail, keys, refreshLater, refreshPage, refreshed, wire, writing } from 'support/gateway';
import { part, parts, place, settled, tell } from 'support/page';
import { wireOf } from 'support/wires';
import { aToday } from '../../inspireTouchpointAnswer/__tests__/answers';

const names = wireOf(recordApi.getRecords);

const named = (id: string, name: string) => ({
  statusCode: 200,
  result: { id, fields: { Name: { value: name } } },
});
const hidden = { statusCode: 403, result: { message: 'no access' } };
const bothNamed = {
  results: [named('006000000000001AAA', 'Brunner Logistik'), named('001000000000001AAA', 'Okafor AG')],
};

const open = async (today = aToday(), records: object = bothNamed) => {
  const panel = place('c-inspire-today', Today);
  await answer(today);
  names.emit(records);
  await settled();
  return panel;
};

const rowNames = (panel: Element, name: string): unknown => {
  const rows = parts(panel, `[data-part="${name}"]`)[0]?.rows;
  return Array.isArray(rows) ? rows.map((row: { name: string }) => row.name) : [];
};

const want = async (panel: Element, input: Want['input']) => {
  const detail = { operation: 'setAbsence', input };
  part(panel, '[data-part="inside"]').dispatchEvent(new CustomEvent('want', { detail }));
  await settled();
};

beforeEach(() => {
  writing.mockReset();
  writing.mockResolvedValue(JSON.stringify(aToday({ absences: [] })));
});

describe('what is due today', () => {
  it('is asked for without a record', async () => {
    await open();
    expect(wire.getLastConfig()).toEqual({ operation: 'today', recordId: null, input: '{}' });
  });

  it('is a list across records, what comes apart from it', async () => {
    const panel = await open();
    expect(rowNames(panel, 'due')).toEqual(['Call Helena']);
    expect(rowNames(panel, 'coming')).toEqual(['Yearly review']);
    expect(parts(panel, '[data-part="more"]')).toHaveLength(0);
    await expect(panel).toBeAccessible();
  });

  it('reads the names of the records in the viewer’s own access, object by object', async () => {
    await open();
    expect(names.getLastConfig()?.records).toEqual([
      {
        recordIds: ['006000000000001AAA'],
        fields: [{ objectApiName: 'Opportunity', fieldApiName: 'Name' }],
      },
      { recordIds: ['001000000000001AAA'], fields: [{ objectApiName: 'Account', fieldApiName: 'Name' }] },
    ]);
  });

  it('drops the records that the viewer may not read', async () => {
    const panel = await open(aToday(), { results: [hidden, named('001000000000001AAA', 'Okafor AG')] });
    expect(rowNames(panel, 'due')).toEqual([]);
    expect(rowNames(panel, 'coming')).toEqual(['Yearly review']);
  });

  it('says that nothing is due, and what comes', async () => {
    const [, coming] = aToday().touchpoints;
    const panel = await open(aToday({ touchpoints: coming ? [coming] : [] }));
    expect(part(panel, '[data-part="empty"]').textContent).toBe('Nothing is due today.');
    expect(rowNames(panel, 'coming')).toEqual(['Yearly review']);
    expect(parts(panel, '[data-part="empty-help"]')).toHaveLength(0);
  });

  it('says what would fill it when there is nothing at all', async () => {
    const panel = await open(aToday({ touchpoints: [] }));
    expect(part(panel, '[data-part="empty-help"]').textContent).toContain('Open a deal');
    await expect(panel).toBeAccessible();
  });

  it('says how many more there are', async () => {
    expect(part(await open(aToday({ more: 5 })), '[data-part="more"]').textContent).toBe('5 more');
  });

  it('waits until the names are read', async () => {
    const panel = place('c-inspire-today', Today);
    await answer(aToday());
    expect(part(panel, 'c-inspire-section').reading).toMatchObject({ answer: undefined });
  });

  it('shows what went wrong with the list or the names', async () => {
    const panel = place('c-inspire-today', Today);
    await fail();
    expect(part(panel, 'c-inspire-section').reading).toMatchObject({ problem: { requestId: 'r-42' } });
    await answer(aToday());
    const { body, status } = aFailure();
    names.error(body, status);
    await settled();
    expect(part(panel, 'c-inspire-section').reading).toMatchObject({ problem: { requestId: 'r-42' } });
  });

  it('is asked for again by the button, by the page, and when the tab is looked at', async () => {
    const panel = await open();
    tell(part(panel, 'c-inspire-section'), 'again');
    await settled();
    document.dispatchEvent(new CustomEvent('visibilitychange'));
    await settled();
    refreshed.mockRejectedValueOnce(aFailure());
    await refreshPage();
    await settled();
    expect(refreshed).toHaveBeenCalledTimes(3);
    expect(part(panel, 'c-inspire-section').reading).toMatchObject({ problem: { requestId: 'r-42' } });
    panel.remove();
    document.dispatchEvent(new CustomEvent('visibilitychange'));
    expect(refreshed).toHaveBeenCalledTimes(3);
  });
});

describe('being away', () => {
  const added = { kind: 'add', from: '2020-12-01', to: '2020-12-02' };

  it('is sent without a record, shown from the answer, and said back', async () => {
    const panel = await open();
    await want(panel, added);
    expect(writing).toHaveBeenCalledWith(
      expect.objectContaining({ operation: 'setAbsence', recordId: null }),
    );
    expect(part(panel, 'c-inspire-absence').absences).toEqual([]);
    expect(part(panel, '[data-part="said"]').textContent).toContain('keep clear of these days');
    expect(panel.shadowRoot?.activeElement).toBe(part(panel, '[data-part="said"]'));
    await want(panel, { kind: 'remove', absenceId: 'a1' });
    expect(part(panel, '[data-part="said"]').textContent).toContain('use these days again');
  });

  it('comes after an answer that was asked for before, so that it is the last word', async () => {
    const panel = await open();
    const arrive = refreshLater();
    tell(part(panel, 'c-inspire-section'), 'again');
    await want(panel, added);
    await answer(aToday());
    await arrive();
    expect(part(panel, 'c-inspire-absence').absences).toEqual([]);
  });

  it('is sent once, however often it is clicked', async () => {
    const panel = await open();
    await Promise.all([want(panel, added), want(panel, added)]);
    expect(writing).toHaveBeenCalledTimes(1);
  });

  it('is tried again with the same key when it fails, or let go', async () => {
    writing.mockRejectedValue(aFailure());
    const panel = await open();
    await want(panel, added);
    tell(part(panel, '[data-part="failed"]'), 'again');
    await settled();
    expect(keys()).toHaveLength(2);
    expect(new Set(keys()).size).toBe(1);
    tell(part(panel, '[data-part="failed"]'), 'close');
    await settled();
    expect(parts(panel, '[data-part="failed"]')).toHaveLength(0);
  });
});

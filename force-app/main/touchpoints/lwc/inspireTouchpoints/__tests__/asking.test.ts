import { describe, expect, it, jest } from '@jest/globals';
import ContentReader from 'c/inspireContentReader';
import { unregisterRefreshHandler } from 'lightning/refresh';
import { aFailure } from 'support/answers';
import { answer, fail, input, refreshPage, refreshed, wire } from 'support/gateway';
import { navigate } from 'support/navigation';
import { part, parts, settled, tell } from 'support/page';
import { anAnswer, anOffer } from '../../inspireTouchpointAnswer/__tests__/answers';
import {
  afterDone,
  announced,
  answered,
  entriesIn,
  inside,
  nextName,
  open,
  placed,
  record,
  recordWith,
} from './panel';

describe('what the panel asks', () => {
  it('is one question, for the record as it is, and says nothing about its values', async () => {
    const panel = await open();
    expect(wire.getLastConfig()).toMatchObject({ operation: 'touchpoints', recordId: panel.recordId });
    expect(input()).toMatch(/^\{"fingerprint":"[0-9a-z]{1,7}"\}$/);
  });

  it('is asked again when the stage changes, and only then', async () => {
    await open();
    const before = input();
    record.emit(recordWith('Negotiation'));
    await settled();
    expect(input()).toBe(before);
    record.emit(recordWith('Closed Won'));
    await settled();
    expect(input()).not.toBe(before);
  });

  it('is asked even where the record can not be watched', async () => {
    placed();
    await settled();
    expect(input()).toBeUndefined();
    record.error();
    await settled();
    expect(input()).toBe('{"fingerprint":"unread"}');
  });

  it('watches an account too', async () => {
    await open({ objectApiName: 'Account' });
    expect(record.getLastConfig()).toMatchObject({
      optionalFields: [{ objectApiName: 'Account', fieldApiName: 'LastModifiedDate' }],
    });
  });
});

describe('exactly four states', () => {
  it('waits with a stencil', async () => {
    const panel = await open();
    expect(part(panel, 'c-inspire-section').reading).toEqual({});
    await expect(panel).toBeAccessible();
  });

  it('shows the one next step', async () => {
    const panel = await answered();
    expect(nextName(panel)).toBe('Call Helena about the business case');
    expect(part(panel, '[data-part="more"]').hasAttribute('open')).toBe(false);
    expect(part(panel, 'c-inspire-timeline').touchpoints).toHaveLength(4);
    await expect(panel).toBeAccessible();
  });

  it('says what would fill it, and leads to the cadences, those that fit first', async () => {
    const offered = [anOffer({ cadenceId: 'b', fits: false }), anOffer({ cadenceId: 'a' })];
    const panel = await answered(anAnswer({ nextId: undefined, touchpoints: [], enrollments: [], offered }));
    expect(part(panel, '[data-part="idle"]').textContent).toContain('Nothing is planned here yet.');
    expect(entriesIn(panel, '[data-part="begin"] > c-inspire-entries')).toMatchObject([
      { key: 'a', badge: 'Fits now' },
      { key: 'b', badge: undefined },
    ]);
    expect(part(panel, '[data-part="more"]').hasAttribute('open')).toBe(true);
    await expect(panel).toBeAccessible();
  });

  it('says that there is no cadence to begin', async () => {
    const panel = await answered(anAnswer({ touchpoints: [], enrollments: [], offered: [] }));
    expect(part(panel, '[data-part="idle"]').textContent).toContain('There is no cadence to begin here.');
  });

  it('shows the problem with its remedy, and asks again', async () => {
    const panel = await open();
    await fail();
    const section = part(panel, 'c-inspire-section');
    expect(section.reading).toMatchObject({ problem: { requestId: 'r-42' } });
    tell(section, 'again');
    expect(refreshed).toHaveBeenCalledTimes(1);
    await settled();
  });

  it('takes an answer that it can not read for a problem', async () => {
    const panel = await answered({ touchpoints: 'none' });
    expect(part(panel, 'c-inspire-section').reading).toMatchObject({
      problem: { message: 'The answer could not be read.' },
    });
  });

  it('keeps what it shows when it can not be asked again', async () => {
    const panel = await answered();
    refreshed.mockRejectedValueOnce(aFailure());
    tell(part(panel, 'c-inspire-section'), 'again');
    await settled();
    expect(nextName(panel)).toBe('Call Helena about the business case');
    expect(part(panel, 'c-inspire-section').reading).toMatchObject({ problem: { requestId: 'r-42' } });
  });
});

describe('keeping still', () => {
  it('keeps a new order back while the rep is at the panel, until they ask for it', async () => {
    const panel = await answered();
    inside(panel).dispatchEvent(new CustomEvent('pointerenter'));
    await answer(afterDone());
    expect(nextName(panel)).toBe('Call Helena about the business case');
    expect(announced(panel)).toBe('The steps changed, show');
    part(panel, '[data-part="new"]').click();
    await settled();
    expect(nextName(panel)).toBe('Send the summary');
    expect(parts(panel, '[data-part="new"]')).toHaveLength(0);
  });

  it('shows it at once, and says so, where the rep is elsewhere', async () => {
    const panel = await answered();
    await answer(afterDone());
    expect(nextName(panel)).toBe('Send the summary');
    expect(announced(panel)).toBe('The steps were updated.');
  });

  it('shows at once what the rep asked for', async () => {
    const panel = await answered();
    inside(panel).dispatchEvent(new CustomEvent('pointerenter'));
    tell(part(panel, 'c-inspire-section'), 'again');
    await settled();
    await answer(afterDone());
    expect(nextName(panel)).toBe('Send the summary');
    await answer(anAnswer());
    expect(nextName(panel)).toBe('Send the summary');
  });

  it('leaves everything as it is when the same comes again', async () => {
    const panel = await answered();
    const before = part(panel, 'c-inspire-next-step').touchpoint;
    await answer(anAnswer());
    expect(part(panel, 'c-inspire-next-step').touchpoint).toBe(before);
    expect(announced(panel)).toBe('');
  });

  it('shows a step that the rep chose, and the next one again', async () => {
    const panel = await answered();
    tell(part(panel, 'c-inspire-timeline'), 'choose', 't2');
    await settled();
    expect(nextName(panel)).toBe('Send the summary');
    expect(part(panel, 'c-inspire-next-step').isChosen).toBe(true);
    tell(part(panel, 'c-inspire-next-step'), 'back');
    await settled();
    expect(nextName(panel)).toBe('Call Helena about the business case');
  });
});

describe('asking again', () => {
  it('is done by the button, by the page, and when the tab is looked at; at once it is one call', async () => {
    const panel = await answered();
    tell(part(panel, 'c-inspire-section'), 'again');
    document.dispatchEvent(new CustomEvent('visibilitychange'));
    expect(refreshed).toHaveBeenCalledTimes(1);
    await settled();
    await refreshPage();
    expect(refreshed).toHaveBeenCalledTimes(2);
  });

  it('is not done while the tab is hidden, nor once the panel is gone', async () => {
    const panel = await answered();
    const hidden = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new CustomEvent('visibilitychange'));
    hidden.mockRestore();
    panel.remove();
    document.dispatchEvent(new CustomEvent('visibilitychange'));
    expect(refreshed).not.toHaveBeenCalled();
    expect(unregisterRefreshHandler).toHaveBeenCalledTimes(1);
  });
});

describe('content', () => {
  it('opens in the reader', async () => {
    const opened = jest.spyOn(ContentReader, 'open').mockResolvedValue(undefined);
    const panel = await answered();
    tell(part(panel, 'c-inspire-next-step'), 'read', { itemId: 'business-case', title: 'Business case' });
    expect(opened).toHaveBeenCalledWith(
      expect.objectContaining({ itemId: 'business-case', recordId: panel.recordId, canUse: false }),
    );
  });

  it('that lies elsewhere opens there', async () => {
    const panel = await answered();
    tell(part(panel, 'c-inspire-next-step'), 'read', { itemId: 'x', title: 'X', link: 'https://x.example' });
    expect(navigate).toHaveBeenCalledWith({
      type: 'standard__webPage',
      attributes: { url: 'https://x.example' },
    });
  });
});

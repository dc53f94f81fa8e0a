import { beforeEach, describe, expect, it } from '@jest/globals';
import SetupCheck from 'c/inspireSetupCheck';
import { aFailure } from 'support/answers';
import { refreshed, wire } from 'support/gateway';
import { part, parts, place, settled, tell, textOf, type Part } from 'support/page';
import type { Finding } from '../answer';

const fine: Finding = {
  ...{ check: 'certificate', state: 'ok', code: 'certificateCounts' },
  values: [{ day: '2099-12-12' }],
};
const hidden: Finding = {
  ...{ check: 'fields', state: 'missing', code: 'fieldsHidden' },
  values: [{ list: ['Task.Inspire_Key__c', 'Event.Inspire_Key__c'] }],
};
const mail: Finding = {
  ...{ check: 'mailCapture', state: 'warning', code: 'mailGaps' },
  values: [{ share: 0.4 }, 8, 20],
};
const refused: Finding = {
  ...{ check: 'hierarchy', state: 'unknown', code: 'notLookedUp' },
  values: ['INVALID_TYPE: no such object'],
};

const show = async (...findings: Finding[]): Promise<Part> => {
  const panel = place('c-inspire-setup-check', SetupCheck);
  wire.emit(JSON.stringify({ findings }));
  await settled();
  return panel;
};

const open = (panel: Part): string[] =>
  parts(panel, '[data-part="open"] li').map(({ textContent }) => textContent);

beforeEach(() => {
  refreshed.mockReset();
  refreshed.mockResolvedValue();
});

describe('the set-up check', () => {
  it('says that nothing is missing, and hides what is all right until asked', async () => {
    const panel = await show(fine);
    expect(part(panel, '[role="status"]').textContent).toBe('Nothing is missing.');
    expect(open(panel)).toEqual([]);
    expect(part(panel, 'details').open).toBe(false);
    expect(part(panel, 'summary').textContent).toBe('All right (1)');
    expect(part(panel, 'dl').textContent).toBe(
      'CertificateCalls of this org are accepted until Dec 12, 2099.',
    );
  });

  it('names what is to be put right, with the fix', async () => {
    const panel = await show(fine, hidden);
    expect(part(panel, '[role="status"]').textContent).toBe('To be put right: 1. Worth a look: 0.');
    expect(open(panel)).toEqual([
      expect.stringMatching(
        /^Own fields.*may not fill them in: Task\.Inspire_Key__c and Event\.Inspire_Key__c\.To fix it: Deploy/,
      ),
    ]);
    expect(part(panel, 'lightning-icon').alternativeText).toBe('To be put right');
  });

  it('writes shares and counts in the viewer’s locale', async () => {
    expect(open(await show(mail))[0]).toContain('8 of 20 active users was captured (40%)');
  });

  it('says why something could not be looked up', async () => {
    const panel = await show(refused);
    expect(open(panel)[0]).toContain('It could not be looked up: INVALID_TYPE: no such object');
    expect(part(panel, 'lightning-icon').alternativeText).toBe('Not known');
  });

  it('hands what goes wrong to the section', async () => {
    const panel = place('c-inspire-setup-check', SetupCheck);
    const { body, status } = aFailure();
    wire.error(body, status);
    await settled();
    expect(part(panel, 'c-inspire-section').reading).toMatchObject({
      problem: { code: 'serviceUnreachable' },
    });
  });

  it('is accessible', async () => {
    await expect(await show(fine, hidden, mail, refused)).toBeAccessible();
  });
});

describe('checking again', () => {
  it('happens once at a time', async () => {
    const section = part(await show(fine), 'c-inspire-section');
    tell(section, 'again');
    tell(section, 'again');
    await settled();
    expect(refreshed).toHaveBeenCalledTimes(1);
  });

  it('keeps what was found when it fails', async () => {
    const panel = await show(hidden);
    refreshed.mockRejectedValue(aFailure());
    tell(part(panel, 'c-inspire-section'), 'again');
    await settled();
    expect(textOf(panel)).toContain('Own fields');
    expect(part(panel, 'c-inspire-section').reading).toMatchObject({
      problem: { code: 'serviceUnreachable' },
    });
  });
});

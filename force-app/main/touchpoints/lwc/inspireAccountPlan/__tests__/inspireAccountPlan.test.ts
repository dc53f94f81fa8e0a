import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import AccountPlan from 'c/inspireAccountPlan';
import * as recordApi from 'lightning/uiRecordApi';
import { aFailure } from 'support/answers';
import { answer, fail, input, refreshPage, refreshed, wire } from 'support/gateway';
import { navigate } from 'support/navigation';
import { part, parts, place, settled, tell } from 'support/page';
import { wireOf } from 'support/wires';
import { aPlan } from '../../inspireTouchpointAnswer/__tests__/answers';

const record = wireOf(recordApi.getRecord);
const updating = jest.mocked(recordApi.updateRecord);
const creating = jest.mocked(recordApi.createRecord);

const recordId = '001000000000001AAA';
const opportunityId = '006000000000009AAA';
const fields = {
  Name: { value: 'Brunner Logistik' },
  LastModifiedDate: { value: '2020-11-01T00:00:00.000Z' },
  Inspire_Competitor_Term_End__c: { value: null },
  Inspire_Objectives__c: { value: 'Two more regions.' },
};

const open = async (plan = aPlan(), account: object = fields) => {
  const panel = place('c-inspire-account-plan', AccountPlan, { recordId });
  record.emit({ fields: account });
  await settled();
  await answer(plan);
  return panel;
};

const dates = (panel: Element) => part(panel, 'c-inspire-plan-dates');
const objectives = (panel: Element) => part(panel, 'c-inspire-objectives');
const upgrade = (panel: Element) => part(panel, 'c-inspire-upgrade-form');
const said = (panel: Element) => parts(panel, '[data-part="said"]')[0]?.textContent;

const create = async (panel: Element) => {
  tell(upgrade(panel), 'create', { name: 'Brunner – upgrade', closeDate: '2021-03-15' });
  await settled();
};

beforeEach(() => {
  updating.mockReset();
  updating.mockResolvedValue({ id: recordId, fields: {} });
  creating.mockReset();
  creating.mockResolvedValue({ id: opportunityId, fields: {} });
});

describe('the plan of an account', () => {
  it('is asked for once the account is read, and again when it has changed', async () => {
    const panel = place('c-inspire-account-plan', AccountPlan, { recordId });
    await settled();
    expect(input()).toBeUndefined();
    expect(part(panel, 'c-inspire-section').reading).toEqual({ answer: undefined });
    record.emit({ fields });
    await settled();
    const before = wire.getLastConfig();
    expect(before).toMatchObject({ operation: 'accountPlan', recordId });
    record.emit({ fields: { ...fields, Inspire_Competitor_Term_End__c: { value: '2021-09-30' } } });
    await settled();
    expect(input()).not.toEqual(before?.input);
  });

  it('shows dates, objectives and the way to an upgrade', async () => {
    const panel = await open();
    expect(dates(panel)).toMatchObject({ dates: aPlan().dates, mayFill: true });
    expect(objectives(panel)).toMatchObject({ text: 'Two more regions.', mayEdit: true });
    expect(upgrade(panel)).toMatchObject({ accountName: 'Brunner Logistik', closeOn: '2020-11-13' });
    await expect(panel).toBeAccessible();
  });

  it('proposes no close date that is over', async () => {
    const ended = [{ anchor: 'contractEnd' as const, on: '2020-11-11' }];
    expect(upgrade(await open(aPlan({ dates: ended }))).closeOn).toBeUndefined();
  });

  it('lets who may only read the account only read', async () => {
    const panel = await open(aPlan({ mayAct: false }));
    expect(dates(panel).mayFill).toBe(false);
    expect(objectives(panel).mayEdit).toBe(false);
  });

  it('leaves out what the viewer may not see', async () => {
    const panel = await open(aPlan(), { Name: fields.Name });
    expect(dates(panel).mayFill).toBe(false);
    expect(parts(panel, 'c-inspire-objectives')).toHaveLength(0);
  });

  it('is there without the account, and says what went wrong with the plan', async () => {
    const panel = place('c-inspire-account-plan', AccountPlan, { recordId });
    record.error();
    await settled();
    expect(input()).toBe('{"fingerprint":"unread"}');
    await answer(aPlan());
    expect(upgrade(panel).accountName).toBe('');
    await fail();
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

describe('what is written on the account', () => {
  it('is the end of a competitor’s term, as the user', async () => {
    const panel = await open();
    tell(dates(panel), 'fill', '2021-09-30');
    await settled();
    expect(updating).toHaveBeenCalledWith({
      fields: { Id: recordId, Inspire_Competitor_Term_End__c: '2021-09-30' },
    });
    expect(said(panel)).toContain('Steps can count back');
    expect(panel.shadowRoot?.activeElement).toBe(part(panel, '[data-part="said"]'));
    await expect(panel).toBeAccessible();
  });

  it.each([
    ['Three regions.', 'Three regions.'],
    ['', null],
  ])('are the objectives: "%s"', async (text, Inspire_Objectives__c) => {
    const panel = await open();
    tell(objectives(panel), 'save', text);
    await settled();
    expect(updating).toHaveBeenCalledWith({ fields: { Id: recordId, Inspire_Objectives__c } });
    expect(said(panel)).toContain('The objectives are saved.');
  });

  it('is said to be refused with the words of the rule, and can be tried again or let go', async () => {
    const output = {
      errors: [{ message: 'Ask Ute first.' }],
      fieldErrors: { Name: [{ message: 'Locked.' }] },
    };
    updating.mockRejectedValueOnce({ body: { message: 'An error occurred.', output } });
    const panel = await open();
    tell(objectives(panel), 'save', 'Three regions.');
    await settled();
    const failed = part(panel, '[data-part="failed"]');
    expect(failed.problem).toMatchObject({ message: 'Ask Ute first. Locked.' });
    updating.mockRejectedValueOnce({ body: { message: 'No connection.' } });
    tell(failed, 'again');
    await settled();
    expect(part(panel, '[data-part="failed"]').problem).toMatchObject({ message: 'No connection.' });
    tell(part(panel, '[data-part="failed"]'), 'close');
    await settled();
    expect(parts(panel, '[data-part="failed"]')).toHaveLength(0);
    expect(updating).toHaveBeenCalledTimes(2);
  });
});

describe('an upgrade opportunity', () => {
  it('is created as the user, told to the page, and said with what follows', async () => {
    const panel = await open();
    const heard = jest.fn();
    panel.addEventListener('lightning__refresh', heard);
    await create(panel);
    expect(creating).toHaveBeenCalledWith({
      apiName: 'Opportunity',
      fields: {
        ...{ AccountId: recordId, Name: 'Brunner – upgrade', CloseDate: '2021-03-15' },
        ...{ StageName: 'Prospecting', Type: 'Existing Customer - Upgrade' },
      },
    });
    expect(heard).toHaveBeenCalledTimes(1);
    expect(said(panel)).toContain('Brunner – upgrade is there. The cadence of its stage begins by itself.');
    await expect(panel).toBeAccessible();
  });

  it('is created once, however often it is clicked', async () => {
    const panel = await open();
    await Promise.all([create(panel), create(panel)]);
    expect(creating).toHaveBeenCalledTimes(1);
  });

  it('is a link away, in this tab or another', async () => {
    const panel = await open();
    await create(panel);
    const link = part(panel, 'a');
    expect(link.getAttribute('href')).toBe(`/lightning/r/Opportunity/${opportunityId}/view`);
    link.click();
    expect(navigate).toHaveBeenCalledWith({
      type: 'standard__recordPage',
      attributes: { recordId: opportunityId, objectApiName: 'Opportunity', actionName: 'view' },
    });
    link.dispatchEvent(new MouseEvent('click', { ctrlKey: true }));
    expect(navigate).toHaveBeenCalledTimes(1);
  });
});

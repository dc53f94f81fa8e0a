import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Suggestion, TileAct } from 'c/inspireAnswer';
import SuggestionList from 'c/inspireSuggestionList';
import { aSuggestion, suggestions } from 'support/answers';
import { reading } from 'support/gateway';
import Modal from 'support/modal';
import { navigate } from 'support/navigation';
import { heard, part, parts, place, settled, tell } from 'support/page';

const writeText = jest.fn<(text: string) => Promise<void>>();
const { open } = Modal;

Object.defineProperty(navigator, 'clipboard', { value: { writeText } });

const show = async (props: object) => {
  const list = place('c-inspire-suggestion-list', SuggestionList, {
    recordId: '006A',
    recipients: [],
    ...props,
  });
  await settled();
  return list;
};

const tiles = (list: Element) => parts(list, 'c-inspire-suggestion-tile');

const act = async (list: Element, what: TileAct) => {
  tell(part(list, 'c-inspire-suggestion-tile'), 'act', what);
  await settled();
};

const one = (suggestion: Partial<Suggestion> = {}) => show({ suggestions: [aSuggestion(suggestion)] });

const question = (list: Element): unknown => {
  const { view } = part(list, 'c-inspire-suggestion-tile');
  return view && typeof view === 'object' && 'question' in view ? view.question : undefined;
};

const isRetry = (value: unknown): value is () => Promise<void> => typeof value === 'function';

const retryOf = async (fault: unknown): Promise<void> => {
  if (fault && typeof fault === 'object' && 'retry' in fault && isRetry(fault.retry)) await fault.retry();
};

afterEach(() => {
  writeText.mockReset();
  open.mockResolvedValue(undefined);
});

describe('the list', () => {
  it('shows three, and tells when the rep wants more', async () => {
    const list = await show({ suggestions: suggestions('a', 'b', 'c', 'd', 'e') });
    expect(tiles(list)).toHaveLength(3);
    const asked = heard(list, 'more');
    part(list, 'lightning-button').click();
    expect(asked).toHaveLength(1);
  });

  it('has the focus on the first that is added', async () => {
    const list = await show({ suggestions: suggestions('a', 'b', 'c', 'd', 'e') });
    list.addEventListener('more', () => {
      list.visible = 6;
    });
    part(list, 'lightning-button').click();
    await settled();
    expect(tiles(list)).toHaveLength(5);
    expect(list.shadowRoot?.activeElement).toBe(tiles(list)[3]);
    expect(parts(list, 'lightning-button')).toHaveLength(0);
  });

  it('has the focus on the last while more are on their way', async () => {
    const list = await show({ suggestions: suggestions('a', 'b', 'c'), mayHaveMore: true });
    part(list, 'lightning-button').click();
    await settled();
    expect(list.shadowRoot?.activeElement).toBe(tiles(list)[2]);
  });

  it('offers no more where three are all', async () => {
    expect(parts(await show({ suggestions: suggestions('a', 'b', 'c') }), 'lightning-button')).toHaveLength(
      0,
    );
  });

  it('is accessible', async () => {
    await expect(await show({ suggestions: suggestions('a', 'b', 'c', 'd') })).toBeAccessible();
  });
});

describe('opening', () => {
  it('goes to the link', async () => {
    await act(await one({ link: 'https://x.example' }), 'open');
    expect(navigate).toHaveBeenCalledWith({
      type: 'standard__webPage',
      attributes: { url: 'https://x.example' },
    });
  });

  it('goes to the colleague', async () => {
    await act(await one({ kind: 'person', userId: '005B' }), 'open');
    expect(navigate).toHaveBeenCalledWith({
      type: 'standard__recordPage',
      attributes: { recordId: '005B', objectApiName: 'User', actionName: 'view' },
    });
  });

  it('shows the text, and records a use only when the reader says so', async () => {
    const list = await one();
    const wants = heard(list, 'want');
    await act(list, 'open');
    expect(wants).toEqual([]);
    open.mockResolvedValue(true);
    await act(list, 'open');
    expect(wants).toEqual([{ operation: 'react', input: { itemId: 'executive-summary', kind: 'used' } }]);
  });

  it('shows the refresher', async () => {
    await act(await one({ refresher: { itemId: 'cfo', title: 'Talking to a CFO' } }), 'openRefresher');
    expect(open).toHaveBeenCalledWith({
      size: 'medium',
      label: 'Talking to a CFO',
      recordId: '006A',
      itemId: 'cfo',
      canUse: false,
    });
  });
});

describe('sharing', () => {
  it('opens the composer, asks whether it was sent, and records nothing by itself', async () => {
    const list = await one({ link: 'https://x.example' });
    const said = heard(list, 'say');
    const wants = heard(list, 'want');
    await act(list, 'email');
    expect(navigate).toHaveBeenCalledWith(expect.objectContaining({ type: 'standard__quickAction' }));
    expect(question(list)).toBe('Did you send it?');
    expect(said).toEqual(['Did you send it?']);
    expect(wants).toEqual([]);
  });

  it('stops asking when it was not sent', async () => {
    const list = await one({ link: 'https://x.example' });
    await act(list, 'email');
    await act(list, 'notSent');
    expect(question(list)).toBeUndefined();
  });

  it('copies the link', async () => {
    writeText.mockResolvedValue();
    const list = await one({ link: 'https://x.example' });
    await act(list, 'link');
    expect(writeText).toHaveBeenCalledWith('https://x.example');
    expect(question(list)).toBe('Copied. Did you send it?');
  });

  it('copies the text where there is no link', async () => {
    writeText.mockResolvedValue();
    reading.mockResolvedValue(JSON.stringify({ author: 'Ute', html: '<p>Hi</p>', text: 'Hi', blanks: [] }));
    await act(await one(), 'text');
    expect(writeText).toHaveBeenCalledWith('One page. Their figures filled in.\n\nHi');
  });

  it('asks nothing when it failed, and hands on how to try again', async () => {
    writeText.mockRejectedValueOnce(new Error('NotAllowedError')).mockResolvedValue();
    const list = await one({ link: 'https://x.example' });
    const faults = heard(list, 'fault');
    await act(list, 'link');
    expect(question(list)).toBeUndefined();
    await retryOf(faults[0]);
    await settled();
    expect(question(list)).toBe('Copied. Did you send it?');
  });
});

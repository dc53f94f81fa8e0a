import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { composerPage, copy, messageOf, plainText, recipientOf } from 'c/inspireShare';
import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import { aSuggestion } from 'support/answers';
import { reading } from 'support/gateway';

const recordId = '006000000000001AAA';
const helena = { name: 'Helena Brandt', givenName: 'Helena', email: 'helena@brunner.example' };
const tom = { name: 'Tom Weber', givenName: 'Tom', email: 'tom@brunner.example' };
const message = {
  subject: 'Summary & more',
  summary: 'One page. <b>Theirs</b>.',
  link: 'https://x.example/?a=1&b=2',
};

describe('what goes out', () => {
  it('is two sentences and the link, without another call', async () => {
    const suggestion = aSuggestion({ link: 'https://x.example' });
    const found = await messageOf(suggestion, recordId);
    expect(plainText(found)).toBe('One page. Their figures filled in.\n\nhttps://x.example');
    expect(reading).not.toHaveBeenCalled();
  });

  it('is two sentences and the text where there is no link', async () => {
    reading.mockResolvedValue(JSON.stringify({ author: 'Ute', html: '<p>Hi</p>', text: 'Hi', blanks: [] }));
    const found = await messageOf(aSuggestion(), recordId);
    expect(plainText(found)).toBe('One page. Their figures filled in.\n\nHi');
  });

  it('is nothing when the text does not come', async () => {
    reading.mockResolvedValue('{}');
    await expect(messageOf(aSuggestion(), recordId)).rejects.toThrow('The answer could not be read.');
  });
});

describe('whom it goes to', () => {
  it('is who the reason names', () => {
    expect(recipientOf(aSuggestion(), [tom, helena])).toBe(helena);
  });

  it('is the first of the record where the reason names nobody, or nobody with an address', () => {
    expect(recipientOf(aSuggestion({ reasons: [] }), [tom, helena])).toBe(tom);
    expect(recipientOf(aSuggestion(), [tom])).toBe(tom);
    expect(recipientOf(aSuggestion(), [])).toBeUndefined();
  });
});

describe('where it is written', () => {
  it('is the composer of the record with recipient, subject and body filled in', () => {
    jest.mocked(encodeDefaultFieldValues).mockReturnValue('encoded');
    expect(composerPage(message, recordId, helena)).toEqual({
      type: 'standard__quickAction',
      attributes: { apiName: 'Global.SendEmail' },
      state: { recordId, defaultFieldValues: 'encoded' },
    });
    expect(encodeDefaultFieldValues).toHaveBeenCalledWith({
      ToAddress: 'helena@brunner.example',
      Subject: 'Summary & more',
      HtmlBody:
        '<p>One page. &#60;b&#62;Theirs&#60;/b&#62;.</p>' +
        '<p><a href="https://x.example/?a=1&#38;b=2">https://x.example/?a=1&#38;b=2</a></p>',
    });
  });

  it('carries the text where there is no link, and no recipient where there is none', () => {
    const { subject, summary } = message;
    composerPage({ subject, summary, text: 'Hi', html: '<h2>Hi</h2>' }, recordId);
    const [values] = jest.mocked(encodeDefaultFieldValues).mock.calls[0] ?? [];
    expect(values).not.toHaveProperty('ToAddress');
    expect(values?.HtmlBody).toContain('<h2>Hi</h2>');
  });
});

describe('a copy', () => {
  const writeText = jest.fn<(text: string) => Promise<void>>();

  Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
  afterEach(() => {
    writeText.mockReset();
  });

  it('goes to the clipboard', async () => {
    writeText.mockResolvedValue();
    await copy('Hi');
    expect(writeText).toHaveBeenCalledWith('Hi');
  });

  it('that the browser refuses says what helps', async () => {
    writeText.mockRejectedValue(new Error('NotAllowedError'));
    await expect(copy('Hi')).rejects.toThrow('Allow this page to use the clipboard');
  });
});

import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { openConnection } from '../../../../server/salesforce/index.ts';

let close: () => void = () => undefined;

afterEach(() => close());

/** A connection to something that answers like this. */
const connectedTo = async (answer: RequestListener, patience = 30_000) => {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const { jsforce } = openConnection(
    {
      ...{
        orgId: '00D000000000001AAA',
        instanceUrl: url,
        loginUrl: url,
        clientId: 'service',
        username: null,
      },
      credential: { kind: 'clientCredentials', clientSecret: 's3cret' },
    },
    { now: () => new Date(), patience },
  );
  return jsforce;
};

const begin = (response: ServerResponse, written: () => void) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1_000 });
  response.write('{"records":', written);
};

test('an answer that breaks off is an error of its caller, not of the process', async () => {
  const jsforce = await connectedTo((_request, response) => begin(response, () => response.destroy()));
  await expect(jsforce.requestPost('/composite', {})).rejects.toThrow('terminated');
});

test('an answer that does not end is given up', async () => {
  const jsforce = await connectedTo((_request, response) => begin(response, () => undefined), 200);
  await expect(jsforce.request('/limits')).rejects.toThrow('aborted due to timeout');
});

test.each(['GET', 'POST', 'PATCH'] as const)('a %s that fails is not sent again', async (method) => {
  let requests = 0;
  const jsforce = await connectedTo((_request, response) => {
    requests += 1;
    response.writeHead(503).end();
  });
  await expect(jsforce.request({ method, url: '/limits' })).rejects.toMatchObject({
    errorCode: 'ERROR_HTTP_503',
  });
  expect(requests).toBe(1);
});

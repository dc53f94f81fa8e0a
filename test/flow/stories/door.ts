import { describe, expect, it } from '@jest/globals';
import { startStack } from '../../../scripts/stack/index.ts';
import { root, type World } from '../support/world.ts';

const quiet = { root, progress: () => undefined };
const anyPorts = { pages: 0, service: 0, metrics: 0 };

const login = (url: string, userId: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/preview/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ userId }),
  });

export const describeDoor = (world: () => World): void =>
  describe('at the door', () => {
    it('a session is a cookie that no script and no other site can use', async () => {
      const { stack, seller } = world();
      const answer = await login(stack.url, seller.userId);
      expect(answer.status).toBe(204);
      expect(answer.headers.get('set-cookie')).toMatch(/^sid=.+; Path=\/; HttpOnly; SameSite=Strict$/);
    });

    it.each(['cross-site', 'same-site'])('a %s page can neither log in nor call Apex', async (site) => {
      const { stack, seller } = world();
      const from = { 'Sec-Fetch-Site': site, 'Sec-Fetch-Dest': 'empty' };
      expect((await login(stack.url, seller.userId, from)).status).toBe(403);
      const call = { method: 'POST', headers: { ...from, 'Content-Type': 'application/json' }, body: '{}' };
      expect((await fetch(`${stack.url}/preview/apex/InspireGateway/write`, call)).status).toBe(403);
    });

    it('nobody is logged in by an id that is not an active user', async () => {
      const { stack } = world();
      for (const id of ['005000000000000AAA', '006000000000001AAA', "005'; DROP TABLE x"])
        expect((await login(stack.url, id)).status).toBe(400);
    });

    it('without a session Apex is not called', async () => {
      const call = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' };
      const answer = await fetch(`${world().stack.url}/preview/apex/InspireGateway/read`, call);
      expect(answer.status).toBe(401);
    });

    it('pages run only their own scripts', async () => {
      const answer = await fetch(world().stack.url);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(await answer.text()).not.toMatch(/<script(?![^>]*(?:src=|type="application\/json"))/);
    });

    it('a port in use is named, and nothing else is started', async () => {
      const { stack } = world();
      const pages = Number(new URL(stack.url).port);
      const starting = startStack({ ...quiet, stateDirectory: '/dev/null', ports: { ...anyPorts, pages } });
      await expect(starting).rejects.toThrow(`Port ${pages} on 127.0.0.1 is in use`);
    });

    it('a state folder in use is refused, and the stack that uses it goes on', async () => {
      const { stack, stateDirectory, buildDirectory } = world();
      const starting = startStack({ ...quiet, stateDirectory, buildDirectory, ports: anyPorts });
      await expect(starting).rejects.toThrow(/in use/);
      expect((await fetch(stack.url)).status).toBe(200);
    });
  });

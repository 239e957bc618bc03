import { createSocket } from 'node:dgram';
import { createServer, type Server } from 'node:http';
import { WebSocketServer } from 'ws';
import type { Lab } from './buildLab.ts';

const [appPort, attackerPort, stunPort] = [8100, 8200, 8203];

/** Names by which browser and attack know the two hosts. */
export const appOrigin = `http://localhost:${appPort}`;
export const attackerAddress = `127.0.0.1:${attackerPort}`;

export type Servers = {
  /** Requests that reached the attacker, or that part of the app's host which nobody should ask. */
  hits: string[];
  close(): void;
};

const types: { [ending: string]: string } = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
};
const typeOf = (path: string): string => types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });

const pagesOf = ({ files, frame, openFrame, pageOfFrames, openPage }: Lab): Map<string, string> =>
  new Map([
    ...files,
    ['/frames.html', pageOfFrames],
    ['/open.html', openPage],
    ['/frame-page.html', frame],
    ['/open-frame-page.html', openFrame],
  ]);

const serveApp = (lab: Lab, hits: string[]): Server => {
  const pages = pagesOf(lab);
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', appOrigin);
    if (pathname === '/apphit') hits.push(`app ${request.method} ${request.url}`);
    const text = pages.get(pathname);
    response.writeHead(text === undefined ? 404 : 200, {
      'content-type': typeOf(pathname),
      'cache-control': 'no-store',
    });
    response.end(text ?? 'Not found');
  });
};

const attackerAnswer = (url: string): [type: string, body: string] => {
  if (url.includes('sse')) return ['text/event-stream', 'data: x\n\n'];
  if (url.includes('.png')) return ['image/png', ''];
  return ['text/javascript', url.includes('classic') ? 'self.attacked = 1;' : 'export default 1;'];
};

const serveAttacker = (hits: string[]): Server =>
  createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`);
    const [type, body] = attackerAnswer(request.url ?? '');
    response.writeHead(200, {
      'content-type': type,
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': '*',
    });
    response.end(body);
  });

export const startServers = async (lab: Lab): Promise<Servers> => {
  const hits: string[] = [];
  const [app, attacker] = [serveApp(lab, hits), serveAttacker(hits)];
  new WebSocketServer({ server: attacker }).on('connection', (_socket, { url }) => hits.push(`WebSocket ${url}`));
  const stun = createSocket('udp4').on('message', () => hits.push('STUN'));
  stun.bind(stunPort, '127.0.0.1');
  await Promise.all([listen(app, appPort), listen(attacker, attackerPort)]);
  return {
    hits,
    close: () => {
      for (const server of [app, attacker]) {
        server.close();
        server.closeAllConnections();
      }
      stun.close();
    },
  };
};

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Application } from '../core/application.ts';
import { answerTo } from './routes.ts';

/** Bytes of a request's body. */
const largestBody = 1_000_000;

/** Nobody but this machine reaches it, unless it is told another address to listen at. */
export const startServer = (application: Application, port: number, host = '127.0.0.1'): Promise<Server> => {
  const server = createServer((request, response) => {
    void respond(application, request, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
};

const respond = async (application: Application, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  try {
    const url = addressOf(request);
    const path = url.pathname.split('/').slice(1).map(decodeURIComponent);
    const body = request.method === 'POST' ? await readBody(request) : undefined;
    const { status, value } = await answerTo(application, { method: request.method ?? 'GET', path, url, body });
    write(response, status, value);
  } catch (error) {
    if (error instanceof BadRequest || error instanceof URIError)
      return write(response, 400, { problems: [error.message] });
    console.error(error);
    write(response, 500, { problems: ['Something broke here; the log of the server says what.'] });
  }
};

/** What JSON does not know: positions are bigint, and states may hold maps and sets. */
const asJsonKnows = (_key: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return Number(value);
  return value instanceof Map || value instanceof Set ? [...value] : value;
};

const write = (response: ServerResponse, status: number, value: unknown): void => {
  // A state may be none that JSON knows: that has to show before anything is sent.
  const text = `${JSON.stringify(value, asJsonKnows, 2)}\n`;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(text);
};

class BadRequest extends Error {}

const addressOf = ({ url = '/' }: IncomingMessage): URL => {
  if (!URL.canParse(url, 'http://localhost')) throw new BadRequest('This is no address.');
  return new URL(url, 'http://localhost');
};

/** Pages of other origins can send any text without asking, but not JSON that says so. */
const readBody = async (request: IncomingMessage): Promise<unknown> => {
  if (!/^application\/json\b/u.test(request.headers['content-type'] ?? ''))
    throw new BadRequest('The body should be JSON, with the header content-type: application/json.');
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > largestBody) throw new BadRequest(`The body has more than ${largestBody} bytes.`);
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    throw new BadRequest('The body is no JSON.');
  }
};

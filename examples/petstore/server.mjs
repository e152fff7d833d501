// A pet shop that lives in memory, for the workflow in this folder. `node server.mjs [port]`
import { createServer } from 'node:http';

const key = 'demo-key';
const requestsPerSession = 3;
const looksUntilApproved = 2;

const pets = [
  { id: 1, name: 'Rex', species: 'dog', price: 320 },
  { id: 2, name: 'Bella', species: 'dog', price: 180 },
  { id: 3, name: 'Tom', species: 'cat', price: 90 },
  { id: 4, name: 'Polly', species: 'parrot', price: 650 },
];
/** How many requests each session is still good for. */
const sessions = new Map();
const orders = new Map();
const orderOfKey = new Map();

const routes = [
  { method: 'POST', path: /^\/sessions$/u, answer: createSession, needs: 'key' },
  { method: 'PUT', path: /^\/sessions\/([^/]+)$/u, answer: renewSession, needs: 'key' },
  { method: 'GET', path: /^\/pets$/u, answer: findPets, needs: 'session' },
  { method: 'POST', path: /^\/orders$/u, answer: createOrder, needs: 'session' },
  { method: 'GET', path: /^\/orders\/([^/]+)$/u, answer: getOrder, needs: 'session' },
];

function createSession() {
  const session = `session-${sessions.size + 1}`;
  sessions.set(session, requestsPerSession);
  return { status: 201, body: { session } };
}

function renewSession({ id }) {
  if (!sessions.has(id)) return { status: 404 };
  sessions.set(id, requestsPerSession);
  return { status: 204 };
}

function findPets({ query }) {
  const species = query.get('species');
  const maxPrice = Number(query.get('maxPrice') ?? Infinity);
  const found = pets
    .filter((pet) => pet.species === species && pet.price <= maxPrice)
    .toSorted((left, right) => left.price - right.price);
  return { status: 200, body: { total: found.length, pets: found } };
}

function createOrder({ headers, body }) {
  const { petId } = body;
  if (!pets.some(({ id }) => id === petId)) return { status: 404 };
  const orderId =
    orderOfKey.get(headers['idempotency-key']) ?? `order-${orders.size + 1}`;
  orderOfKey.set(headers['idempotency-key'] ?? orderId, orderId);
  orders.set(orderId, { petId, looks: 0 });
  return { status: 201, body: { orderId, petId, status: 'placed' } };
}

function getOrder({ id }) {
  const order = orders.get(id);
  if (order === undefined) return { status: 404 };
  order.looks += 1;
  const { petId, looks } = order;
  return looks < looksUntilApproved
    ? {
        status: 202,
        headers: { 'retry-after': '1' },
        body: { orderId: id, petId, status: 'placed' },
      }
    : { status: 200, body: { orderId: id, petId, status: 'approved' } };
}

function isAllowed(needs, headers) {
  if (needs === 'key') return headers['x-api-key'] === key;
  const left = sessions.get(headers['x-session']) ?? 0;
  if (left > 0) sessions.set(headers['x-session'], left - 1);
  return left > 0;
}

function answer({ method, url, headers, body }) {
  const { pathname, searchParams: query } = new URL(url, 'http://shop');
  const route = routes.find((each) => each.method === method && each.path.test(pathname));
  if (route === undefined) return { status: 404 };
  if (!isAllowed(route.needs, headers)) return { status: 401 };
  return route.answer({ id: route.path.exec(pathname)[1], query, headers, body });
}

async function readJson(incoming) {
  let text = '';
  for await (const chunk of incoming.setEncoding('utf8')) text += chunk;
  return text === '' ? undefined : JSON.parse(text);
}

const server = createServer((incoming, outgoing) => void respond(incoming, outgoing));

async function respond(incoming, outgoing) {
  const { method, url, headers: sent } = incoming;
  const body = await readJson(incoming).catch(() => undefined);
  const {
    status,
    headers,
    body: content,
  } = answer({ method, url, headers: sent, body: body ?? {} });
  console.log(`${method} ${url} ${status}`);
  outgoing.writeHead(status, { ...headers, 'content-type': 'application/json' });
  outgoing.end(content === undefined ? undefined : JSON.stringify(content));
}

server.listen(Number(process.argv[2] ?? 4020), '127.0.0.1', () =>
  console.log(`The pet shop is open at http://127.0.0.1:${server.address().port}`),
);

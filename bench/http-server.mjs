// An API on HTTP for the benchmarks, in a process of its own. It answers at once.
import { createServer } from 'node:http';

const server = createServer((incoming, outgoing) => {
  const { pathname } = new URL(incoming.url ?? '/', 'http://api');
  incoming.resume();
  incoming.once('end', () => {
    outgoing.setHeader('content-type', 'application/json');
    outgoing.end(
      JSON.stringify({ id: pathname.slice('/items/'.length), status: 'ready' }),
    );
  });
});
server.listen(0, '127.0.0.1', () =>
  process.send({ url: `http://127.0.0.1:${server.address().port}` }),
);

process.on('disconnect', () => process.exit());

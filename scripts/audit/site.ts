import { createServer } from 'node:net';
import { preview } from 'vite';

/** A running server, and what it has been asked since `take` was last called. */
export type Server = { url: string; take: () => { requests: number; bytes: number } };

/** Serves a folder as `npm run preview` does; `configFile` says whether with our headers. */
export async function serve(folder: string, configFile: boolean): Promise<Server> {
  const server = await preview({
    ...(configFile ? {} : { configFile: false, appType: 'mpa' }),
    build: { outDir: folder },
    preview: { port: await freePort(), strictPort: true },
    logLevel: 'warn',
  });
  let requests = 0;
  let bytes = 0;
  // Before the server itself, which may answer at once.
  server.httpServer.prependListener('request', ({ socket }, response) => {
    const before = socket.bytesWritten;
    response.on('close', () => {
      requests++;
      bytes += socket.bytesWritten - before;
    });
  });
  return {
    url: new URL(server.resolvedUrls?.local[0] ?? '').origin,
    take() {
      const taken = { requests, bytes };
      requests = 0;
      bytes = 0;
      return taken;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

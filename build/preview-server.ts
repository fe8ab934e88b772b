import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PreviewServer } from 'vite';
import { headers, headersOf } from './hosts/headers.ts';

/**
 * Makes `vite preview` serve the build as a host does: with our headers, a page's address with or without a slash at
 * its end, and our own page for what does not exist. Vite runs the returned function after adding its own middleware.
 */
export function configurePreviewServer(server: PreviewServer): () => void {
  const { middlewares, config, bindCLIShortcuts } = server;

  // Without the hint about shortcuts, the address is the last line that `npm start` prints.
  server.bindCLIShortcuts = (options) => bindCLIShortcuts({ ...options, print: false });

  middlewares.use((request, response, next) => {
    const { url = '' } = request;
    const path = url.startsWith(config.base) ? url.slice(config.base.length) : '';
    for (const [name, value] of Object.entries(headersOf(path))) response.setHeader(name, value);
    if (path) request.url = config.base + path.replace(/^(\w[\w/-]*)\/(?=\?|$)/, '$1');
    next();
  });

  return () => {
    middlewares.use((request, response, next) => {
      const path = request.url?.split('?')[0] ?? '';
      const folder = resolve(config.root, config.build.outDir);
      if (path.endsWith('.html') && existsSync(join(folder, path))) return next();
      // Not the headers of its folder: a file that is missing now may be there tomorrow.
      response.writeHead(404, { ...headers, 'Content-Type': 'text/html;charset=utf-8' });
      response.end(readFileSync(join(folder, '404.html')));
    });
  };
}

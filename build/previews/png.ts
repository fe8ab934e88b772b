import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

let resvg: Promise<typeof import('@resvg/resvg-wasm')> | undefined;

/** Takes an SVG without texts and a width in pixels, and returns it as PNG. */
export async function toPng(svg: string, width: number): Promise<Uint8Array> {
  // Imported here because only a build draws, while `vite dev` loads this file too. Its WebAssembly module cannot start twice.
  resvg ??= import('@resvg/resvg-wasm').then(async (module) => {
    const { resolve } = createRequire(import.meta.url);
    await module.initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')));
    return module;
  });
  const drawing = new (await resvg).Resvg(svg, { fitTo: { mode: 'width', value: width } });
  const image = drawing.render();
  const png = image.asPng();
  image.free();
  drawing.free();
  return png;
}

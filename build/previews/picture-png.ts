import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { encode } from 'fast-png';

let started: Promise<void> | undefined;

/** Makes `toPng` ready. The renderer refuses to be started twice in one process. */
export function startRenderer(): Promise<void> {
  started ??= readFile(
    createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'),
  ).then(initWasm);
  return started;
}

/** The drawing in pixels. Nothing in it may need a font: its letters are shapes. */
export function toPng(svg: string): Uint8Array {
  const drawing = new Resvg(svg, { font: { loadSystemFonts: false } });
  const image = drawing.render();
  try {
    const { pixels, width, height } = image;
    return inFewColours(pixels, width, height) ?? image.asPng();
  } finally {
    image.free();
    drawing.free();
  }
}

/** The same picture in a third of the bytes: text on a plain ground has far fewer than 256 colours. */
function inFewColours(pixels: Uint8Array, width: number, height: number): Uint8Array | undefined {
  const view = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const indices = new Map<number, number>();
  const data = new Uint8Array(width * height);
  let last = -1;
  let index = 0;
  for (let at = 0; at < data.length; at += 1) {
    const colour = view.getUint32(at * 4);
    // Most pixels are like the one before: looking each up would take longer than all the rest.
    if (colour !== last) {
      last = colour;
      index = indices.get(colour) ?? indices.size;
      indices.set(colour, index);
    }
    data[at] = index;
  }
  if (indices.size > 256) {
    return undefined;
  }
  const palette = [...indices.keys()].map((colour) => [
    colour >>> 24,
    (colour >>> 16) & 255,
    (colour >>> 8) & 255,
  ]);
  return encode({ width, height, data, depth: 8, channels: 1, palette }, { zlib: { level: 6 } });
}

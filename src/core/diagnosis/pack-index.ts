import { Anchors } from './anchors';
import { type Rule, readPack } from './pack';
import { Respelling } from './respelling';
import type { Stream } from './stream';

/** A pack of rules made ready for diagnosis. */
export type PackIndex = ReturnType<typeof indexPack>;

/** Makes a pack of rules ready. */
export function indexPack(rules: readonly Rule[]) {
  const pack = readPack(rules);
  return { pack, anchors: new Anchors(pack), respelling: new Respelling(pack) };
}

/** The stretch of a text that is being diagnosed. */
export interface Section {
  /** The whole text. */
  text: string;
  stream: Stream;
  /** Per word its hash, or that of the word of the pack that it may be a misspelling of. */
  hashes: Int32Array;
  /** How many steps of comparison are left; each word read earns some. */
  budget: { steps: number };
}

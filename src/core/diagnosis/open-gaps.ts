import { NONE } from './trie';

/**
 * The gaps that are open in a line, each with the place where its value begins and the one where its pattern started; found
 * by their state. To forget them takes no time: of the hash table only what points at an open gap that points back is valid.
 */
export class OpenGaps {
  /** How many there are. They are numbered in the order in which they were opened. */
  count = 0;
  /** Per gap its state, the word after which its value begins, and the word at which its pattern started. */
  states = new Int32Array(256);
  since = new Int32Array(256);
  starts = new Int32Array(256);
  private slotOf = new Int32Array(256);
  private table = new Int32Array(512);

  /** Closes all. */
  clear(): void {
    this.count = 0;
  }

  /** The number of the gap with this state, or `NONE` if it is not open. */
  find(state: number): number {
    const gap = this.table[this.slot(state)] as number;
    return gap < this.count && this.states[gap] === state ? gap : NONE;
  }

  /** Opens a gap that is not open, and returns its number. */
  open(state: number): number {
    if (this.count === this.states.length) this.grow();
    const gap = this.count;
    this.place(state, gap);
    this.count++;
    return gap;
  }

  private place(state: number, gap: number): void {
    const slot = this.slot(state);
    this.table[slot] = gap;
    this.slotOf[gap] = slot;
    this.states[gap] = state;
  }

  /** Where in the table the gap with this state is, or would be. */
  private slot(state: number): number {
    const mask = this.table.length - 1;
    for (let slot = Math.imul(state, 0x9e3779b1) >>> 15; ; slot++) {
      const gap = this.table[slot & mask] as number;
      const taken = gap < this.count && this.slotOf[gap] === (slot & mask);
      if (!taken || this.states[gap] === state) return slot & mask;
    }
  }

  private grow(): void {
    const { count } = this;
    this.states = doubled(this.states);
    this.since = doubled(this.since);
    this.starts = doubled(this.starts);
    this.slotOf = doubled(this.slotOf);
    this.table = new Int32Array(this.table.length * 2);
    for (this.count = 0; this.count < count; this.count++) {
      this.place(this.states[this.count] as number, this.count);
    }
  }
}

/** A list of twice the length that begins with the same integers. */
export function doubled(list: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(list.length * 2);
  grown.set(list);
  return grown;
}

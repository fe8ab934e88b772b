/** A growing list of 32-bit integers: what `number[]` is, at a quarter of the memory and without boxing. */
export class IntList {
  /** The backing store; only the first `length` entries are the list's. */
  data: Int32Array;
  length = 0;

  constructor(capacity = 16) {
    this.data = new Int32Array(capacity);
  }

  /** Appends one integer. */
  push(value: number): void {
    if (this.length === this.data.length) {
      const grown = new Int32Array(this.data.length * 2);
      grown.set(this.data);
      this.data = grown;
    }
    this.data[this.length++] = value;
  }

  /** The integer at `index`; the caller keeps it below `length`. */
  at(index: number): number {
    return this.data[index] as number;
  }
}

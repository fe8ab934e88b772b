/**
 * A growing table of integers, one record after the other. What is asked of one record together stands together in memory:
 * in a large pack time goes into fetching, and a fetch brings 64 bytes.
 */
export class Records {
  /** The backing store; only the first `length` records are the table's. */
  data: Int32Array;
  length = 0;

  /** @param width how many fields a record has */
  constructor(
    readonly width: number,
    capacity: number,
  ) {
    this.data = new Int32Array(capacity * width);
  }

  /** Appends a record of zeros and returns the place of its first field in `data`. */
  add(): number {
    const at = this.length++ * this.width;
    if (at === this.data.length) {
      const grown = new Int32Array(this.data.length * 2);
      grown.set(this.data);
      this.data = grown;
    }
    return at;
  }

  /** One field of all records. */
  column(field: number): Column {
    return new Column(this, field);
  }
}

/** One field of all records of a table. */
export class Column {
  private readonly width: number;

  constructor(
    private readonly records: Records,
    private readonly field: number,
  ) {
    this.width = records.width;
  }

  /** How many records there are. */
  get length(): number {
    return this.records.length;
  }

  /** The field of the record at `index`; the caller keeps it below `length`. */
  at(index: number): number {
    return this.records.data[index * this.width + this.field] as number;
  }
}

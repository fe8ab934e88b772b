import type { Pattern, Patterns } from './pattern';

/** No node, no pattern. */
export const NONE = -1;

/** Patterns of more than one rule. */
export const SEVERAL = -2;

/**
 * A node is a record of so many integers. Behind each word's node stands that of its gap, used or not: what is asked of
 * both at once is in one line of the processor's cache.
 */
const SIZE = 8;
/** For a gap, what `Walk` notes of it. */
const FROM = 0;
/** For a gap, the word that leads on from it, if it is only one. */
const WORD = 1;
const FIRST = 2;
const EDGES = 3;
const NEXT = 4;
const PATTERN = 5;
const ONLY = 6;
/** A bit for each word that leads on from the node: most words that do not are told from this record alone. */
const MASK = 7;

/**
 * The patterns' words as a tree, so that signatures which begin alike are followed together. Each node but a gap is
 * reached by one word, from one other node or as a root. A *gap* below a node stands for a value, and the words that may
 * follow the value lead on from the gap, itself a node. Values at a pattern's start and end are not in the tree: they
 * reach to the line's edge and need no search.
 */
export class Trie {
  /** For each word the node it leads to from the root. */
  readonly roots: Int32Array;
  /** For each pattern the next one whose words end at the same node. */
  readonly nextPattern: Int32Array;
  private size = 0;
  private readonly nodes: Int32Array;
  /** Hash table from a node and a word to the node that the word leads to. */
  private readonly table: Int32Array;

  constructor(private readonly patterns: Patterns) {
    // No word makes more than one node and its gap.
    const words = patterns.wordIds.length;
    this.nodes = new Int32Array(words * 2 * SIZE);
    let slots = 16;
    while (slots < words * 2) slots *= 2;
    this.table = new Int32Array(slots).fill(NONE);
    this.roots = new Int32Array(patterns.vocabulary.size).fill(NONE);
    this.nextPattern = new Int32Array(patterns.all.length).fill(NONE);
    for (let number = 0; number < patterns.all.length; number++) {
      this.insert(number, patterns.all[number] as Pattern);
    }
  }

  /** The node that `word` leads to from `node`, or `NONE`. */
  follow(node: number, word: number): number {
    const { nodes, table } = this;
    if (((nodes[node * SIZE + MASK] as number) & (1 << word)) === 0) return NONE;
    const mask = table.length - 1;
    for (let slot = hash(node, word) & mask; ; slot = (slot + 1) & mask) {
      const to = table[slot] as number;
      if (to === NONE) return NONE;
      if (nodes[to * SIZE + FROM] === node && nodes[to * SIZE + WORD] === word) return to;
    }
  }

  /** The word that leads to a node; for a gap from which only one word leads on, that one. */
  wordOf(node: number): number {
    return this.nodes[node * SIZE + WORD] as number;
  }

  /** The gap of a node, if a value may follow. */
  gapOf(node: number): number {
    return this.firstFrom(node + 1) === NONE ? NONE : node + 1;
  }

  /** The number noted for a gap, at first 0. */
  noteOf(gap: number): number {
    return this.nodes[gap * SIZE + FROM] as number;
  }

  /** Notes a number for a gap. */
  setNote(gap: number, note: number): void {
    this.nodes[gap * SIZE + FROM] = note;
  }

  /** The first of the nodes that words lead to from `node`; the others follow by `nextAfter`. */
  firstFrom(node: number): number {
    return this.nodes[node * SIZE + FIRST] as number;
  }

  /** The next node with the same origin. */
  nextAfter(node: number): number {
    return this.nodes[node * SIZE + NEXT] as number;
  }

  /** How many words lead on from a node. */
  edgesOf(node: number): number {
    return this.nodes[node * SIZE + EDGES] as number;
  }

  /** The first pattern whose words end at a node; the others follow in `nextPattern`. */
  patternAt(node: number): number {
    return this.nodes[node * SIZE + PATTERN] as number;
  }

  /** One of the patterns at or below a node if all of them are of one rule, or `SEVERAL`. */
  onlyPattern(node: number): number {
    return this.nodes[node * SIZE + ONLY] as number;
  }

  private insert(number: number, pattern: Pattern): void {
    if (pattern.firstWord === pattern.endWord) return;
    const { nodes } = this;
    const { wordIds, wordSegments } = this.patterns;
    let node = NONE;
    for (let word = pattern.firstWord; word < pattern.endWord; word++) {
      const id = wordIds.at(word);
      if (node === NONE) {
        node = this.roots[id] as number;
        if (node === NONE) {
          node = this.add(NONE, id);
          this.roots[id] = node;
        }
      } else {
        if (wordSegments.at(word) !== wordSegments.at(word - 1)) {
          node++;
          nodes[node * SIZE + WORD] = id;
          this.pass(node, number, pattern);
        }
        const next = this.follow(node, id);
        node = next === NONE ? this.addEdge(node, id) : next;
      }
      this.pass(node, number, pattern);
    }
    this.nextPattern[number] = this.patternAt(node);
    nodes[node * SIZE + PATTERN] = number;
  }

  /** Notes that a pattern is at or below a node. */
  private pass(node: number, number: number, pattern: Pattern): void {
    const only = this.onlyPattern(node);
    if (only === NONE) this.nodes[node * SIZE + ONLY] = number;
    else if (only !== SEVERAL && (this.patterns.all[only] as Pattern).rule !== pattern.rule) {
      this.nodes[node * SIZE + ONLY] = SEVERAL;
    }
  }

  private add(from: number, word: number): number {
    const { nodes } = this;
    const node = this.size;
    this.size += 2;
    const at = node * SIZE;
    nodes.fill(NONE, at, at + 2 * SIZE);
    nodes[at + FROM] = from;
    nodes[at + WORD] = word;
    nodes[at + EDGES] = 0;
    nodes[at + SIZE + FROM] = 0;
    nodes[at + SIZE + EDGES] = 0;
    nodes[at + MASK] = 0;
    nodes[at + SIZE + MASK] = 0;
    return node;
  }

  private addEdge(from: number, word: number): number {
    const { nodes, table } = this;
    const node = this.add(from, word);
    nodes[node * SIZE + NEXT] = this.firstFrom(from);
    nodes[from * SIZE + FIRST] = node;
    nodes[from * SIZE + EDGES] = this.edgesOf(from) + 1;
    nodes[from * SIZE + MASK] = (nodes[from * SIZE + MASK] as number) | (1 << word);
    const mask = table.length - 1;
    let slot = hash(from, word) & mask;
    while (table[slot] !== NONE) slot = (slot + 1) & mask;
    table[slot] = node;
    return node;
  }
}

function hash(node: number, word: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

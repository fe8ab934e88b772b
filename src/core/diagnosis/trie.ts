import { IntList } from './int-list';
import type { Pattern, Patterns } from './pattern';

/** No node, no pattern. */
export const NONE = -1;

/** Patterns of more than one rule. */
export const SEVERAL = -2;

/**
 * The patterns' words as a tree, so that signatures which begin alike are followed together. An edge is one word; a
 * *gap* below a node stands for a value, and the words that may follow the value are the edges of the gap, itself a
 * node. Values at a pattern's start and end are not in the tree: they reach to the line's edge and need no search.
 */
export class Trie {
  /** For each word the node it leads to from the root. */
  readonly roots: Int32Array;
  /** For each node its gap, if a value may follow. */
  readonly gaps: IntList;
  /** For each node the first pattern whose words end here; the others follow in `nextPattern`. */
  readonly firstPattern: IntList;
  readonly nextPattern: Int32Array;
  /** For each node one of the patterns at or below it. */
  readonly anyPattern: IntList;
  /** For each node the rule of all patterns at or below it, or `SEVERAL`. */
  readonly onlyRule: IntList;
  /** The edges of each gap, as a chain: its first edge, the edge after each edge, the edge's word and its node. */
  readonly firstEdge: IntList;
  readonly nextEdge: IntList;
  readonly edgeWord: IntList;
  readonly edgeNode: IntList;
  /** For each node how many edges it has. */
  readonly edgeCount: IntList;
  /** Hash table from node and word to edge. */
  private table: Int32Array;
  private readonly edgeFrom: IntList;

  constructor(patterns: Patterns) {
    // There are about as many nodes and edges as words: room for them at once saves growing.
    const words = Math.max(16, patterns.wordIds.length);
    this.gaps = new IntList(words);
    this.firstPattern = new IntList(words);
    this.anyPattern = new IntList(words);
    this.onlyRule = new IntList(words);
    this.firstEdge = new IntList(words);
    this.nextEdge = new IntList(words);
    this.edgeWord = new IntList(words);
    this.edgeNode = new IntList(words);
    this.edgeCount = new IntList(words);
    this.edgeFrom = new IntList(words);
    let slots = 2048;
    while (slots < words * 2) slots *= 2;
    this.table = new Int32Array(slots).fill(NONE);
    this.roots = new Int32Array(patterns.vocabulary.size).fill(NONE);
    this.nextPattern = new Int32Array(patterns.all.length).fill(NONE);
    for (let number = 0; number < patterns.all.length; number++) {
      this.insert(patterns, number, patterns.all[number] as Pattern);
    }
  }

  /** The node that `word` leads to from `node`, or `NONE`. */
  follow(node: number, word: number): number {
    const mask = this.table.length - 1;
    for (let slot = hash(node, word) & mask; ; slot = (slot + 1) & mask) {
      const edge = this.table[slot] as number;
      if (edge === NONE) return NONE;
      if (this.edgeFrom.data[edge] === node && this.edgeWord.data[edge] === word) {
        return this.edgeNode.data[edge] as number;
      }
    }
  }

  private insert(patterns: Patterns, number: number, pattern: Pattern): void {
    if (pattern.firstWord === pattern.endWord) return;
    let node = NONE;
    for (let word = pattern.firstWord; word < pattern.endWord; word++) {
      const id = patterns.wordIds.at(word);
      if (node === NONE) {
        node = this.roots[id] as number;
        if (node === NONE) {
          node = this.addNode();
          this.roots[id] = node;
        }
        this.pass(node, number, pattern);
        continue;
      }
      if (patterns.wordSegments.at(word) !== patterns.wordSegments.at(word - 1)) {
        let gap = this.gaps.at(node);
        if (gap === NONE) {
          gap = this.addNode();
          this.gaps.data[node] = gap;
        }
        node = gap;
        this.pass(node, number, pattern);
      }
      const next = this.follow(node, id);
      node = next === NONE ? this.addEdge(node, id) : next;
      this.pass(node, number, pattern);
    }
    this.nextPattern[number] = this.firstPattern.at(node);
    this.firstPattern.data[node] = number;
  }

  /** Notes that a pattern is at or below a node. */
  private pass(node: number, number: number, pattern: Pattern): void {
    const rule = this.onlyRule.at(node);
    if (rule === NONE) {
      this.onlyRule.data[node] = pattern.rule;
      this.anyPattern.data[node] = number;
    } else if (rule !== pattern.rule) {
      this.onlyRule.data[node] = SEVERAL;
    }
  }

  private addNode(): number {
    this.anyPattern.push(NONE);
    this.onlyRule.push(NONE);
    this.gaps.push(NONE);
    this.firstPattern.push(NONE);
    this.firstEdge.push(NONE);
    this.edgeCount.push(0);
    return this.gaps.length - 1;
  }

  private addEdge(from: number, word: number): number {
    const node = this.addNode();
    const edge = this.edgeNode.length;
    this.edgeNode.push(node);
    this.edgeWord.push(word);
    this.edgeFrom.push(from);
    this.nextEdge.push(this.firstEdge.at(from));
    this.firstEdge.data[from] = edge;
    this.edgeCount.data[from] = this.edgeCount.at(from) + 1;
    if (edge * 2 >= this.table.length) this.grow();
    else this.place(edge);
    return node;
  }

  private place(edge: number): void {
    const mask = this.table.length - 1;
    let slot = hash(this.edgeFrom.at(edge), this.edgeWord.at(edge)) & mask;
    while (this.table[slot] !== NONE) slot = (slot + 1) & mask;
    this.table[slot] = edge;
  }

  private grow(): void {
    this.table = new Int32Array(this.table.length * 2).fill(NONE);
    for (let edge = 0; edge < this.edgeNode.length; edge++) this.place(edge);
  }
}

function hash(node: number, word: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

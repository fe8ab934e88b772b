import type { IntList } from './int-list';
import type { Patterns } from './pattern';
import { Records } from './records';

/** No state, no edge, no pattern. */
export const NONE = -1;

/** Patterns of more than one rule. */
export const SEVERAL = -2;

/** So many nodes below a pattern's end are looked at, and so many patterns told, see `longerThan`. */
const MOST_BELOW = 16;

/** Fields of a node, and of the gap behind it, which is the next record: a bit for each word that leads on from it. */
const MASK = 0;
const ONLY = 1;
/** The first of the patterns that end there. */
const PATTERN = 2;
/** The first of the edges that lead on from it, and how many there are. */
const EDGE = 3;
const EDGES = 4;
const NODE = 5;

/** Fields of an edge: whence it leads, by which word, and where to. */
const FROM = 0;
const WORD = 1;
const TO = 2;
const WIDTH = 3;

/**
 * The patterns' words as a tree, so that signatures which begin alike are followed together. What the walk stands at is a
 * *state*: a node of the tree, or, where no other pattern is left, a word of the only one, which tells itself what
 * follows. So only what patterns share makes nodes. Of a hundred thousand patterns these are few enough to stay near the
 * processor.
 *
 * The number after a state's is that of its *gap*. It stands for a value, and the words that may follow the value lead on
 * from it. Values at a pattern's start and end are not in the tree: they reach to the line's edge and need no search.
 */
export class Trie {
  /** For each word the state it leads to from the root. */
  readonly roots: Int32Array;
  /** For each pattern the next one whose words end at the same node. */
  readonly nextPattern: Int32Array;
  /** For each pattern the node where its words end, or `NONE` if no other pattern passes there. */
  private readonly endNodes: Int32Array;
  private readonly nodes = new Records(NODE, 1024);
  /** The edges, those from one state side by side. */
  private readonly edges: Records;
  /** Hash table of edges, by whence they lead and by which word. */
  private table: Int32Array;
  /** The state of the pack's first word; states before it are nodes. */
  private readonly firstWord: number;

  constructor(private readonly patterns: Patterns) {
    const { count, vocabulary, wordIds } = patterns;
    // No word of a pattern makes more than one node and its gap.
    this.firstWord = 2 * wordIds.length;
    this.edges = new Records(WIDTH, Math.max(16, count));
    let slots = 16;
    while (slots < 2 * count) slots *= 2;
    this.table = new Int32Array(slots).fill(NONE);
    this.roots = new Int32Array(vocabulary.size).fill(NONE);
    this.nextPattern = new Int32Array(count).fill(NONE);
    this.endNodes = new Int32Array(count).fill(NONE);
    for (let number = 0; number < count; number++) this.insert(number);
    this.gather();
  }

  /** The state that `word` leads to from a state or gap, or `NONE`. */
  follow(state: number, word: number): number {
    if (state < this.firstWord) {
      // Most words that lead nowhere are told from the node alone.
      if ((this.ofNode(state, MASK) & (1 << word)) === 0) return NONE;
      const edge = this.find(state, word);
      return edge === NONE ? NONE : this.targetOf(edge);
    }
    const place = this.placeOf(state);
    if (isGap(state)) return this.wordAfter(state) === word ? state + 1 : NONE;
    const { patterns } = this;
    return patterns.isJoined(place) && patterns.wordIds.at(place + 1) === word ? state + 2 : NONE;
  }

  /** The gap of a state, if a value may follow. */
  gapOf(state: number): number {
    if (state < this.firstWord) return this.ofNode(state + 1, EDGES) > 0 ? state + 1 : NONE;
    const place = this.placeOf(state);
    return !this.patterns.isJoined(place) && !this.isLast(place) ? state + 1 : NONE;
  }

  /** How many words lead on from a gap. */
  edgesOf(gap: number): number {
    return gap < this.firstWord ? this.ofNode(gap, EDGES) : 1;
  }

  /** The first of the edges that lead on from a node's gap, the others follow it; `NONE` if it is no node's. */
  firstEdge(gap: number): number {
    return gap < this.firstWord ? this.ofNode(gap, EDGE) : NONE;
  }

  /** The word by which an edge leads on. */
  wordOf(edge: number): number {
    return this.edges.data[edge * WIDTH + WORD] as number;
  }

  /** The state that an edge leads to. */
  targetOf(edge: number): number {
    return this.edges.data[edge * WIDTH + TO] as number;
  }

  /** The word that leads on from a gap that is no node's; it leads to the state next in number. */
  wordAfter(gap: number): number {
    return this.patterns.wordIds.at(this.placeOf(gap) + 1);
  }

  /** The first pattern whose words end at a state; the others follow in `nextPattern`. */
  patternAt(state: number): number {
    if (state < this.firstWord) return this.ofNode(state, PATTERN);
    const place = this.placeOf(state);
    return this.isLast(place) ? this.patterns.wordOwners.at(place) : NONE;
  }

  /** One of the patterns at or below a state if all of them are of one rule, or `SEVERAL`. */
  onlyPattern(state: number): number {
    if (state < this.firstWord) return this.ofNode(state, ONLY);
    return this.patterns.wordOwners.at(this.placeOf(state));
  }

  /**
   * Appends to `into` patterns whose words begin with all words of a pattern and go on: the nearest ones, a bounded number.
   */
  longerThan(number: number, into: IntList): void {
    const node = this.endNodes[number] as number;
    if (node === NONE) return;
    const open = [node];
    for (let looked = 0; looked < open.length && looked < MOST_BELOW; looked++) {
      const at = open[looked] as number;
      for (let record = at; record <= at + 1; record++) {
        const first = this.ofNode(record, EDGE);
        const count = Math.min(this.ofNode(record, EDGES), MOST_BELOW);
        for (let edge = first; edge < first + count && into.length < MOST_BELOW; edge++) {
          const state = this.targetOf(edge);
          const ending = state < this.firstWord ? this.patternAt(state) : this.onlyPattern(state);
          if (ending !== NONE) into.push(ending);
          if (state < this.firstWord) open.push(state);
        }
      }
    }
  }

  private insert(number: number): void {
    const { wordIds } = this.patterns;
    const { firstWord, endWord } = this.patterns.at(number);
    if (firstWord === endWord) return;
    let state = this.roots[wordIds.at(firstWord)] as number;
    if (state === NONE) {
      this.roots[wordIds.at(firstWord)] = this.stateOf(firstWord);
      return;
    }
    let edge = NONE;
    for (let place = firstWord; ; place++) {
      if (state >= this.firstWord) {
        state = this.share(state);
        if (edge === NONE) this.roots[wordIds.at(place)] = state;
        else this.edges.data[edge * WIDTH + TO] = state;
      }
      this.pass(state, number);
      if (place + 1 === endWord) {
        this.nextPattern[number] = this.patternAt(state);
        this.nodes.data[state * NODE + PATTERN] = number;
        this.endNodes[number] = state;
        return;
      }
      if (!this.patterns.isJoined(place)) this.pass(++state, number);
      edge = this.find(state, wordIds.at(place + 1));
      if (edge === NONE) {
        this.add(state, place + 1);
        return;
      }
      state = this.targetOf(edge);
    }
  }

  /** Makes a node of the state of a pattern's word, for another pattern passes there too. */
  private share(state: number): number {
    const place = this.placeOf(state);
    const number = this.patterns.wordOwners.at(place);
    const node = this.nodes.length;
    for (let record = node; record <= node + 1; record++) {
      const at = this.nodes.add();
      this.nodes.data[at + ONLY] = NONE;
      this.nodes.data[at + PATTERN] = NONE;
    }
    this.pass(node, number);
    if (this.isLast(place)) {
      this.nodes.data[node * NODE + PATTERN] = number;
      this.endNodes[number] = node;
    } else if (this.patterns.isJoined(place)) {
      this.add(node, place + 1);
    } else {
      this.pass(node + 1, number);
      this.add(node + 1, place + 1);
    }
    return node;
  }

  /** Notes that a pattern is at or below a node or its gap. */
  private pass(node: number, number: number): void {
    const { patterns } = this;
    const only = this.ofNode(node, ONLY);
    if (only === NONE) this.nodes.data[node * NODE + ONLY] = number;
    else if (only !== SEVERAL && patterns.ruleOf(only) !== patterns.ruleOf(number)) {
      this.nodes.data[node * NODE + ONLY] = SEVERAL;
    }
  }

  /** Adds the edge from a node or its gap to a word of a pattern. */
  private add(from: number, place: number): void {
    const word = this.patterns.wordIds.at(place);
    const { data } = this.nodes;
    const node = from * NODE;
    data[node + MASK] = (data[node + MASK] as number) | (1 << word);
    const edge = this.edges.length;
    const at = this.edges.add();
    this.edges.data[at + FROM] = from;
    this.edges.data[at + WORD] = word;
    this.edges.data[at + TO] = this.stateOf(place);
    data[node + EDGES] = (data[node + EDGES] as number) + 1;
    if (edge * 2 < this.table.length) this.table[this.slotOf(from, word)] = edge;
    else this.fill(this.table.length * 2);
  }

  /** Fills a new hash table. */
  private fill(slots: number): void {
    const { data, length } = this.edges;
    this.table = new Int32Array(slots).fill(NONE);
    for (let edge = 0; edge < length; edge++) {
      const at = edge * WIDTH;
      this.table[this.slotOf(data[at + FROM] as number, data[at + WORD] as number)] = edge;
    }
  }

  /** Brings the edges from one state together, the last added first. */
  private gather(): void {
    const { data } = this.nodes;
    let sum = 0;
    for (let node = 0; node < this.nodes.length; node++) {
      sum += this.ofNode(node, EDGES);
      data[node * NODE + EDGE] = sum;
    }
    const added = this.edges.data;
    const gathered = new Int32Array(sum * WIDTH);
    for (let edge = 0; edge < sum; edge++) {
      const from = (added[edge * WIDTH + FROM] as number) * NODE + EDGE;
      const place = (data[from] as number) - 1;
      data[from] = place;
      for (let field = 0; field < WIDTH; field++) {
        gathered[place * WIDTH + field] = added[edge * WIDTH + field] as number;
      }
    }
    this.edges.data = gathered;
    this.fill(this.table.length);
  }

  /** The edge by which `word` leads on from a node or its gap, or `NONE`. */
  private find(from: number, word: number): number {
    return this.table[this.slotOf(from, word)] as number;
  }

  /** Where in the table an edge is, or would be. */
  private slotOf(from: number, word: number): number {
    const { data } = this.edges;
    const mask = this.table.length - 1;
    for (let slot = hash(from, word) & mask; ; slot = (slot + 1) & mask) {
      const edge = this.table[slot] as number;
      if (edge === NONE) return slot;
      if (data[edge * WIDTH + FROM] === from && data[edge * WIDTH + WORD] === word) return slot;
    }
  }

  private ofNode(node: number, field: number): number {
    return this.nodes.data[node * NODE + field] as number;
  }

  /** The state of a word of `Patterns`, by index in its word arrays. */
  private stateOf(place: number): number {
    return this.firstWord + 2 * place;
  }

  private placeOf(state: number): number {
    return (state - this.firstWord) >> 1;
  }

  /** Whether a word is its pattern's last one. */
  private isLast(place: number): boolean {
    const { wordOwners } = this.patterns;
    return place + 1 === wordOwners.length || wordOwners.at(place) !== wordOwners.at(place + 1);
  }
}

function isGap(state: number): boolean {
  return (state & 1) === 1;
}

function hash(from: number, word: number): number {
  const mixed = Math.imul(from, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

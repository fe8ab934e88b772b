import type { Patterns } from './pattern';
import type { RareIndex } from './rare-index';
import { hashWord } from './vocabulary';

/**
 * Words that messages of every kind are made of. They say little about which message it is, even where a small pack
 * holds each of them only once.
 */
const ORDINARY =
  'a about access action add added after again all allowed already also an and another any are argument as at available ' +
  'bad be because been before being but by call called can cannot change check class client close closed code command ' +
  'complete completed connect connected connection contact could create created current data database default delete ' +
  'deleted denied did directory do does done down due during either empty end error errors event exception execute exist ' +
  'existing exists expected expired failed failure fatal field fields file files first following for format found from function get had ' +
  'has have host how http if ignored in incorrect info information input internal into invalid is it item its job key ' +
  'last length line list load loading local log login long longer make match may message method missing mode module more ' +
  'must name need needs new next no none not now null number object occurred of off ok old on one only open operation ' +
  'option or other our out output own parameter parse password path permission please port process processing property ' +
  'provided query read received record reference refused remote remove removed request required resource response ' +
  'result retry return returned run running save see send sending sent server service session set should show size so ' +
  'some something specified start started state status step still stop stopped string success successful successfully ' +
  'such support supported system table task test than that the their them then there these they this time timeout to too ' +
  'try trying type unable undefined unexpected unknown unsupported up update updated use used user using valid value ' +
  'values version wait waiting warning was we were what when where which while will with within without write wrong yes ' +
  'you your am he her his how my she us who why way went put let run ran got hot lot nor not old odd far few ago day man ' +
  'men two ten six big bit box car cut eat eye fit fix fun hit job led map met mix net pay per pin raw red row sit sum ' +
  'tag tax top via war web win';

const ordinary = new Set<number>();
for (const word of ORDINARY.split(' ')) ordinary.add(hashOf(word));

function hashOf(word: string): number {
  const chars = new Uint16Array(word.length);
  for (let i = 0; i < word.length; i++) chars[i] = word.charCodeAt(i);
  return hashWord(chars, 0, chars.length);
}

/** Whether the folded characters `from` to `to` are a word that messages of every kind are made of. */
export function isOrdinary(chars: Uint16Array, from: number, to: number): boolean {
  return ordinary.has(hashWord(chars, from, to));
}

const ORDINARY_BITS = 2;
const MOST_BITS = 12;
const WEAK_BITS = 5;
/** So many imagined patterns, a fifth of which hold the word, keep a small pack from making every word look rare. */
const PRIOR = 50;

/**
 * How much each word of a pack tells, in bits, that is how surprising it is to meet it. Two guesses, of which the higher
 * holds: one that needs no corpus (an ordinary word tells little, any other the more the longer it is), and one from
 * the pack itself, which is a corpus of its field if it is large: the fewer patterns hold a word, the more it tells.
 */
export class Rarity {
  private readonly bits: Float32Array;

  constructor(private readonly patterns: Patterns) {
    this.bits = new Float32Array(patterns.vocabulary.size);
  }

  /**
   * Whether a word of a pattern is a poor place to start a comparison from: it tells little, stands alone between values,
   * and the pattern has at least two better ones.
   */
  isWeak(word: number, index: RareIndex): boolean {
    if (!this.standsAlone(word) || this.ofWord(word, index) > WEAK_BITS) return false;
    const pattern = this.patterns.at(this.patterns.wordOwners.at(word));
    let better = 0;
    for (let other = pattern.firstWord; other < pattern.endWord && better < 2; other++) {
      if (!index.isRare(this.patterns.wordIds.at(other))) continue;
      if (!this.standsAlone(other) || this.ofWord(other, index) > WEAK_BITS) better++;
    }
    return better === 2;
  }

  private standsAlone(word: number): boolean {
    return !this.patterns.isJoined(word - 1) && !this.patterns.isJoined(word);
  }

  /** The bits of one word of `Patterns`, by index in its word arrays. */
  ofWord(word: number, index: RareIndex): number {
    const { patterns, bits } = this;
    const id = patterns.wordIds.at(word);
    if (bits[id] === 0) {
      const start = patterns.wordStarts.at(word);
      const end = patterns.wordEnds.at(word);
      const ordinary = isOrdinary(patterns.literals.chars, start, end);
      const general = ordinary ? ORDINARY_BITS : 2 + end - start;
      const special = Math.log2((patterns.count + PRIOR) / (index.countOf(id) + PRIOR / 5));
      bits[id] = Math.min(MOST_BITS, Math.max(general, special));
    }
    return bits[id] as number;
  }
}

import type { Anchors } from './anchors';
import { classOf, IDEOGRAPH } from './characters';
import type { Pack } from './pack';
import { Reader } from './stream';

/** Words that messages of every kind are made of. They say little, even where a small pack holds each of them only once. */
const ORDINARY =
  'a about access action add added after again all allowed already also an and another any are argument as at available ' +
  'bad be because been before being but by call called can cannot change check class client close closed code collection command ' +
  'complete completed connect connected connection contact could create created current data database default delete ' +
  'deleted denied did directory do does done down due during either empty end error errors event exception execute exist ' +
  'existing exists expected expired failed failure fatal field fields file files first following for format found from function get had ' +
  'has have host how http if ignored in incorrect info information input instead internal into invalid is it item its job key ' +
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

const { wordHashes, words } = new Reader().read(ORDINARY, 0, ORDINARY.length);
const hashes = new Set(wordHashes.subarray(0, words));

/** Whether a word is one that messages of every kind are made of. */
export function isOrdinary(hash: number): boolean {
  return hashes.has(hash);
}

/** `UNTOLD_BITS` for a word in a script of which no ordinary words are known: one or two of them tell nothing. */
const [ORDINARY_BITS, UNTOLD_BITS, MAX_BITS] = [2, 2.5, 12];
/** So many imagined patterns, a fifth of which hold the word, keep a small pack from making every word look rare. */
const PRIOR = 50;

/** How much a word of the pack tells, in bits. Of two guesses the higher holds: one needs no corpus, one takes the pack for it. */
export function bitsOf(pack: Pack, anchors: Anchors, word: number): number {
  const hash = pack.wordHashes[word] as number;
  const first = pack.stream.chars[pack.wordStarts[word] as number] as number;
  const length = (pack.wordEnds[word] as number) - (pack.wordStarts[word] as number);
  const general = isOrdinary(hash) ? ORDINARY_BITS : first < 0x370 ? 2 + length : UNTOLD_BITS;
  const special = Math.log2((pack.count + PRIOR) / (anchors.timesOf(hash) + PRIOR / 5));
  // A word of what is written without spaces has some six letters in Thai, four in kana, two in Chinese.
  const letters = classOf(first) !== IDEOGRAPH ? 1 : first < 0x3000 ? 6 : first < 0x3400 ? 4 : 2;
  return Math.min(MAX_BITS, Math.max(general, special)) / letters;
}

import { describe, expect, it } from 'vitest';
import { OpenGaps } from '../../../src/core/diagnosis/open-gaps';
import { NONE } from '../../../src/core/diagnosis/trie';

describe('the open gaps of a line', () => {
  it('are found by their state, however many they are', () => {
    const gaps = new OpenGaps();
    const states = Array.from({ length: 5000 }, (_, i) => i * 1024 + 1);
    const numbers = states.map((state) => gaps.open(state));
    expect(states.map((state) => gaps.find(state))).toEqual(numbers);
    expect(gaps.find(3)).toBe(NONE);
  });

  it('are forgotten at the next line', () => {
    const gaps = new OpenGaps();
    for (let line = 0; line < 3; line++) {
      for (let state = 1; state < 2000; state += 2) {
        expect(gaps.find(state)).toBe(NONE);
        gaps.open(state);
      }
      gaps.clear();
    }
  });
});

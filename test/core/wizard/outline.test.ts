import { describe, expect, it } from 'vitest';
import type { Option, Question } from '../../../src/core/ruleset/schema';
import { type OutlineQuestion, outlineQuestions } from '../../../src/core/wizard/outline';
import { walk } from '../../../src/core/wizard/walk';
import { printing } from '../../printing';

function question(id: string, ...next: string[]): Question {
  const options = next.map((to): Option => {
    return { id: `to-${to}`, label: to, paste: false, unsure: false, next: to, outcomes: [] };
  });
  return { id, text: id, options };
}

/** All questions that are shown in full, in the order of the outline. */
function shown(part: OutlineQuestion | null): OutlineQuestion[] {
  return part ? [part, ...part.options.flatMap(({ next }) => shown(next))] : [];
}
const places = (part: OutlineQuestion | null) =>
  shown(part).map(({ question, path }) => [question.id, ...path].join(' '));

/** "a" leads to "b" and "c", and both of these lead to "d". */
const diamond = [question('a', 'b', 'c'), question('b', 'd'), question('c', 'd'), question('d')];

describe('outlineQuestions', () => {
  it('shows every question once, at a place that its answers lead to', () => {
    const all = shown(outlineQuestions(printing.questions, null));
    expect(all.map(({ question }) => question.id).sort()).toEqual(printing.questions.map(({ id }) => id).sort());
    for (const { question, path } of all) {
      expect(walk(printing.questions, path).question).toBe(question);
    }
    expect(all.some(({ taken, options }) => taken || options.some((o) => o.taken))).toBe(false);
  });

  it('shows a question that several answers lead to where it comes up first', () => {
    const outline = outlineQuestions(diamond, null);
    expect(places(outline)).toEqual(['a', 'b to-b', 'd to-b to-d', 'c to-c']);
    expect(outline?.options[1]?.next?.options[0]?.elsewhere?.id).toBe('d');
  });

  it('shows it on the reader’s path if it is there, and marks the path', () => {
    const outline = outlineQuestions(diamond, ['to-c', 'to-d', 'nonsense']);
    expect(places(outline)).toEqual(['a', 'b to-b', 'c to-c', 'd to-c to-d']);
    const taken = shown(outline).filter((part) => part.taken);
    expect(taken.map(({ question }) => question.id)).toEqual(['a', 'c', 'd']);
  });

  it('ends where questions go round in a circle', () => {
    const circle = [question('a', 'b'), question('b', 'a')];
    for (const path of [null, ['to-b', 'to-a', 'to-b']]) {
      expect(places(outlineQuestions(circle, path))).toEqual(['a', 'b to-b']);
    }
  });

  it('is empty without questions', () => {
    expect(outlineQuestions([], ['a'])).toBeNull();
  });
});

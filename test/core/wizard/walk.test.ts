import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/ruleset/schema';
import { mostQuestionsLeft, reasons, resume, walk } from '../../../src/core/wizard/walk';
import { printing } from '../../printing';

const { questions } = printing;
const ids = (segments: string[]) => walk(questions, segments).answers.map(({ option }) => option.id);

/** Every complete path, as answers' ids. */
function* allPaths(path: string[] = []): Generator<string[]> {
  const { question } = walk(questions, path);
  if (!question) yield path;
  else for (const { id } of question.options) yield* allPaths([...path, id]);
}

describe('walk', () => {
  it('asks the first question first, and leads on answer by answer', () => {
    expect(walk(questions, []).question?.id).toBe('what-happens');
    expect(walk(questions, ['nothing-printed']).question?.id).toBe('sends');
    const end = walk(questions, ['nothing-printed', 'documents', 'message', 'queue-gone']);
    expect(end.question).toBeNull();
    expect(end.outcomes).toEqual([{ rule: 'missing-queue', cause: 'queue-deleted' }]);
  });

  it.each([
    [['nothing-printed', 'nonsense', 'worked'], ['nothing-printed'], ['nonsense', 'worked']],
    [['under-30-minutes'], [], ['under-30-minutes']],
    [['duplicates', 'dont-know', 'more'], ['duplicates', 'dont-know'], ['more']],
    [['constructor', '__proto__'], [], ['constructor', '__proto__']],
  ])('keeps the longest valid part of %j', (segments, valid, rest) => {
    expect(ids(segments)).toEqual(valid);
    expect(walk(questions, segments).rest).toEqual(rest);
  });

  it('takes any segments without a fault, and loses none', () => {
    const segment = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...questions.flatMap(({ options }) => options.map(({ id }) => id))),
    );
    fc.assert(
      fc.property(fc.array(segment), (segments) => {
        const { answers, rest, question, outcomes } = walk(questions, segments);
        expect([...answers.map(({ option }) => option.id), ...rest]).toEqual(segments);
        expect(question === null).toBe(outcomes.length > 0);
      }),
    );
  });

  it('reaches every error within five questions', () => {
    const paths = [...allPaths()];
    expect(Math.max(...paths.map((path) => path.length))).toBeLessThanOrEqual(5);
    const reached = new Set(paths.flatMap((path) => walk(questions, path).outcomes.map((o) => o.rule)));
    expect([...reached].sort()).toEqual(printing.rules.map(({ id }) => id).sort());
  });
});

describe('resume', () => {
  const given = (segments: string[]) =>
    Object.fromEntries(walk(questions, segments).answers.map((a) => [a.question.id, a.option.id]));

  it('keeps later answers that still fit', () => {
    const before = given(['nothing-printed', 'documents', 'message', 'device', 'tray-details']);
    expect(resume(questions, ['dont-know', 'status'], before)).toEqual([
      'dont-know',
      'status',
      'device',
      'tray-details',
    ]);
  });

  it('drops an answer of the same name to another question', () => {
    const before = given(['dont-know', 'printer', 'dont-know']);
    expect(resume(questions, ['nothing-printed', 'dont-know'], before)).toEqual(['nothing-printed', 'dont-know']);
  });

  it('ends where questions go round in a circle', () => {
    const circle: Question[] = [
      {
        id: 'q',
        text: 'Q?',
        options: [{ id: 'a', label: 'A', paste: false, unsure: false, next: 'q', outcomes: [] }],
      },
    ];
    expect(resume(circle, [], { q: 'a' }).length).toBeLessThan(3);
  });
});

describe('reasons', () => {
  it('are the answers without which it would be something else', () => {
    const { answers, outcomes } = walk(questions, ['paper', 'comes-late', 'longer']);
    const [outcome] = outcomes;
    if (!outcome) throw new Error('no outcome');
    expect(reasons(questions, answers, outcome).map(({ option }) => option.id)).toEqual([
      'paper',
      'comes-late',
      'longer',
    ]);
  });

  it('are never an “I don’t know”', () => {
    for (const path of allPaths()) {
      const { answers, outcomes } = walk(questions, path);
      const given = outcomes.flatMap((outcome) => reasons(questions, answers, outcome));
      expect(given.map(({ option }) => option.label).join(), path.join('/')).not.toContain('don’t know');
      // An answer that alone leads to some outcome speaks for it.
      if (!answers.at(-1)?.option.unsure) expect(given, path.join('/')).not.toEqual([]);
    }
  });
});

describe('mostQuestionsLeft', () => {
  it('is the longest way from a question to outcomes', () => {
    for (const path of allPaths()) {
      const left = path.map((_, i) => mostQuestionsLeft(questions, walk(questions, path.slice(0, i)).question));
      left.forEach((most, i) => {
        expect(most, path.join('/')).toBeGreaterThanOrEqual(path.length - i);
      });
    }
    const longest = Math.max(...[...allPaths()].map((path) => path.length));
    expect(mostQuestionsLeft(questions, questions[0] ?? null)).toBe(longest);
    expect(mostQuestionsLeft(questions, null)).toBe(0);
  });

  it('ends where questions go round in a circle', () => {
    const option = { id: 'a', label: 'A', paste: false, unsure: false, next: 'q', outcomes: [] };
    const circle: Question[] = [{ id: 'q', text: 'Q?', options: [option] }];
    expect(mostQuestionsLeft(circle, circle[0] ?? null)).toBe(1);
  });
});

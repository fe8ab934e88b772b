import { createRecogniser, type PlacedFinding } from '../src/core/ruleset/recognise';
import type { Option, Outcome, Ruleset } from '../src/core/ruleset/schema';
import { dropUnknown } from '../src/core/ruleset/values';
import { type OutlineQuestion, outlineQuestions } from '../src/core/wizard/outline';

type LineOf = (path: string) => number;

/**
 * Takes a dataset of the right shape, perhaps with mistakes, the paths of these and where each path begins. Returns what
 * an author wants to see of it, as lines: what each sample finds, where the questions lead, and what readers meet first.
 */
export function packReport(ruleset: Ruleset, wrong: readonly string[], lineOf: LineOf): string[] {
  return [
    ...section('Samples, by rule', sampleTable(ruleset, wrong, lineOf)),
    ...section('Questions', questionOutline(ruleset)),
    ...section('What a reader meets first', firstLook(ruleset)),
  ];
}

const section = (title: string, lines: string[]) => (lines.length > 0 ? [title, '', ...lines, ''] : []);

/** What each sample should find and finds. The text comes last: only then do wide characters move no column. */
function sampleTable(ruleset: Ruleset, wrong: readonly string[], lineOf: LineOf): string[] {
  const { diagnose } = createRecogniser(ruleset);
  const rows = ruleset.rules.flatMap(({ id, samples }, r) => {
    const row = (list: 'found' | 'notFound', i: number, text: string) => {
      const path = `rules[${r}].samples.${list}[${i}]`;
      const mark = wrong.some((one) => one.startsWith(path)) ? 'WRONG' : 'ok';
      const found = sayFound(diagnose(text).findings, id);
      return [mark, String(lineOf(path)), list === 'found' ? 'this rule' : 'not this rule', found, shorten(text, 60)];
    };
    return [
      [id],
      ...(samples?.found.map(({ text }, i) => row('found', i, text)) ?? []),
      ...(samples?.notFound.map((text, i) => row('notFound', i, text)) ?? []),
    ];
  });
  if (rows.every(({ length }) => length === 1)) return [];
  return columns([['', 'line', 'must find', 'finds', 'in'], ...rows]);
}

function sayFound(findings: readonly PlacedFinding[], id: string): string {
  const said = findings.map(({ ruleId, certainty, captures }) => {
    const values = captures.map(({ name, value }) => `${name}=${shorten(value, 30)}`);
    return [ruleId === id ? 'this rule' : ruleId, certainty === 'partial' && '(close match)', ...values]
      .filter(Boolean)
      .join(' ');
  });
  return [...new Set(said)].join('; ') || 'nothing';
}

/** Aligns rows; one of a single cell is a heading. */
function columns(rows: string[][]): string[] {
  const cells = rows.filter(({ length }) => length > 1);
  const widths = [0, 1, 2, 3].map((i) => Math.min(50, Math.max(...cells.map((row) => row[i]?.length ?? 0))));
  return rows.map((row) =>
    row.length === 1 ? `${row}` : `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd(),
  );
}

function questionOutline({ questions, rules }: Ruleset): string[] {
  const say = ({ rule, cause }: Outcome) => {
    const { title = rule, causes = [] } = rules.find(({ id }) => id === rule) ?? {};
    const text = causes.find(({ id }) => id === cause)?.text;
    // Where there is no message, there are no values.
    return text ? `${title}: ${dropUnknown(text, new Map())}` : title;
  };
  const show = ({ question, options }: OutlineQuestion, depth: number): string[] => {
    const indent = '    '.repeat(depth);
    const answers = options.flatMap(({ option, next, elsewhere }) => {
      const head = `${indent}  - ${labelOf(option)}`;
      if (next) return [head, ...show(next, depth + 1)];
      if (elsewhere) return [`${head} → see “${elsewhere.text}”`];
      return [head, ...option.outcomes.map((outcome) => `${indent}      → ${say(outcome)}`)];
    });
    return [`${indent}${question.text}`, ...answers];
  };
  const outline = outlineQuestions(questions, null);
  return outline ? show(outline, 0) : [];
}

const labelOf = ({ label, paste }: Option) => (paste ? `${label} (paste box)` : label);

function firstLook({ product, example, where, notices, questions, rules, ...ruleset }: Ruleset): string[] {
  const { findings } = createRecogniser({ rules, ...ruleset }).diagnose(example);
  const titles = findings.map(({ ruleId }) => rules.find(({ id }) => id === ruleId)?.title);
  const [first] = questions;
  return columns([
    ['Title', product.name],
    ['Heading', product.heading],
    ['', product.lead],
    ['Where', where ?? 'not said'],
    ...notices.map(({ title }) => ['Notice', title]),
    ['Example', shorten(example, 100)],
    ['', `finds ${titles.join(', ') || 'nothing'}`],
    ['Question', first?.text ?? 'none'],
    ...(first?.options.map(({ label }) => ['', `- ${label}`]) ?? []),
    [
      'Errors',
      `${rules.length}: ${rules
        .slice(0, 3)
        .map(({ title }) => title)
        .join(', ')}${rules.length > 3 ? ', …' : ''}`,
    ],
  ]);
}

function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length)}…` : line;
}

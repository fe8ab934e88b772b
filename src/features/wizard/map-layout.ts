import { Graph, layout } from '@dagrejs/dagre';
import type { Option, Question } from '../../core/ruleset/schema';
import { shortestPaths, walk } from '../../core/wizard/walk';

/** Some lines of a box that lead somewhere together. `y` is their first line's top, below the box's. */
export type MapText = { lines: string[]; y: number; taken: boolean };

/** A question with its options, one below the other. All measures are pixels at full size. */
export type MapBox = MapText & {
  question: Question;
  /** The ids of the answers that lead to it. */
  path: string[];
  options: (MapText & { option: Option; outcomes: (MapText & { rule: string })[] })[];
  left: number;
  top: number;
  height: number;
};

/** A line from an option to the question that follows. */
export type MapLine = { key: string; taken: boolean; points: { x: number; y: number }[] };

export const LINE_HEIGHT = 18;
export const PADDING = 12;
export const BOX_WIDTH = 300;
/** So many of the map's letters fit a box, even if they are wide ones. */
const LETTERS = 36;
const GAP = 10;

/**
 * Takes questions, the way that the reader took (answers' ids) and what to call a rule; returns the places of all
 * questions that can be reached from the first, the lines between them, and the whole's size.
 */
export function layOutMap(
  questions: readonly Question[],
  taken: readonly string[],
  ruleTitle: (rule: string) => string,
) {
  const way = walk(questions, taken);
  const answered = new Map(way.answers.map(({ question, option }) => [question.id, option.id]));
  const order = [...answered.keys(), way.question?.id];
  const shortest = shortestPaths(questions);
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', ranksep: 70, nodesep: 24, edgesep: 14, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));

  const boxes: MapBox[] = [];
  for (const question of questions) {
    const place = order.indexOf(question.id);
    const path = place < 0 ? shortest.get(question.id) : taken.slice(0, place);
    if (!path) continue;
    const box = fill(question, path, place >= 0, answered.get(question.id), ruleTitle);
    boxes.push(box);
    graph.setNode(question.id, { width: BOX_WIDTH, height: box.height });
  }
  for (const { question } of boxes) {
    for (const { id, next } of question.options) {
      if (next && shortest.has(next)) graph.setEdge(question.id, next, {}, id);
    }
  }
  layout(graph);

  for (const box of boxes) {
    const { x, y } = graph.node(box.question.id) as { x: number; y: number };
    box.left = x - BOX_WIDTH / 2;
    box.top = y - box.height / 2;
  }
  const lines: MapLine[] = [];
  for (const { question, left, top, options } of boxes) {
    for (const { option, y, lines: text, taken: on } of options) {
      if (!option.next || !shortest.has(option.next)) continue;
      const edge = graph.edge(question.id, option.next, option.id);
      const { points } = edge as Pick<MapLine, 'points'>;
      // It starts at the option itself, not somewhere on the question's edge.
      const start = { x: left + BOX_WIDTH, y: top + y + (text.length * LINE_HEIGHT) / 2 };
      const key = `${question.id}/${option.id}`;
      lines.push({ key, taken: on, points: [start, ...points.slice(1)] });
    }
  }
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return { width, height, boxes, lines };
}

function fill(
  question: Question,
  path: string[],
  asked: boolean,
  answer: string | undefined,
  ruleTitle: (rule: string) => string,
): MapBox {
  let y = PADDING;
  const put = (text: string, taken: boolean, gap: number): MapText => {
    const lines = wrap(text);
    const put = { lines, y: y + gap, taken };
    y += gap + lines.length * LINE_HEIGHT;
    return put;
  };
  const heading = put(question.text, asked, 0);
  const options = question.options.map((option) => {
    const taken = option.id === answer;
    return {
      option,
      ...put(`○ ${option.label}`, taken, GAP),
      outcomes: [...new Set(option.outcomes.map(({ rule }) => rule))].map((rule) => ({
        rule,
        ...put(`→ ${ruleTitle(rule)}`, taken, 0),
      })),
    };
  });
  return { question, path, ...heading, options, left: 0, top: 0, height: y + PADDING };
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > LETTERS) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}

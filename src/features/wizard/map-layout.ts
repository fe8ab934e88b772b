import { Graph, layout } from '@dagrejs/dagre';
import type { Question } from '../../core/ruleset/schema';
import { shortestPaths, walk } from '../../core/wizard/walk';

/** What a box of the map stands for. */
export type MapNode = {
  key: string;
  kind: 'question' | 'option' | 'outcomes';
  /** The text, wrapped to the box. */
  lines: string[];
  /** The ids of the answers whose address the box leads to. */
  path: string[];
  /** Whether it is on the reader's way. */
  taken: boolean;
  /** Its centre and size, in pixels at full size. */
  x: number;
  y: number;
  width: number;
  height: number;
};

/** A line of the map, from box to box. */
export type MapEdge = { key: string; taken: boolean; points: { x: number; y: number }[] };

const LINE = 18;
const PADDING = 12;
const WIDTH = { question: 200, option: 190, outcomes: 220 };
/** Of the map's letters, this many fit into a hundred pixels, even if they are wide ones. */
const LETTERS = 13;

/**
 * Takes questions, the way that the reader took (answers' ids) and what to call an outcome; returns the places of all
 * boxes and lines that can be reached from the first question, and the whole's size in pixels.
 */
export function layOutMap(
  questions: readonly Question[],
  taken: readonly string[],
  outcomeTitle: (outcome: Question['options'][number]['outcomes'][number]) => string,
) {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', ranksep: 36, nodesep: 10, edgesep: 6, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));

  const nodes: Omit<MapNode, 'x' | 'y'>[] = [];
  const edges: { from: string; to: string; taken: boolean }[] = [];
  const way = walk(questions, taken);
  const answered = new Map(way.answers.map(({ question, option }) => [question.id, option.id]));
  const asked = (id: string) => answered.has(id) || way.question?.id === id;
  const add = (kind: MapNode['kind'], key: string, text: string, path: string[], on: boolean) => {
    const width = WIDTH[kind];
    const lines = text
      .split('\n')
      .flatMap((line) => wrap(line, Math.floor(((width - 2 * PADDING) / 100) * LETTERS)));
    const height = lines.length * LINE + 2 * PADDING;
    nodes.push({ key, kind, lines, path, taken: on, width, height });
    graph.setNode(key, { width, height });
  };
  const connect = (from: string, to: string, on: boolean) => {
    edges.push({ from, to, taken: on });
    graph.setEdge(from, to);
  };

  const paths = shortestPaths(questions);
  for (const question of questions) {
    const path = pathTaken(question.id) ?? paths.get(question.id);
    if (!path) continue;
    add('question', `question ${question.id}`, question.text, path, asked(question.id));
    for (const option of question.options) {
      const on = answered.get(question.id) === option.id;
      const key = `option ${question.id}/${option.id}`;
      const here = [...path, option.id];
      add('option', key, option.label, here, on);
      connect(`question ${question.id}`, key, on);
      if (option.next && paths.has(option.next)) connect(key, `question ${option.next}`, on);
      else if (option.outcomes.length > 0) {
        const titles = [...new Set(option.outcomes.map(outcomeTitle))];
        add('outcomes', `outcomes ${key}`, titles.join('\n'), here, on);
        connect(key, `outcomes ${key}`, on);
      }
    }
  }
  function pathTaken(id: string): string[] | undefined {
    const i = [...way.answers.map(({ question }) => question.id), way.question?.id].indexOf(id);
    return i < 0 ? undefined : taken.slice(0, i);
  }

  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width,
    height,
    nodes: nodes.map((node): MapNode => {
      const { x, y } = graph.node(node.key) as { x: number; y: number };
      return { ...node, x, y };
    }),
    edges: edges.map(({ from, to, taken: on }): MapEdge => {
      const { points } = graph.edge(from, to) as Pick<MapEdge, 'points'>;
      return { key: `${from} → ${to}`, taken: on, points };
    }),
  };
}

function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > most) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}

import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import type { Ruleset } from '../../core/ruleset/schema';
import { layOutMap, type MapNode } from './map-layout';
import { pathSegments, type WizardOrigin, wizardPath } from './wizard-address';
import styles from './wizard-map.module.css';

const STEP = 1.25;
const LEAST = 0.2;
const MOST = 2;

/** Everything that the wizard asks, drawn; the reader's own way is marked. */
export function WizardMap({ ruleset, origin }: { ruleset: Ruleset; origin: WizardOrigin | null }) {
  const map = useMemo(() => {
    const titles = new Map(ruleset.rules.map(({ id, title }) => [id, title]));
    const taken = origin ? pathSegments(origin.address) : [];
    return layOutMap(ruleset.questions, taken, ({ rule }) => titles.get(rule) ?? rule);
  }, [ruleset, origin]);
  const [scale, setScale] = useState(1);
  const frame = useRef<HTMLElement>(null);

  const zoom = (next: number) => {
    const view = frame.current;
    const to = Math.min(MOST, Math.max(LEAST, next));
    setScale(to);
    if (!view) return;
    // What is in the middle stays there.
    const x = (view.scrollLeft + view.clientWidth / 2) / scale;
    const y = (view.scrollTop + view.clientHeight / 2) / scale;
    requestAnimationFrame(() =>
      view.scrollTo(x * to - view.clientWidth / 2, y * to - view.clientHeight / 2),
    );
  };
  const fit = () => {
    const view = frame.current;
    if (view) zoom(Math.min(view.clientWidth / map.width, view.clientHeight / map.height));
  };

  // The reader's place, or else the first question, is in sight at first.
  useEffect(() => {
    const view = frame.current;
    const here = map.nodes.findLast(({ taken }) => taken) ?? map.nodes[0];
    if (view && here) {
      view.scrollTo(here.x - view.clientWidth / 2, here.y - view.clientHeight / 2);
    }
  }, [map]);

  return (
    <div className={`${styles.map} unprinted`}>
      <div className={styles.zoom}>
        <button type="button" className="button" onClick={() => zoom(scale * STEP)}>
          <ZoomIn size="1em" aria-hidden="true" /> Zoom in
        </button>
        <button type="button" className="button" onClick={() => zoom(scale / STEP)}>
          <ZoomOut size="1em" aria-hidden="true" /> Zoom out
        </button>
        <button type="button" className="button" onClick={fit}>
          <Maximize size="1em" aria-hidden="true" /> Show all
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the keyboard */}
      <section ref={frame} className={styles.frame} aria-label="Map" tabIndex={0}>
        <svg
          width={map.width * scale}
          height={map.height * scale}
          viewBox={`0 0 ${map.width} ${map.height}`}
        >
          <title>Questions, answers and causes</title>
          {map.edges.map(({ key, points, taken }) => (
            <polyline
              key={key}
              className={taken ? styles.takenEdge : styles.edge}
              points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
            />
          ))}
          {map.nodes.map((node) => (
            <MapBox key={node.key} node={node} />
          ))}
        </svg>
      </section>
    </div>
  );
}

function MapBox({ node }: { node: MapNode }) {
  const { x, y, width, height, lines, kind, taken, path } = node;
  const left = x - width / 2;
  const top = y - height / 2;
  return (
    <Link
      to={wizardPath(path)}
      className={`${styles.box} ${styles[kind]} ${taken ? styles.taken : ''}`}
      aria-current={taken ? 'step' : undefined}
      aria-label={lines.join(kind === 'outcomes' ? ', ' : ' ')}
    >
      <rect x={left} y={top} width={width} height={height} rx={kind === 'option' ? 20 : 6} />
      <text>
        {lines.map((line, i) => (
          // A box's lines never change in place.
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be equal
          <tspan key={i} x={left + 12} y={top + 12 + 18 * i + 13}>
            {line}
          </tspan>
        ))}
      </text>
    </Link>
  );
}

import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { Fragment, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import type { Ruleset } from '../../core/ruleset/schema';
import {
  BOX_WIDTH,
  LINE_HEIGHT,
  layOutMap,
  type MapBox,
  type MapText,
  PADDING,
} from './map-layout';
import { pathSegments, type WizardOrigin, wizardPath } from './wizard-address';
import styles from './wizard-map.module.css';

const STEP = 1.25;
const LEAST = 0.2;
const MOST = 2;
/** Below this the letters are too small to read. */
const READABLE = 0.65;

/** Everything that the wizard asks, drawn; the reader's own way is marked. */
export function WizardMap({ ruleset, origin }: { ruleset: Ruleset; origin: WizardOrigin | null }) {
  const map = useMemo(() => {
    const titles = new Map(ruleset.rules.map(({ id, title }) => [id, title]));
    const taken = origin ? pathSegments(origin.address) : [];
    return layOutMap(ruleset.questions, taken, (rule) => titles.get(rule) ?? rule);
  }, [ruleset, origin]);
  const [scale, setScale] = useState(1);
  /** What is to be in the middle of the frame, at full size. */
  const [middle, setMiddle] = useState<{ x: number; y: number } | null>(null);
  const frame = useRef<HTMLElement>(null);

  const zoom = (next: number) => {
    const view = frame.current;
    if (!view) return;
    // What is in the middle stays there.
    setMiddle({
      x: (view.scrollLeft + view.clientWidth / 2) / scale,
      y: (view.scrollTop + view.clientHeight / 2) / scale,
    });
    setScale(Math.min(MOST, Math.max(LEAST, next)));
  };
  const fit = () => {
    const view = frame.current;
    if (view) zoom(Math.min(view.clientWidth / map.width, view.clientHeight / map.height));
  };

  // At first as much as can still be read, with the reader's place, or else the first question, in the middle.
  useLayoutEffect(() => {
    const view = frame.current;
    if (!view) return;
    const to = Math.min(1, Math.max(READABLE, view.clientWidth / map.width));
    const here = map.boxes.filter(({ taken }) => taken).sort((a, b) => b.left - a.left)[0];
    setScale(to);
    setMiddle(here ? { x: here.left + BOX_WIDTH / 2, y: here.top + here.height / 2 } : null);
  }, [map]);

  useLayoutEffect(() => {
    const view = frame.current;
    if (!view || !middle) return;
    view.scrollTo(
      middle.x * scale - view.clientWidth / 2,
      middle.y * scale - view.clientHeight / 2,
    );
  }, [middle, scale]);

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
          {map.lines.map(({ key, points, taken }) => (
            <polyline
              key={key}
              className={taken ? styles.takenLine : styles.line}
              points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
            />
          ))}
          {map.boxes.map((box) => (
            <QuestionBox key={box.question.id} box={box} />
          ))}
        </svg>
      </section>
    </div>
  );
}

function QuestionBox({ box }: { box: MapBox }) {
  const { path, taken, options, left, top, height } = box;
  return (
    <g transform={`translate(${left} ${top})`}>
      <rect
        className={`${styles.box} ${taken ? styles.taken : ''}`}
        width={BOX_WIDTH}
        height={height}
        rx={8}
      />
      <TextLink text={box} to={wizardPath(path)} className={styles.question} />
      {options.map(({ option, outcomes, ...text }) => (
        <Fragment key={option.id}>
          <TextLink text={text} to={wizardPath([...path, option.id])} className={styles.option} />
          {outcomes.map(({ rule, ...outcome }) => (
            <TextLink key={rule} text={outcome} to={`/errors/${rule}`} className={styles.outcome} />
          ))}
        </Fragment>
      ))}
    </g>
  );
}

function TextLink({
  text: { lines, y, taken },
  to,
  className,
}: {
  text: MapText;
  to: string;
  className: string | undefined;
}) {
  return (
    <Link
      to={to}
      className={`${styles.link} ${className}`}
      aria-current={taken ? 'step' : undefined}
      // Browsers are content with a corner of it.
      onFocus={({ currentTarget }) => {
        if (currentTarget.matches(':focus-visible')) {
          currentTarget.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        }
      }}
      aria-label={lines.join(' ').replace(/^[○→] /, '')}
    >
      <rect
        className={taken ? styles.takenText : styles.text}
        x={PADDING / 2}
        y={y - 1}
        width={BOX_WIDTH - PADDING}
        height={lines.length * LINE_HEIGHT + 2}
        rx={4}
      />
      <text>
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a box's lines never change in place
          <tspan key={i} x={PADDING} y={y + LINE_HEIGHT * (i + 0.72)}>
            {line}
          </tspan>
        ))}
      </text>
    </Link>
  );
}

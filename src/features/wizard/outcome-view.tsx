import { ChevronRight } from 'lucide-react';
import { type ComponentType, type PropsWithChildren, type Ref, useEffect, useId, useRef } from 'react';
import { Link, useLocation, useNavigate } from 'react-router-dom';
import { CopyText } from '../../components/copy-button';
import { FixQuestion } from '../../components/fix-question';
import { PageHeading } from '../../components/page-heading';
import { Prose } from '../../components/prose';
import type { Outcome, Rule, Ruleset } from '../../core/ruleset/schema';
import { type Answer, reasons } from '../../core/wizard/walk';
import { useHydrated } from '../../lib/hydrated';
import { useTicks } from '../../lib/ticks';
import styles from './outcome-view.module.css';
import { readOutcome } from './read-outcome';
import { summaryText } from './summary';
import { readTried, type Tried } from './wizard-address';

/** A rule's steps, for one of its situations or with the choice. */
type Steps = ComponentType<{ ruleset: Ruleset; rule: Rule; situation: string | undefined }>;
type Props = { ruleset: Ruleset; answers: readonly Answer[]; outcomes: readonly Outcome[]; Steps: Steps };

/** The likely causes, the likeliest open, after what to check first; a summary once one has helped or none has. */
export function OutcomeView({ children, ...props }: PropsWithChildren<Props>) {
  const { pathname, search } = useLocation();
  const tried = readTried(search, props.outcomes);
  const query = search ? `${search}&` : '?';
  const line = useRef<HTMLElement>(null);
  const searchBefore = useRef<string>(undefined);
  const isHydrated = useHydrated();

  // "No" stays on this page, so the next cause takes the focus. The end counts as a new page, and so does starting over.
  // What the address held at first is no answer.
  useEffect(() => {
    if ((searchBefore.current ?? search) !== search) {
      if (line.current && search) line.current.focus();
      else document.documentElement.scrollTop = 0;
    }
    if (isHydrated) searchBefore.current = search;
  }, [search, isHydrated]);

  const likely = props.outcomes.length > 1 ? 'Likely causes' : 'Likely cause';
  const heading = tried.next ? likely : tried.solved ? 'Solved' : 'Nothing helped';
  return (
    <div className={styles.page}>
      {/* A new heading takes the focus, as on a new page. */}
      <PageHeading key={heading}>{heading}</PageHeading>
      {tried.next ? children : <Summary {...props} tried={tried} />}
      {/* Each answer opens the next cause, and closes the others. */}
      <ol key={pathname + search} className={styles.outcomes}>
        {props.outcomes.map((outcome, i) => (
          <OutcomeItem key={String(i)} {...props} {...{ outcome, tried, query, line }} number={i + 1} />
        ))}
      </ol>
      {tried.next && <Link to={`${query}support`}>Nothing helped: what to send to support</Link>}
    </div>
  );
}

type ItemProps = Props & { outcome: Outcome; number: number; tried: Tried; query: string; line: Ref<HTMLElement> };

/** A likely cause in one line, which opens to what to do about it. */
function OutcomeItem({ ruleset, answers, outcomes, Steps, outcome, number, tried, query, line }: ItemProps) {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const { rule, cause, situation, sign, address } = readOutcome(ruleset, outcome);
  const { failed, solved, next } = tried;
  const why = reasons(ruleset.questions, answers, outcome);
  const id = useId();
  const said = outcome === solved ? 'This helped' : failed.includes(outcome) && 'Did not help';
  return (
    <li className={`panel ${styles.outcome}`} data-next={outcome === next || undefined}>
      <details open={outcome === next}>
        <summary ref={outcome === next ? line : null}>
          <ChevronRight size="1em" aria-hidden="true" />
          <span>
            <h2 id={id}>
              {outcomes.length > 1 && `${number}. `}
              {cause ? <Prose text={cause.text} /> : rule.title}
            </h2>{' '}
            {sign && <Prose text={sign} />} {said && <strong>{said}</strong>}
          </span>
        </summary>
        <Steps ruleset={ruleset} rule={rule} situation={situation} />
        {why.length > 0 && <p className={styles.why}>Fits: {why.map(({ option }) => option.label).join(' · ')}</p>}
        {next && !said && (
          <FixQuestion
            no={outcomes.length - failed.length > 1 ? 'No, next cause' : 'No'}
            onAnswer={(answer) => void navigate(`${query}${answer}=${number}`)}
          />
        )}
      </details>
      <p className={styles.card}>
        <span>Whole card:</span>{' '}
        <Link to={address} state={{ wizard: { address: pathname + search } }} aria-describedby={id}>
          {rule.title}
        </Link>
      </p>
    </li>
  );
}

/** What the reader can send on at the end. */
function Summary({ ruleset, answers, tried }: Pick<Props, 'ruleset' | 'answers'> & { tried: Tried }) {
  const ticks = useTicks(tried.solved?.rule ?? '', new Map());
  const [label, advice] = tried.solved
    ? ['Summary', 'Copy this to the ticket, or keep it for next time.']
    : ['For support', 'Copy this, fill in the gaps, and send it to support, so that nobody has to start over.'];
  return (
    <div className="panel">
      <p>{advice}</p>
      <CopyText label={label} button="Copy for a ticket" text={summaryText({ ruleset, answers, tried, ticks })} />
      <Link to="?">Go through the causes again</Link>
    </div>
  );
}

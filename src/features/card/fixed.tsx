import { useState } from 'react';
import { Link } from 'react-router-dom';
import { FixQuestion } from '../../components/fix-question';
import { situationOf } from '../../core/ruleset/situation';
import { useCard } from './card-context';

/** Asks whether the card has helped, and says what to do next. */
export function Fixed() {
  const { rule, ruleset, fitting, side, onChoice } = useCard();
  const [answer, setAnswer] = useState<'yes' | 'no'>();
  const at = rule.resolutions.indexOf(fitting[0] ?? (rule.resolutions[0] as never));
  const next = rule.resolutions[at + 1];
  const situation = next && situationOf(next);
  return (
    <>
      <FixQuestion given={answer} onAnswer={setAnswer} />
      <p role="status" className="unprinted">
        {answer === 'yes' && 'Good. Tick what you did: “Copy for a ticket” records it.'}
        {answer === 'no' && (
          <>
            {situation && (
              <>
                <button type="button" className="link-button" onClick={() => onChoice({ situation, side })}>
                  Try “{next.title}”
                </button>
                {' or compare '}
              </>
            )}
            {!situation && 'Compare '}
            {rule.similar.length > 0 ? 'the errors that are easily confused with this one' : 'the other errors'}
            {ruleset.questions.length > 0 && (
              <>
                , or <Link to="/wizard">answer questions</Link>
              </>
            )}
            .
          </>
        )}
      </p>
    </>
  );
}

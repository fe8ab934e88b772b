import { useState } from 'react';
import { FixQuestion } from '../../components/fix-question';
import { situationOf } from '../../core/ruleset/situation';
import { useCard } from './card-context';

/** Asks whether the card has helped. If it has not, it opens the next way out. */
export function Fixed() {
  const { rule, fitting, side, onChoice } = useCard();
  const [advice, setAdvice] = useState('');
  const next = rule.resolutions[fitting[0] ? rule.resolutions.indexOf(fitting[0]) + 1 : 1];
  const situation = next && situationOf(next);
  const answer = (said: 'yes' | 'no') => {
    if (said === 'yes') return setAdvice('Good. Tick what you did: “Copy for a ticket” records it.');
    if (situation) onChoice({ situation, side });
    setAdvice(
      situation ? `Then try “${next.title}”, which is open now.` : 'Then it may be another error. Compare them.',
    );
  };
  return (
    <>
      <FixQuestion onAnswer={answer} />
      <p role="status" className="unprinted">
        {advice}
      </p>
    </>
  );
}

import { useHref } from 'react-router-dom';
import { useHidesSecrets } from '../../components/hide-switch';
import { valueLabel } from '../../core/ruleset/value-label';
import { type Values, valuesFragment } from '../../core/ruleset/values';
import { useOrigin } from '../../lib/hydrated';
import { useMasks } from '../../lib/use-masks';
import { choiceQuery, useCard } from './card-context';

/** What a card's texts and links may hold. */
export type Shared = NonNullable<ReturnType<typeof useShared>['shared']>;

/** {@link Shared}, undefined while the masking code is loading; `secrets` are the names that the switch governs. */
export function useShared(side?: string) {
  const { rule, values, situation } = useCard();
  const [hides] = useHidesSecrets();
  const masks = useMasks(JSON.stringify([...values].map(([name, value]) => [valueLabel(name), value])));
  const query = choiceQuery({ situation, side });
  const bareLink = useOrigin() + useHref(`/errors/${rule.id}${query && `?${query}`}`);
  const masked = new Map([...values].map(([name, value], i) => [name, masks?.[i] ?? value]));
  const shown: Values = hides ? masked : values;
  // Links hold no other values, and neither do queries, which would not work with a mask.
  const open: Values = new Map([...values].filter(([name, value]) => shown.get(name) === value));
  return {
    shared: masks && { values: shown, open, link: bareLink + valuesFragment(open) },
    bareLink,
    hides,
    secrets: [...values.keys()].filter((name) => masked.get(name) !== values.get(name)),
  };
}

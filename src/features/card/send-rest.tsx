import { CopyButton } from '../../components/copy-button';
import { useCard } from './card-context';
import { restText } from './card-text';
import { useShared } from './use-shared';

/** Copies what the people on that side need to go on: link, values, what is done, what is left. */
export function SendRest({ side }: { side: string }) {
  const card = useCard();
  const { shared } = useShared(side);
  return <CopyButton text={shared && restText(card, shared, side)}>Send the rest to {side}</CopyButton>;
}

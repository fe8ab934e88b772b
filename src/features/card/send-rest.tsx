import { CopyButton } from '../../components/copy-button';
import { useCardText } from './use-card-text';

/** Copies what the people on that side need to go on: link, values, what is done, what is left. */
export function SendRest({ side }: { side: string }) {
  const rest = useCardText((texts, card, shared) => texts.restText(card, shared, side), side);
  return <CopyButton {...rest}>Send the rest to {side}</CopyButton>;
}

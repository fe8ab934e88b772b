import { useNavigate } from 'react-router-dom';
import { FixQuestion } from '../../components/fix-question';
import type { WizardOrigin } from './wizard-address';

/** Asks whether an outcome was the cause. "Yes" leads to the summary, "No" to the next likely cause. */
export function DidThisFixIt({ address, outcome }: Required<WizardOrigin>) {
  const navigate = useNavigate();
  return (
    <FixQuestion
      onAnswer={(said) => void navigate(`${address}${address.includes('?') ? '&' : '?'}${said}=${outcome}`)}
    />
  );
}

import { type ComponentProps, useRef } from 'react';
import { useEarlyInput } from '../lib/use-early-input';

type Props = ComponentProps<'input'> & { checked: boolean; onChoose: () => void };

/** One of several choices, as a label with its radio button. It also takes what was chosen before the app started. */
export function RadioOption({ className, children, checked, onChoose, ...props }: Props) {
  const radio = useRef<HTMLInputElement>(null);
  const isChecked = useEarlyInput('checked', radio, checked, (early) => early && onChoose());
  return (
    <label className={className}>
      <input {...props} ref={radio} type="radio" checked={isChecked} onChange={onChoose} />
      {children}
    </label>
  );
}

import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { expect, it } from 'vitest';
import { RuleList } from '../../../src/features/catalogue/rule-list';
import { printing } from '../../printing';

it('marks the words that were found, and shows the part of a long text around the first', () => {
  const [rule] = printing.rules;
  if (!rule) throw new Error('no rule');
  const text = `${'before '.repeat(40)}a StatusCode of 429${' behind'.repeat(40)}`;
  const found = new Map([
    [rule, { words: new Set(['unexpected', 'code']), place: { kind: 'Message', text } as const }],
  ]);
  render(<RuleList rules={[rule]} found={found} level={2} />, { wrapper: MemoryRouter });
  const shown = screen.getByRole('listitem');
  expect([...shown.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Unexpected', 'Code']);
  expect(shown.textContent).toMatch(/^Unexpected answerMessage: … ?(before )+a StatusCode of 429( behind)+ ?…$/);
  expect(shown.textContent?.length).toBeLessThan(260);
});

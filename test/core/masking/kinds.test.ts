import { describe, expect, it } from 'vitest';
import { KINDS } from '../../../src/core/masking/kinds';
import { mask } from '../../../src/core/masking/mask';

describe.each(KINDS.map(([label, , , ...examples]) => ({ label, examples })))(
  'the kind $label',
  ({ label, examples }) => {
    it('has examples', () => {
      expect(examples.join()).toMatch(/«.+»/s);
    });

    it.each(examples)('masks %j between « and » only', (example) => {
      const masked = mask(example.replace(/[«»]/g, ''));
      expect(masked.replace(/ \d+\]/g, ']')).toBe(example.replace(/«[^»]*»/g, `[${label}]`));
    });
  },
);

import { describe } from 'vitest';
import { testDamages, testNeverLess } from '../core/diagnosis/every-signature';
import { isItsmc, pack } from './pack';

describe.runIf(isItsmc)('every signature', () => {
  testDamages(pack.rules);
  describe('says no less with more text', () => testNeverLess(pack.rules));
});

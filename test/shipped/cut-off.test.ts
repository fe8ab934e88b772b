import { describe } from 'vitest';
import { testNeverLess } from '../core/diagnosis/never-less';
import { isItsmc, pack } from './pack';

describe.runIf(isItsmc)('more text never says less', () => testNeverLess(pack.rules));

import { createContext } from 'react';
import type { Values } from '../core/ruleset/values';

/** The reader's values that stand in messages and sentences below; a name without one is shown as a blank to fill in. */
export const CardValues = createContext<Values>(new Map());

import { createContext } from 'react';
import type { Values } from '../core/ruleset/values';

/** The values that messages and prose below are filled with. A value that is not known is shown as its label. */
export const CardValues = createContext<Values>(new Map());

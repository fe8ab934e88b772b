declare module 'virtual:dataset' {
  import type { ParsedProse } from './core/ruleset/prose-nodes';
  import type { Dataset } from './features/ruleset/ruleset-query';

  const dataset: Dataset;
  export default dataset;
  export const prose: ParsedProse;
}

declare module 'virtual:accent.css';

/** The name of the dataset's file, without ".json". Storage is named after it, and so is the file on the server. */
declare const __PACK__: string;

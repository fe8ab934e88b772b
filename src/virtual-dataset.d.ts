declare module 'virtual:dataset' {
  import type { ParsedProse } from './core/ruleset/prose-nodes';
  import type { Dataset } from './features/ruleset/ruleset-query';

  const dataset: Dataset;
  export default dataset;
  export const prose: ParsedProse;
}

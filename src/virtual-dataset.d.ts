declare module 'virtual:dataset' {
  import type { Dataset } from './features/ruleset/ruleset-query';

  const dataset: Dataset;
  export default dataset;
}

/** What the build says of the version that this worker belongs to; written into the worker by build/service-worker.ts. */
declare const VERSION: {
  /** Names the version; another one differs in a file. */
  readonly id: string;
  /** The files that are kept, by their path from the scope, with the SHA-256 of what they hold. */
  readonly files: Readonly<Record<string, string>>;
};

export const { id, files } = VERSION;

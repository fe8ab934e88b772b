import fc from 'fast-check';

// Each run tries the same generated texts, so that a failure belongs to the change under test. `SEED=2` tries others.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });

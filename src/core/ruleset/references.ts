import { type Keys, type Report, texts } from './problem';
import { isProse, proseLinks } from './prose';
import type { Ruleset } from './schema';
import { situationOf } from './situation';

/**
 * Takes a dataset of the right shape and reports what is wrong between its fields: an id or alias that is used twice, a
 * reference to nothing, a link inside prose that is not https. Linear in the dataset.
 */
export function checkReferences(ruleset: Ruleset, report: Report): void {
  const claim = (taken: Set<string>, name: string, keys: Keys) => {
    if (taken.has(name)) report(keys, `"${name}" is already taken`);
    taken.add(name);
  };
  const claimIds = (entries: readonly { id: string }[], ...keys: Keys) => {
    const taken = new Set<string>();
    for (const [i, { id }] of entries.entries()) claim(taken, id, [...keys, i, 'id']);
    return taken;
  };
  const rules = claimIds(ruleset.rules, 'rules');
  const snippets = { what: 'snippet', known: claimIds(ruleset.snippets, 'snippets') };
  claimIds(ruleset.notices, 'notices');
  /** By the name of a field, what the ids in it stand for. */
  const references = new Map([
    ['page', { what: 'source', known: claimIds(ruleset.sources, 'sources') }],
    ['procedure', { what: 'procedure', known: claimIds(ruleset.procedures, 'procedures') }],
    ['snippet', snippets],
    ['snippets', snippets],
    ['recentErrors', snippets],
    ['rule', { what: 'rule', known: rules }],
    ['concerns', { what: 'rule', known: rules }],
    ['next', { what: 'question', known: claimIds(ruleset.questions, 'questions') }],
  ]);
  for (const [text, keys] of texts(ruleset, [])) {
    // Values have names of their own.
    if (keys.includes('samples')) continue;
    const field = String(keys.findLast((key) => typeof key === 'string'));
    const reference = references.get(field);
    if (reference && !reference.known.has(text)) report(keys, `there is no ${reference.what} "${text}"`);
    if (!isProse(keys)) continue;
    for (const url of proseLinks(text)) {
      if (!url.startsWith('https://')) report(keys, `"${url}" must be an https link`);
    }
  }

  // Aliases come after all ids: where one equals an id, it is the alias that has to change.
  const addresses = new Set(rules);
  const causesOf = new Map<string, Set<string>>();
  for (const [r, rule] of ruleset.rules.entries()) {
    const at = ['rules', r];
    for (const [a, alias] of rule.aliases.entries()) claim(addresses, alias, [...at, 'aliases', a]);
    const causes = claimIds(rule.causes, ...at, 'causes');
    causesOf.set(rule.id, causes);
    const situations = new Set<string>();
    for (const [i, resolution] of rule.resolutions.entries()) {
      const { answers } = resolution;
      const situation = situationOf(resolution);
      if (situation) claim(situations, situation, [...at, 'resolutions', i, 'id']);
      if (answers && !causes.has(answers)) {
        report([...at, 'resolutions', i, 'answers'], `there is no cause "${answers}"`);
      }
    }
    for (const [i, similar] of rule.similar.entries()) {
      if (similar.rule === rule.id) report([...at, 'similar', i, 'rule'], 'must be another rule');
    }
    if (rule.signatures.length === 0 && !rule.symptom) {
      report([...at, 'signatures'], 'must have an entry, unless there is a `symptom`');
    }
  }
  for (const [q, { options }] of ruleset.questions.entries()) {
    for (const [o, { outcomes }] of options.entries()) {
      for (const [i, { rule, cause }] of outcomes.entries()) {
        if (!cause || causesOf.get(rule)?.has(cause)) continue;
        report(['questions', q, 'options', o, 'outcomes', i, 'cause'], `there is no cause "${cause}"`);
      }
    }
  }
}

import { type Problem, problemAt } from './problem';
import { proseLinks } from './prose';
import type { Ruleset } from './schema';
import { situationOf } from './situation';
import { type Keys, texts } from './texts';

/**
 * Takes a dataset of the right shape and returns what is wrong between its fields: an id or alias that is used twice, a
 * reference to nothing, a link inside prose that is not https. Linear in the dataset.
 */
export function findReferenceProblems(ruleset: Ruleset): Problem[] {
  const problems: Problem[] = [];
  const report = (keys: Keys, message: string) => {
    problems.push(problemAt(ruleset, keys, message));
  };
  const claim = (taken: Set<string>, name: string, keys: Keys) => {
    if (taken.has(name)) report(keys, `"${name}" is already taken`);
    taken.add(name);
  };
  const claimIds = (entries: readonly { id: string }[], ...keys: Keys) => {
    const taken = new Set<string>();
    for (const [i, { id }] of entries.entries()) claim(taken, id, [...keys, i, 'id']);
    return taken;
  };
  const refer = (known: Set<string>, id: string, keys: Keys, what: string) => {
    if (!known.has(id)) report(keys, `there is no ${what} "${id}"`);
  };

  const sources = claimIds(ruleset.sources, 'sources');
  const procedures = claimIds(ruleset.procedures, 'procedures');
  const rules = claimIds(ruleset.rules, 'rules');
  const snippets = claimIds(ruleset.snippets, 'snippets');
  const questions = claimIds(ruleset.questions, 'questions');
  claimIds(ruleset.notices, 'notices');

  // Aliases come after all ids: where one equals an id, it is the alias that has to change.
  const addresses = new Set(rules);
  const causesOf = new Map<string, Set<string>>();
  for (const [r, rule] of ruleset.rules.entries()) {
    for (const [a, alias] of rule.aliases.entries()) {
      claim(addresses, alias, ['rules', r, 'aliases', a]);
    }
    const causes = claimIds(rule.causes, 'rules', r, 'causes');
    causesOf.set(rule.id, causes);
    for (const [i, { answers }] of rule.resolutions.entries()) {
      if (answers) refer(causes, answers, ['rules', r, 'resolutions', i, 'answers'], 'cause');
    }
    for (const [i, similar] of rule.similar.entries()) {
      const keys = ['rules', r, 'similar', i, 'rule'];
      refer(rules, similar.rule, keys, 'rule');
      if (similar.rule === rule.id) report(keys, 'a rule is not its own neighbour');
    }
    for (const [i, id] of rule.snippets.entries()) {
      refer(snippets, id, ['rules', r, 'snippets', i], 'snippet');
    }
    const situations = new Set<string>();
    for (const [i, resolution] of rule.resolutions.entries()) {
      const situation = situationOf(resolution);
      if (situation) claim(situations, situation, ['rules', r, 'resolutions', i, 'id']);
      for (const [s, step] of resolution.steps.entries()) {
        const keys = ['rules', r, 'resolutions', i, 'steps', s, 'rule'];
        if (step.rule) refer(rules, step.rule, keys, 'rule');
      }
    }
    if (rule.signatures.length === 0 && !rule.symptom) {
      report(['rules', r, 'signatures'], 'must have an entry, unless there is a `symptom`');
    }
  }
  for (const [q, { options }] of ruleset.questions.entries()) {
    for (const [o, { next, outcomes }] of options.entries()) {
      const keys = ['questions', q, 'options', o];
      if (next) refer(questions, next, [...keys, 'next'], 'question');
      for (const [i, { rule, cause }] of outcomes.entries()) {
        const at = [...keys, 'outcomes', i];
        refer(rules, rule, [...at, 'rule'], 'rule');
        if (cause) refer(causesOf.get(rule) ?? new Set(), cause, [...at, 'cause'], 'cause');
      }
    }
  }

  for (const [text, keys] of texts(ruleset, [])) {
    const key = keys.at(-1);
    if (key === 'page') refer(sources, text, keys, 'source');
    if (key === 'procedure') refer(procedures, text, keys, 'procedure');
    if (key === 'snippet') refer(snippets, text, keys, 'snippet');
    // Signatures, the example and code are not prose.
    if (keys.includes('signatures') || key === 'example' || key === 'code') continue;
    for (const url of proseLinks(text)) {
      if (!url.startsWith('https://')) report(keys, `"${url}" must be an https link`);
    }
  }
  return problems;
}

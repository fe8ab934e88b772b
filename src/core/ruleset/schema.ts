import * as v from 'valibot';

/*
 * What a dataset is. The TypeScript types, the check of a fetched file and public/rulesets/schema-v1.json all come from this
 * definition. Unknown fields pass here, so that an app older than its dataset keeps working; schema-v1.json and the tests
 * reject them, so that authors find a misspelt field.
 */

type Schema = v.GenericSchema;
const described = <S extends Schema>(entry: S, description: string) => v.pipe(entry, v.description(description));
const withExamples = <S extends Schema>(entry: S, ...examples: v.InferInput<S>[]) =>
  v.pipe(entry, v.examples(examples));
const optional = <S extends Schema>(entry: S, description: string) => v.optional(described(entry, description));
const list = <S extends Schema>(entry: S, description: string) =>
  v.optional(described(v.array(entry), description), []);
const filled = <S extends Schema>(entry: S, description: string) =>
  described(v.pipe(v.array(entry), v.minLength(1)), description);
const flag = (description: string) => v.optional(described(v.boolean(), description), false);
const matching = (pattern: RegExp, message: string) => v.pipe(v.string(), v.regex(pattern, message));
const idOf = (list: string) => described(id, `The id of one of \`${list}\`.`);

const text = matching(/\S/, 'must not be empty');
const prose = described(
  text,
  'A sentence or two; inline Markdown: **portal label**, `code`, [link](https://…). Within a rule, {name} stands for a value of its message; without one, it is left out with the space before it.',
);
const id = withExamples(
  matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
  'disk-too-slow',
);
const httpsUrl = matching(/^https:\/\/[^\s/.]+\.\S+$/, 'must be an https link');
const date = withExamples(v.pipe(v.string(), v.isoDate('must be a date such as 2026-04-24')), '2026-04-24');

const ownId = described(id, 'Its name, which other fields refer to.');

const links = list(
  v.object({ text: described(text, 'What the page is called.'), url: described(httpsUrl, 'Its address.') }),
  'Pages to read further.',
);

const citation = described(
  v.object({
    page: idOf('sources'),
    anchor: optional(text, 'The heading on that page, without the "#".'),
  }),
  'Where the facts come from.',
);

const step = v.object({
  text: described(
    withExamples(prose, 'Open **Disks** and select a faster one.'),
    'One thing to do, in the imperative.',
  ),
  side: optional(text, 'Where it is done, and so who can do it: one of `sides`.'),
});

const procedure = v.object({
  id: ownId,
  title: described(text, 'What it comes to, in a few words.'),
  intro: v.optional(prose),
  steps: filled(step, 'In order.'),
  outro: v.optional(prose),
  source: v.optional(citation),
});

const resolutionStep = v.object({
  ...step.entries,
  procedure: optional(id, 'The id of one of `procedures`, shown in place under this step.'),
  rule: optional(id, 'The id of another rule, whose card says how this step is done.'),
  snippet: optional(id, 'The id of one of `snippets`, shown in place under this step.'),
});

const resolution = v.object({
  id: optional(id, 'Its name in links (`?situation=…`). By default the id of the cause that it answers.'),
  title: described(text, 'What to do, in a few words.'),
  answers: optional(id, 'The id of the cause that it answers, if not all.'),
  when: optional(withExamples(prose, 'If the disk is new'), 'How readers can tell that this one applies.'),
  intro: v.optional(prose),
  steps: filled(resolutionStep, 'In order.'),
  links,
});

const samples = v.object({
  found: list(
    v.object({
      text: described(text, 'The whole text.'),
      values: optional(v.record(v.string(), v.string()), 'The values that are found in it, by name.'),
    }),
    'At least three whole texts as readers have them, in which this error is found, and no other.',
  ),
  notFound: list(text, 'At least two texts that look like this error, in which it is not found.'),
});

const rule = v.object({
  id: described(id, 'The documentation’s own anchor. It is the card’s address.'),
  title: described(text, 'The error’s name, in a few words: the card’s heading.'),
  aliases: list(id, 'Old ids that must keep working.'),
  signatures: described(
    withExamples(v.array(text), ['Job {jobName} failed with {Timeout|Abort}.']),
    'The error’s exact texts, if it has any: {name} where a value varies, {one|two} for one of several texts; every other brace is literal, and \\{ forces a literal.',
  ),
  unless: list(text, 'Texts in the same paragraph which show that the words are another program’s.'),
  commonWords: flag('Whether other software uses these words too.'),
  pointer: flag('Whether its message only points to another: where a row holds both, the other one counts.'),
  symptom: optional(prose, 'What the reader notices, if there is no message.'),
  seenIn: list(text, 'Where the reader meets it: a page, a log, a command.'),
  summary: optional(prose, 'The cause in one sentence, if there are several.'),
  causes: filled(
    v.object({
      id: described(id, 'Its name, which resolutions and outcomes refer to.'),
      text: prose,
      shownBy: list(text, 'Texts in the message’s paragraph which show that this is the cause.'),
    }),
    'Why the error appears, the likeliest first.',
  ),
  resolutions: filled(resolution, 'What to do, the likeliest first.'),
  snippets: list(id, 'Ids of `snippets` that help with the whole error.'),
  similar: list(
    v.object({ rule: idOf('rules'), difference: prose }),
    'Errors easily confused with this one, and how to tell them apart.',
  ),
  source: v.optional(citation),
  samples: optional(samples, 'Texts that prove the signatures. The build leaves them out of what readers load.'),
});

const option = v.object({
  id: described(id, 'A segment of the address once this answer is given.'),
  label: described(text, 'The answer, as the reader would give it.'),
  paste: flag('Whether this answer means that there is text to paste.'),
  unsure: flag('Whether it means that the reader does not know: no reason for an outcome.'),
  next: optional(id, 'The id of the question that follows.'),
  outcomes: list(
    v.object({
      rule: idOf('rules'),
      cause: optional(id, 'The id of one of the rule’s causes; without it, any of them.'),
    }),
    'Instead of `next`: the likely causes, the likeliest first.',
  ),
});

const question = v.object({
  id: ownId,
  text: described(text, 'Something that the reader can see or answer without help.'),
  help: v.optional(prose),
  options: described(v.array(option), 'Two to six answers.'),
});

const language = described(
  v.picklist(['kusto', 'powershell', 'shell', 'address']),
  'Tells how values are quoted in it.',
);
const code = described(
  text,
  '{name} stands for one of the reader’s values, {message} for a fixed part of the message. They are quoted as the language requires, so write no quotes around them.',
);

const snippet = v.object({
  id: ownId,
  title: described(text, 'What it shows or opens, in a few words.'),
  effect: described(prose, 'What running it changes: "Read-only."'),
  language,
  code,
  link: optional(
    v.object({
      text: described(text, 'What the link says.'),
      address: described(
        matching(/^https:\/\/[^\s/.]+\.\S+#\S*\{query\}/, 'must be an https link with {query} after "#"'),
        'The address, with {query} after "#".',
      ),
    }),
    'An address that opens it: {query} stands for the code above, percent-encoded. After "#", no server receives it.',
  ),
  forms: list(
    v.object({ title: described(text, 'Where it runs, in a few words.'), language, code }),
    'Commands that run it: {query} stands for the code above, quoted.',
  ),
  source: v.optional(citation),
});

const notice = v.object({
  id: ownId,
  title: described(text, 'The notice in one short line.'),
  date: described(date, 'When it took effect.'),
  text: filled(prose, 'The notice in full, a paragraph each.'),
  concerns: list(id, 'Ids of the `rules` whose cards show it in full.'),
  links,
  source: v.optional(citation),
});

const colour = matching(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as "#0f5ea8"');

/** What the app says of itself. All of it has a plain default, so that a small dataset needs none. */
const product = v.object({
  name: v.optional(described(text, 'What the app is called.'), 'Troubleshooter'),
  shortName: optional(text, 'Its name under an icon; by default its name.'),
  heading: v.optional(described(text, 'The first page’s heading.'), 'What does the error mean, and what do I do?'),
  lead: v.optional(described(text, 'What to paste, in a sentence.'), 'Paste a message, a row or a whole log.'),
  about: v.optional(described(text, 'What the errors are about, for previews and search engines.'), 'Errors'),
  disclaimer: optional(text, 'Whose it is not, at the foot of each page.'),
  language: v.optional(described(text, 'The language of the texts, as a tag: "en".'), 'en'),
  accent: optional(
    v.object({ light: described(colour, 'On a light ground.'), dark: described(colour, 'On a dark ground.') }),
    'The colour of what can be pressed, on light and on dark.',
  ),
  icon: v.optional(
    described(
      matching(/^[\d\sa-zA-Z.,+-]+$/, 'must be path data as in SVG'),
      'Path data as in SVG, drawn as lines of width 2 on a field of 24 by 24.',
    ),
    'M12 8v5M12 16.5v.5M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18',
  ),
});

const side = v.object({
  name: described(text, 'As steps name it.'),
  colour: described(v.picklist(['blue', 'green', 'amber']), 'The colour of its label.'),
});

/** The definition that `parseRuleset` checks a dataset against. A test writes the JSON Schema from it. */
export const rulesetSchema = v.object({
  $schema: optional(v.string(), 'The address of this schema, by which editors know the fields.'),
  name: described(text, 'The product that the errors come from.'),
  updated: described(date, 'When this file last changed.'),
  product: v.optional(described(product, 'What the app says of itself.'), {}),
  sides: list(side, 'Where steps are done. A side that is not listed has a grey label.'),
  example: described(text, 'An example text for the paste box.'),
  where: optional(prose, 'Where the reader finds a message.'),
  context: list(text, 'Words that show that a text is about this product.'),
  notices: list(notice, 'What every reader should know.'),
  sources: list(
    v.object({
      id: ownId,
      title: described(text, 'The page’s own title, or what it is.'),
      url: described(httpsUrl, 'Its address.'),
      date: optional(date, 'The date on the page, if it has one.'),
      checked: optional(date, 'When the facts were last held against the page.'),
    }),
    'Pages that the facts come from.',
  ),
  procedures: list(procedure, 'Steps that several resolutions share.'),
  snippets: list(snippet, 'Queries, commands and addresses with the reader’s values in them.'),
  rules: filled(rule, 'The known errors.'),
  questions: list(question, 'The wizard’s questions, for readers without a message. The first one is asked first.'),
  synonyms: list(
    withExamples(v.pipe(v.array(text), v.minLength(2)), ['password', 'passphrase', 'secret']),
    'Words and phrases that readers use for the same thing, a list for each: whoever searches for one finds the others.',
  ),
  repository: optional(
    httpsUrl,
    'Where corrections are suggested: a repository with issues, as GitHub and GitLab have them.',
  ),
  changes: list(
    v.object({
      date: described(date, 'When it changed.'),
      text: prose,
      concerns: list(id, 'Ids of the `rules` that it concerns.'),
    }),
    'What has changed in this file, the newest first.',
  ),
  support: optional(
    v.object({ collect: filled(text, 'One thing each.') }),
    'What to send to the vendor’s support when nothing has helped.',
  ),
  recentErrors: optional(id, 'The id of one of `snippets`: the latest errors, to check first, and for support.'),
});

/** A dataset: the rules of one product, with what they share. Optional lists are always there, perhaps empty. */
export type Ruleset = v.InferOutput<typeof rulesetSchema>;
/** One known error: its signatures, causes and resolutions. */
export type Rule = Ruleset['rules'][number];
/** One reason for an error. */
export type Cause = Rule['causes'][number];
/** What to do about an error, or about one of its causes. */
export type Resolution = Rule['resolutions'][number];
/** A query, command or address to run or open. */
export type Snippet = Ruleset['snippets'][number];
/** One of the wizard's questions. */
export type Question = Ruleset['questions'][number];
/** One answer to a question: it leads on to another question (`next`) or, without one, to outcomes. */
export type Option = Question['options'][number];
/** What answers lead to: a rule, and perhaps which of its causes. */
export type Outcome = Option['outcomes'][number];
/** Something every reader should know, with its date and source. */
export type Notice = Ruleset['notices'][number];
/** A source and a place on its page. */
export type Citation = v.InferOutput<typeof citation>;

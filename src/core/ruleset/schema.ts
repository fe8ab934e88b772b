import * as v from 'valibot';

/*
 * What a dataset is. This one definition gives the TypeScript types, the check of a fetched file and
 * public/rulesets/schema.json. Unknown fields pass here, so that an app that is older than the dataset
 * on its server keeps working; schema.json and the tests reject them, so that a misspelt field is found
 * where it is written.
 */

const text = v.pipe(v.string(), v.regex(/\S/, 'must not be empty'));
const prose = v.pipe(
  text,
  v.description(
    'A sentence or two; inline Markdown: **portal label**, `code`, [link](https://…). Within a rule, {name} stands for a value of its message.',
  ),
);
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
);
const httpsUrl = v.pipe(v.string(), v.regex(/^https:\/\/[^\s/.]+\.\S+$/, 'must be an https link'));
const date = v.pipe(v.string(), v.isoDate('must be a date such as 2026-04-24'));

const link = v.object({ text, url: httpsUrl });

const citation = v.object({
  page: v.pipe(id, v.description('The id of one of `sources`.')),
  anchor: v.optional(v.pipe(text, v.description('The heading on that page, without the "#".'))),
});

const source = v.object({
  id,
  title: v.pipe(text, v.description('The page’s own title.')),
  url: httpsUrl,
  date: v.pipe(date, v.description('The date that the page gives for itself.')),
});

const step = v.object({
  text: v.pipe(prose, v.description('One thing to do, in the imperative.')),
  side: v.optional(
    v.pipe(text, v.description('Where it is done, and so who can do it: "Azure", "ServiceNow".')),
  ),
});

const procedure = v.object({
  id,
  title: text,
  intro: v.optional(prose),
  steps: v.pipe(v.array(step), v.minLength(1)),
  outro: v.optional(prose),
  source: citation,
});

const resolutionStep = v.object({
  ...step.entries,
  procedure: v.optional(
    v.pipe(id, v.description('The id of one of `procedures`, shown in place under this step.')),
  ),
  rule: v.optional(
    v.pipe(id, v.description('The id of another rule, whose card says how this step is done.')),
  ),
  snippet: v.optional(
    v.pipe(id, v.description('The id of one of `snippets`, shown in place under this step.')),
  ),
});

const cause = v.object({ id, text: prose });

const resolution = v.object({
  id: v.optional(
    v.pipe(
      id,
      v.description(
        'What a link calls it (`?situation=…`). Without one it is called as the cause that it answers.',
      ),
    ),
  ),
  title: v.pipe(text, v.description('What this way out comes to, in a few words.')),
  answers: v.optional(
    v.pipe(id, v.description('The id of the cause that it answers, if not all.')),
  ),
  when: v.optional(
    v.pipe(prose, v.description('How the reader tells that this one is theirs: "If …".')),
  ),
  intro: v.optional(prose),
  steps: v.pipe(v.array(resolutionStep), v.minLength(1)),
  links: v.optional(v.array(link), []),
});

const rule = v.object({
  id: v.pipe(id, v.description('The documentation’s own anchor. It is the card’s address.')),
  title: text,
  aliases: v.optional(v.pipe(v.array(id), v.description('Old ids that must keep working.')), []),
  signatures: v.pipe(
    v.array(text),
    v.description(
      'The error’s exact texts, if it has any: {name} where a value varies, {one|two} where one of several texts stands; every other brace is literal, and \\{ forces a literal.',
    ),
  ),
  symptom: v.optional(
    v.pipe(prose, v.description('What the reader notices, where there is no message.')),
  ),
  seenIn: v.pipe(v.array(text), v.description('Where in the portal the reader meets it.')),
  causes: v.pipe(v.array(cause), v.minLength(1)),
  resolutions: v.pipe(v.array(resolution), v.minLength(1)),
  snippets: v.optional(
    v.pipe(v.array(id), v.description('Ids of `snippets` that serve the whole error.')),
    [],
  ),
  similar: v.optional(
    v.pipe(
      v.array(v.object({ rule: id, difference: prose })),
      v.description('Errors easily confused with this one, and how to tell them apart.'),
    ),
    [],
  ),
  source: citation,
});

const outcome = v.object({
  rule: id,
  cause: v.optional(v.pipe(id, v.description('Which of the rule’s causes, if not any of them.'))),
});

const option = v.object({
  id: v.pipe(id, v.description('A segment of the address once this answer is given.')),
  label: v.pipe(text, v.description('The answer, as the reader would give it.')),
  paste: v.optional(
    v.pipe(v.boolean(), v.description('Whether this answer means that there is a text to paste.')),
    false,
  ),
  next: v.optional(v.pipe(id, v.description('The id of the question that follows.'))),
  outcomes: v.optional(
    v.pipe(
      v.array(outcome),
      v.description('In place of `next`: what it comes down to, the likeliest first.'),
    ),
    [],
  ),
});

const question = v.object({
  id,
  text: v.pipe(text, v.description('Something that the reader can see or answer without help.')),
  help: v.optional(prose),
  options: v.array(option),
});

const language = v.picklist(['kusto', 'powershell', 'shell', 'address']);
const code = v.pipe(
  text,
  v.description(
    'The reader’s values stand in it as {name}, a fixed part of the message as {message}; they are quoted as the language demands, so write no quotes around them.',
  ),
);

const snippet = v.object({
  id,
  title: v.pipe(text, v.description('What it tells or opens, in a few words.')),
  effect: v.pipe(prose, v.description('What it changes: "It only reads."')),
  language,
  code,
  forms: v.optional(
    v.pipe(
      v.array(v.object({ title: text, language, code })),
      v.description('Commands that run it: {query} stands for the code above, quoted.'),
    ),
    [],
  ),
  source: citation,
});

const notice = v.object({
  id,
  title: v.pipe(text, v.description('The notice in one short line.')),
  date: v.pipe(date, v.description('When it took effect.')),
  text: v.pipe(v.array(prose), v.minLength(1)),
  links: v.optional(v.array(link), []),
  source: citation,
});

/** The definition itself, from which a dataset is checked (parse.ts) and the JSON Schema is made (a test). */
export const rulesetSchema = v.object({
  $schema: v.optional(v.string()),
  name: v.pipe(text, v.description('What these errors are errors of.')),
  updated: v.pipe(date, v.description('When this file last changed.')),
  example: v.pipe(text, v.description('A paste that shows what the app does.')),
  where: v.optional(
    v.pipe(prose, v.description('Where in the portal the reader finds a message.')),
  ),
  notices: v.optional(v.array(notice), []),
  sources: v.pipe(v.array(source), v.minLength(1)),
  procedures: v.optional(v.array(procedure), []),
  snippets: v.optional(v.array(snippet), []),
  rules: v.pipe(v.array(rule), v.minLength(1)),
  questions: v.optional(
    v.pipe(
      v.array(question),
      v.description('The wizard’s, for readers without a message. The first one is asked first.'),
    ),
    [],
  ),
  support: v.optional(
    v.pipe(
      v.object({
        collect: v.pipe(v.array(text), v.minLength(1)),
        snippet: v.optional(v.pipe(id, v.description('The id of one of `snippets`.'))),
      }),
      v.description('What to send to the vendor’s support when nothing has helped.'),
    ),
  ),
});

/** A dataset: the rules of one product, with what they share. Optional lists are always there, perhaps empty. */
export type Ruleset = v.InferOutput<typeof rulesetSchema>;
/** One known error: its texts, causes and ways out. */
export type Rule = Ruleset['rules'][number];
/** One reason for an error. */
export type Cause = Rule['causes'][number];
/** One way out of an error. */
export type Resolution = Rule['resolutions'][number];
/** One thing to do. */
export type Step = Resolution['steps'][number];
/** Steps that several rules share. */
export type Procedure = Ruleset['procedures'][number];
/** A query, command or address to run or open. */
export type Snippet = Ruleset['snippets'][number];
/** One of the wizard's questions. */
export type Question = Ruleset['questions'][number];
/** One answer to a question: it leads on to another question (`next`) or, without one, to outcomes. */
export type Option = Question['options'][number];
/** What answers come down to: a rule, and perhaps which of its causes. */
export type Outcome = Option['outcomes'][number];
/** Something every reader should know, with its date and source. */
export type Notice = Ruleset['notices'][number];
/** A place on such a page. */
export type Citation = v.InferOutput<typeof citation>;

import { proseText } from '../../src/core/ruleset/prose';
import type { Rule, Ruleset } from '../../src/core/ruleset/schema';
import { valueLabel } from '../../src/core/ruleset/value-label';
import { PLACEHOLDER } from '../../src/core/ruleset/values';
import { walk } from '../../src/core/wizard/walk';

/** A page that the build prerenders, and what search engines and chats are told about it. */
export type PageInfo = {
  /** Its address below the base. */
  path: string;
  /** Another address whose page stands here too. */
  draws?: string;
  /** One or two sentences, plain text. */
  description: string;
  /** What its preview picture says. */
  picture: { label: string; title: string; text: string };
  /** The same for machines, in schema.org's terms, with `url` left to the build; none where no type fits. */
  data?: Record<string, unknown>;
  /** Whether search engines should list it. */
  listed: boolean;
  /** Whether it is the page of one address, and does not stand in for others. */
  fixed: boolean;
};

const product = 'Azure to ServiceNow connector';

/** Takes a dataset and returns all its pages, the home page first, the one for unknown addresses last. */
export function listPages(ruleset: Ruleset): PageInfo[] {
  const titles = ruleset.rules.map(({ title }) => title);
  return [
    page(
      '/',
      'Paste an error from the Azure ITSMC dashboard and read its cause and what to do. Nothing you paste leaves the page.',
      {
        label: product,
        title: 'What does the connector say?',
        text: 'Paste the error, read its cause and what to do.',
      },
      {
        '@type': 'WebApplication',
        name: 'ITSMC troubleshooter',
        applicationCategory: 'DeveloperApplication',
        operatingSystem: 'Any',
        offers: { '@type': 'Offer', price: 0, priceCurrency: 'USD' },
      },
    ),
    page(
      '/errors',
      `All ${titles.length} known errors of the ITSMC connector, each with its cause and what to do.`,
      { label: product, title: 'All known errors', text: titles.join(', ') },
      {
        '@type': 'ItemList',
        itemListElement: titles.map((name, i) => ({ '@type': 'ListItem', position: i + 1, name })),
      },
    ),
    ...ruleset.rules.flatMap((rule) => cardPages(rule, ruleset)),
    ...(ruleset.questions.length > 0 ? wizardPages(ruleset) : []),
    page(
      '/integrate',
      'Open the ITSMC troubleshooter from a runbook, an alert or a bookmark, with a text already diagnosed.',
      {
        label: product,
        title: 'Link to this app',
        text: 'From a runbook, an alert or a bookmark.',
      },
    ),
    {
      ...page('/404', 'There is no page at this address.', {
        label: product,
        title: 'There is no page at this address',
        text: '',
      }),
      listed: false,
      fixed: false,
    },
  ];
}

function page(path: string, description: string, picture: PageInfo['picture'], data?: PageInfo['data']): PageInfo {
  return { path, description, picture, ...(data && { data }), listed: true, fixed: true };
}

/** A rule's card, and the same at its old addresses. */
function cardPages(rule: Rule, ruleset: Ruleset): PageInfo[] {
  const source = ruleset.sources.find(({ id }) => id === rule.source.page);
  const description = `${causes(rule)} What to do: ${fixes(rule)}.`;
  const card = page(`/errors/${rule.id}`, description, cardPicture(rule), {
    '@type': 'TechArticle',
    headline: rule.title,
    description,
    inLanguage: 'en',
    about: product,
    ...(source && {
      isBasedOn: source.url + (rule.source.anchor ? `#${rule.source.anchor}` : ''),
      dateModified: source.date,
    }),
  });
  const old = rule.aliases.map((id) => ({
    ...card,
    path: `/errors/${id}`,
    draws: card.path,
    listed: false,
  }));
  return [card, ...old];
}

function causes(rule: Rule): string {
  const texts = rule.causes.map(({ text }) => plain(text));
  return texts.length === 1
    ? texts.join()
    : `Possible causes: ${texts.map((text, i) => `(${i + 1}) ${text}`).join(' ')}`;
}

/** The titles of a rule's resolutions as one phrase: "Disable the scripts or undo the changes". */
function fixes({ resolutions }: Rule): string {
  const titles = resolutions.map(({ title }) => title);
  const lower = (title: string) => title.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  return either(titles.map((title, i) => (i > 0 ? lower(title) : title)));
}

function cardPicture(rule: Rule): PageInfo['picture'] {
  return {
    label: ['ITSMC error', ...(rule.seenIn.length > 0 ? [rule.seenIn.join(', ')] : [])].join(' · '),
    title: rule.title,
    text: `Fix: ${fixes(rule)}`,
  };
}

/** Every question, once for each way to it, every outcome, and the map. */
function wizardPages({ questions, rules }: Ruleset): PageInfo[] {
  const label = 'ITSMC: find the cause';
  const pages: PageInfo[] = [];
  const visit = (path: string[]) => {
    const { question, outcomes, answers } = walk(questions, path);
    const address = ['/wizard', ...path].join('/');
    if (question) {
      const choices = question.options.map((option) => option.label).join(' · ');
      const help = question.help ? ` ${plain(question.help)}` : '';
      const picture = { label, title: question.text, text: choices };
      pages.push(page(address, `${question.text}${help} ${choices}`, picture));
      for (const option of question.options) visit([...path, option.id]);
      return;
    }
    const likely = [...new Set(outcomes.map(({ rule }) => rule))].flatMap(
      (id) => rules.find((rule) => rule.id === id) ?? [],
    );
    const [first] = likely;
    if (!first) return;
    const titles = either(likely.map(({ title }) => title));
    const given = answers.map(({ option }) => option.label).join(' · ');
    const description = `${outcomes.length > 1 ? 'Likely causes' : 'Likely cause'}: ${titles}. For the answers: ${given}.`;
    const picture =
      likely.length > 1 ? { label, title: `${outcomes.length} likely causes`, text: titles } : cardPicture(first);
    pages.push(page(address, description, picture));
  };
  visit([]);
  const text = 'All questions, answers and causes at once.';
  pages.push(page('/wizard/map', text, { label, title: 'All questions', text }));
  return pages;
}

/** "a", "a or b", "a, b, or c". */
function either(items: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(items);
}

/** Prose as plain text. As in a snippet, a value's name stands in angle brackets: "<alert name>". */
function plain(prose: string): string {
  return proseText(prose).replace(PLACEHOLDER, (_, name: string) => `<${valueLabel(name).toLowerCase()}>`);
}

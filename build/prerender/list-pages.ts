import { proseText } from '../../src/core/ruleset/prose';
import type { Question, Rule, Ruleset } from '../../src/core/ruleset/schema';
import { valueLabel } from '../../src/core/ruleset/value-label';
import { PLACEHOLDER } from '../../src/core/ruleset/values';
import { walk } from '../../src/core/wizard/walk';

/** A page that the build draws, and what search engines and chats are told about it. */
export type PageInfo = {
  /** Its address below the base. */
  path: string;
  /** Another address whose page stands here too. */
  draws?: string;
  /** One or two sentences, plain text. */
  description: string;
  /** What its picture says. */
  picture: { label: string; title: string; text: string };
  /** The same for machines, in schema.org's terms, with `url` left to the build; none where no type fits. */
  data?: Record<string, unknown>;
  /** Whether search engines should list it. */
  listed: boolean;
  /** Whether it is one address's page, and does not stand in for others. */
  fixed: boolean;
};

const app = 'Azure to ServiceNow connector';

/** Takes a dataset and returns all pages that it gives rise to, the first page first, the one for unknown addresses last. */
export function listPages(ruleset: Ruleset): PageInfo[] {
  return [
    {
      path: '/',
      description:
        'Paste an error from the Azure ITSMC dashboard and read its cause and what to do. Nothing you paste leaves the page.',
      picture: {
        label: app,
        title: 'What does the connector say?',
        text: 'Paste the error, read its cause and what to do.',
      },
      data: {
        '@type': 'WebApplication',
        name: 'ITSMC troubleshooter',
        applicationCategory: 'DeveloperApplication',
        operatingSystem: 'Any',
        offers: { '@type': 'Offer', price: 0, priceCurrency: 'USD' },
      },
      listed: true,
      fixed: true,
    },
    {
      path: '/errors',
      description: `All ${ruleset.rules.length} known errors of the ITSMC connector, each with its cause and what to do.`,
      picture: {
        label: app,
        title: 'All known errors',
        text: ruleset.rules.map(({ title }) => title).join(', '),
      },
      data: {
        '@type': 'ItemList',
        itemListElement: ruleset.rules.map(({ title }, i) => ({
          '@type': 'ListItem',
          position: i + 1,
          name: title,
        })),
      },
      listed: true,
      fixed: true,
    },
    ...ruleset.rules.flatMap((rule) => cardPages(rule, ruleset)),
    ...(ruleset.questions.length > 0 ? wizardPages(ruleset) : []),
    {
      path: '/integrate',
      description:
        'Open the ITSMC troubleshooter from a runbook, an alert or a bookmark, with a text already diagnosed.',
      picture: {
        label: app,
        title: 'Link to this app',
        text: 'From a runbook, an alert or a bookmark.',
      },
      listed: true,
      fixed: true,
    },
    {
      path: '/404',
      description: 'There is no page at this address.',
      picture: { label: app, title: 'There is no page at this address', text: '' },
      listed: false,
      fixed: false,
    },
  ];
}

/** A rule's card, and the same at its old addresses. */
function cardPages(rule: Rule, ruleset: Ruleset): PageInfo[] {
  const source = ruleset.sources.find(({ id }) => id === rule.source.page);
  const description = gist(rule);
  const card: PageInfo = {
    path: `/errors/${rule.id}`,
    description,
    picture: cardPicture(rule),
    data: {
      '@type': 'TechArticle',
      headline: rule.title,
      description,
      inLanguage: 'en',
      about: app,
      ...(source && {
        isBasedOn: source.url + (rule.source.anchor ? `#${rule.source.anchor}` : ''),
        dateModified: source.date,
      }),
    },
    listed: true,
    fixed: true,
  };
  const old = rule.aliases.map((id) => ({
    ...card,
    path: `/errors/${id}`,
    draws: card.path,
    listed: false,
  }));
  return [card, ...old];
}

function gist(rule: Rule): string {
  const causes = rule.causes.map(({ text }) => plain(text)).join(' Or: ');
  return `${causes} What to do: ${fixes(rule)}.`;
}

function fixes(rule: Rule): string {
  return rule.resolutions.map(({ title }) => title).join(', or ');
}

function cardPicture(rule: Rule): PageInfo['picture'] {
  const places = rule.seenIn.length > 0 ? ` · ${rule.seenIn.join(', ')}` : '';
  return { label: `ITSMC error${places}`, title: rule.title, text: `Fix: ${fixes(rule)}` };
}

/** Prose as plain text, with a value's name in "<>" where the reader's own would stand, as in a snippet. */
function plain(prose: string): string {
  return proseText(prose)
    .split(PLACEHOLDER)
    .map((piece, i) => (i % 2 === 0 ? piece : `<${valueLabel(piece).toLowerCase()}>`))
    .join('');
}

/** Every question, for each way that leads to it, every outcome, and the map. */
function wizardPages({ questions, rules }: Ruleset): PageInfo[] {
  const label = 'ITSMC: find the cause';
  const pages: PageInfo[] = [];
  const visit = (path: string[]) => {
    const { question, outcomes, answers } = walk(questions, path);
    const address = ['/wizard', ...path].join('/');
    const said = answers.map(({ option }) => option.label).join(' · ');
    if (!question) {
      const likely = [...new Set(outcomes.map(({ rule }) => rule))].flatMap(
        (id) => rules.find((rule) => rule.id === id) ?? [],
      );
      const [first, second] = likely;
      if (!first) return;
      const titles = likely.map(({ title }) => title).join(', or ');
      pages.push({
        path: address,
        description: `${outcomes.length > 1 ? 'Likely causes' : 'Likely cause'}: ${titles}. For the answers: ${said}.`,
        picture: second
          ? { label, title: `${outcomes.length} likely causes`, text: titles }
          : cardPicture(first),
        listed: true,
        fixed: true,
      });
      return;
    }
    const choices = question.options.map((option) => option.label).join(' · ');
    pages.push({
      path: address,
      description: `${questionText(question)} ${choices}`,
      picture: { label, title: question.text, text: choices },
      listed: true,
      fixed: true,
    });
    for (const option of question.options) visit([...path, option.id]);
  };
  visit([]);
  pages.push({
    path: '/wizard/map',
    description: 'All questions, answers and causes at once.',
    picture: {
      label,
      title: 'All questions',
      text: 'All questions, answers and causes at once.',
    },
    listed: true,
    fixed: true,
  });
  return pages;
}

function questionText({ text, help }: Question): string {
  return help ? `${text} ${plain(help)}` : text;
}

import { proseText } from '../../src/core/ruleset/prose-nodes';
import type { Rule, Ruleset } from '../../src/core/ruleset/schema';
import { causeOf } from '../../src/core/ruleset/situation';
import { dropUnknown } from '../../src/core/ruleset/values';
import { walk } from '../../src/core/wizard/walk';
import type { PictureContent } from '../previews/pictures';

/** A page that the build prerenders, and what search engines and chats are told about it. */
export type PageInfo = {
  /** Where its file is, below the base. */
  path: string;
  /** The address whose page it shows: its own, a rule's new one for an old one, or null if it stands in for many. */
  address: string | null;
  /** One or two sentences, plain text. */
  description: string;
  /** What its preview picture says. */
  picture: PictureContent;
  /** The same for machines, in schema.org's terms, with `url` left to the build; none where no type fits. */
  data?: Record<string, unknown>;
};

function page(path: string, description: string, picture: PictureContent, data?: PageInfo['data']): PageInfo {
  return { path, address: path, description, picture, ...(data && { data }) };
}

/** Takes a dataset and returns all its pages, the home page first, the one for unknown addresses last. */
export function listPages(ruleset: Ruleset): PageInfo[] {
  const { name, heading, lead, about } = ruleset.product;
  const titles = ruleset.rules.map(({ title }) => title);
  const missing = 'There is no page at this address';
  return [
    page(
      '/',
      `${lead} Read its cause and what to do. Nothing you paste leaves the page.`,
      {
        label: about,
        title: heading,
        text: 'Paste it and read its cause and the fix.',
      },
      {
        '@type': 'WebApplication',
        name,
        applicationCategory: 'DeveloperApplication',
        operatingSystem: 'Any',
        offers: { '@type': 'Offer', price: 0, priceCurrency: 'USD' },
      },
    ),
    page(
      '/errors',
      `All ${titles.length} known errors, each with its cause and what to do.`,
      { label: about, title: 'All known errors', text: titles.join(', ') },
      {
        '@type': 'ItemList',
        itemListElement: titles.map((name, i) => ({ '@type': 'ListItem', position: i + 1, name })),
      },
    ),
    ...ruleset.rules.flatMap((rule) => cardPages(rule, ruleset)),
    ...(ruleset.questions.length > 0 ? wizardPages(ruleset) : []),
    page('/integrate', `Open ${name} from a runbook, an alert or a bookmark, with a text already diagnosed.`, {
      label: about,
      title: 'Links and bookmarklet',
      text: 'Open this app from a runbook, an alert or a bookmark.',
    }),
    page('/changes', 'New errors, new wordings and corrections, the newest first.', {
      label: about,
      title: 'What’s new',
      text: 'New errors, new wordings and corrections.',
    }),
    { ...page('/404', `${missing}.`, { label: about, title: missing, text: '' }), address: null },
  ];
}

/** A rule's card, and the same at its old addresses. */
function cardPages(rule: Rule, ruleset: Ruleset): PageInfo[] {
  const source = ruleset.sources.find(({ id }) => id === rule.source?.page);
  const description = `${plain(causeOf(rule))} What to do: ${fixes(rule)}.`;
  const card = page(`/errors/${rule.id}`, description, cardPicture(rule), {
    '@type': 'TechArticle',
    headline: rule.title,
    description,
    inLanguage: ruleset.product.language,
    about: ruleset.product.about,
    ...(source && {
      isBasedOn: source.url + (rule.source?.anchor ? `#${rule.source.anchor}` : ''),
      dateModified: source.date,
    }),
  });
  return [card, ...rule.aliases.map((id) => ({ ...card, path: `/errors/${id}` }))];
}

/** The titles of a rule's resolutions as one phrase: "Disable the scripts or undo the changes". */
function fixes({ resolutions }: Rule): string {
  // A title that starts with an abbreviation keeps it.
  const lower = (title: string) => title.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  return either(resolutions.map(({ title }, i) => (i > 0 ? lower(title) : title)));
}

function cardPicture(rule: Rule): PictureContent {
  const seenIn = rule.seenIn.length > 0 ? ` · ${rule.seenIn.join(', ')}` : '';
  return { label: `Error${seenIn}`, title: rule.title, text: `Fix: ${fixes(rule)}` };
}

/** Every question, once for each way to it, every outcome, and the map. */
function wizardPages({ questions, rules }: Ruleset): PageInfo[] {
  const label = 'Find the cause';
  const pagesAfter = (path: string[]): PageInfo[] => {
    const { question, outcomes, answers } = walk(questions, path);
    const address = ['/wizard', ...path].join('/');
    if (question) {
      const choices = question.options.map((option) => option.label).join(' · ');
      const help = question.help ? ` ${plain(question.help)}` : '';
      return [
        page(address, `${question.text}${help} ${choices}`, { label, title: question.text, text: choices }),
        ...question.options.flatMap(({ id }) => pagesAfter([...path, id])),
      ];
    }
    const ids = new Set(outcomes.map(({ rule }) => rule));
    const likely = [...ids].flatMap((id) => rules.find((rule) => rule.id === id) ?? []);
    const [first, second] = likely;
    if (!first) return [];
    const text = either(likely.map(({ title }) => title));
    const given = answers.map(({ option }) => option.label).join(' · ');
    const lead = outcomes.length > 1 ? 'Likely causes' : 'Likely cause';
    const picture = second ? { label, title: `${outcomes.length} likely causes`, text } : cardPicture(first);
    return [page(address, `${lead}: ${text}. For the answers: ${given}.`, picture)];
  };
  const text = 'All questions, answers and causes at once.';
  return [...pagesAfter([]), page('/wizard/map', text, { label, title: 'All questions', text })];
}

/** "a", "a or b", "a, b, or c". */
function either(items: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(items);
}

/** Prose as plain text, without values. */
function plain(prose: string): string {
  return dropUnknown(proseText(prose), new Map());
}

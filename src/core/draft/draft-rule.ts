import { parseSignature } from '../diagnosis/signature';
import { draftSignature } from './draft-signature';

const MOST_OF_TITLE = 60;

/**
 * Takes a text that no rule recognises and the id of one of the dataset's sources; returns a rule to start from, valid
 * against the dataset's schema, its cause and way out still to be written. Null if the text gives no signature.
 */
export function draftRule(text: string, page: string) {
  const signature = draftSignature(text);
  if (signature === null) return null;
  const words = parseSignature(signature)
    .flatMap((part) =>
      part.kind === 'text' ? (part.text.match(/\p{L}[\p{L}\p{N}]*/gu) ?? []) : [],
    )
    .slice(0, 8);
  const title = words.join(' ').slice(0, MOST_OF_TITLE).trim();
  const slug = words
    .slice(0, 5)
    .join('-')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return {
    id: slug || 'new-error',
    title: title || 'New error',
    signatures: [signature],
    seenIn: [],
    causes: [{ id: 'unknown', text: 'Not known yet.' }],
    resolutions: [{ title: 'Find the cause', steps: [{ text: 'Not known yet.' }] }],
    source: { page },
  };
}

/** A link's text is percent-encoded, up to nine characters for one, and browsers refuse addresses of over 2 MB. */
const MOST_TEXT = 200_000;

/**
 * What a phone's share sheet sends as a form, as an address that the app opens with the text: behind the `#`, where
 * no server sees it. Senders often repeat the title within the text, or the link.
 */
export function sharedTextAddress(form: FormData): string {
  const parts: string[] = [];
  for (const name of ['text', 'title', 'url']) {
    const value = form.get(name);
    const part = typeof value === 'string' ? value.trim() : '';
    if (!parts.some((other) => other.includes(part))) parts.push(part);
  }
  const text = parts
    .join('\n')
    .slice(0, MOST_TEXT)
    .replace(/\p{Surrogate}/gu, '');
  return text ? `./#text=${encodeURIComponent(text)}` : './';
}

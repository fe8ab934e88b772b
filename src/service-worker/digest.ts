/** Says of a kept response what it held when it was kept. */
const HEADER = 'X-Kept-Digest';

/** A file with the headers that it came with, read to its end. */
export type Content = { body: ArrayBuffer; headers: Headers };

export async function sha256(body: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return btoa(String.fromCharCode(...digest));
}

export const digestOf = (response: Response) => response.headers.get(HEADER) ?? '';

/** Reads a response to its end; undefined if its body has not that digest. */
export async function readWhole(response: Response, digest: string): Promise<Content | undefined> {
  if (!response.ok) return undefined;
  const body = await response.arrayBuffer();
  return (await sha256(body)) === digest ? { body, headers: response.headers } : undefined;
}

/**
 * A response to be kept: with its digest, without the mark of a redirection, which no page may have, and without
 * saying for which requests it holds, as it holds for all.
 */
export function keepable({ body, headers }: Content, digest: string): Response {
  const kept = new Headers(headers);
  kept.set(HEADER, digest);
  kept.delete('Vary');
  return new Response(body, { headers: kept });
}

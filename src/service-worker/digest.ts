/** Says of a kept response what it held when it was kept. */
const HEADER = 'X-Kept-Digest';

export async function sha256(body: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return btoa(String.fromCharCode(...digest));
}

export const digestOf = (response: Response) => response.headers.get(HEADER) ?? '';

/** The response, if it is good and its body has the digest. */
export async function whole(response: Response, digest: string): Promise<Response | undefined> {
  if (!response.ok) return undefined;
  // A clone is read, so that what the browser stored along with the body, such as compiled code, is not lost.
  const body = await response.clone().arrayBuffer();
  return (await sha256(body)) === digest ? response : undefined;
}

/**
 * As `response`, to be kept: with its digest, without the mark of a redirection, which no page may have, and without
 * saying for which requests it holds, as it holds for all.
 */
export function keepable(response: Response, digest: string): Response {
  const headers = new Headers(response.headers);
  headers.set(HEADER, digest);
  headers.delete('Vary');
  return new Response(response.body, { headers });
}

/**
 * Takes any text and returns it percent-decoded. Sequences that are not UTF-8 stay as they are, and `damaged` says
 * whether there were any. Never throws; linear.
 */
export function percentDecode(text: string): { text: string; damaged: boolean } {
  let damaged = false;
  const decoded = text.replace(/(?:%[0-9a-f]{2})+|%/gi, (sequence) => {
    try {
      return decodeURIComponent(sequence);
    } catch {
      damaged = true;
      return sequence;
    }
  });
  return { text: decoded, damaged };
}

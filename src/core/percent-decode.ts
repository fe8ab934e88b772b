/**
 * Takes a text and returns it with percent-encoding undone wherever that gives UTF-8; what does not stays as it was
 * written, and `damaged` says so. Never throws; linear.
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

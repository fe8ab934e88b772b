import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What a paste must be found to hold. */
export interface Want {
  ruleId: string;
  /** Names and values that must be captured, in order; none are checked if there are none. */
  values: [name: string, value: string][];
}

/** One paste of the corpus. */
export interface Case {
  /** What was done to the text. */
  kind: string;
  text: string;
  /** In the text's order; empty if nothing may be found. */
  wants: Want[];
}

/**
 * Reads a file of pastes. A block opens with `## ` and the kind of damage; then come lines `# ` with a rule's id and the
 * values to be captured as `⟨name=value⟩`, or `# nothing`; then the text, up to the empty line before the next block.
 * `⟦a0⟧` stands for the character with that hexadecimal code, where it would not be visible.
 */
export function readCases(file: string): Case[] {
  const source = readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8');
  return source
    .split(/^## /m)
    .slice(1)
    .map((block) => {
      const lines = block.replace(/\n\n$/, '').split('\n');
      const kind = lines.shift() as string;
      const wants: Want[] = [];
      while (lines[0]?.startsWith('# ')) {
        const line = (lines.shift() as string).slice(2);
        if (line === 'nothing') continue;
        const values = [...line.matchAll(/⟨(\w+)=([^⟩]*)⟩/g)].map((found): [string, string] => [
          found[1] as string,
          found[2] as string,
        ]);
        wants.push({ ruleId: line.split(' ')[0] as string, values });
      }
      const text = lines
        .join('\n')
        .replace(/⟦([0-9a-f]+)⟧/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
      return { kind, text, wants };
    });
}

import type { Part } from './signature';

/** More alternatives than this in one signature are not expanded one by one. */
const MOST_VARIANTS = 64;

/** The ways to choose alternatives, each as text and values only; neighbouring text is joined. */
export function variantsOf(parts: Part[]): Part[][] {
  if (!parts.some((part) => part.kind === 'alternatives')) return [parts];
  let variants: Part[][] = [[]];
  let choices = 1;
  for (const part of parts) {
    if (part.kind !== 'alternatives') {
      for (const variant of variants) append(variant, part);
      continue;
    }
    // Beside each text that may stand here, the alternatives as they are written: a pasted template holds them so.
    const texts = [...part.options, `{${part.options.join('|')}}`];
    choices *= texts.length;
    if (choices > MOST_VARIANTS) {
      for (const variant of variants) append(variant, { kind: 'value', name: '' });
      continue;
    }
    variants = variants.flatMap((variant) => texts.map((text) => append([...variant], { kind: 'text', text })));
  }
  return variants;
}

function append(variant: Part[], part: Part): Part[] {
  const last = variant[variant.length - 1];
  if (part.kind === 'text' && last?.kind === 'text') {
    variant[variant.length - 1] = { kind: 'text', text: last.text + part.text };
  } else {
    variant.push(part);
  }
  return variant;
}

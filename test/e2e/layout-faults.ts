/*
 * Run in the page. Each returns what is wrong with the page as it is now, in words; nothing if nothing is.
 * They stand alone, since a browser gets each as its own source text.
 */

/** Targets smaller than 24 × 24 CSS px that have another one too near (WCAG 2.5.8). Links within a sentence may be small. */
export function smallTargets(): string[] {
  const least = 24;
  const selector = 'a[href], button, input, textarea, summary, [tabindex="0"]';
  const shown = [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
      // The map's links are there once more as text below it.
      !element.closest('svg') &&
      // The link that skips to the content shows itself when it has the focus.
      getComputedStyle(element).clipPath === 'none',
  );
  const boxes = shown.map((element) => {
    const label = (element as HTMLInputElement).labels?.[0];
    const own = element.getBoundingClientRect();
    // A press on a label is a press on its box to tick.
    const rects = label?.contains(element) ? [own, label.getBoundingClientRect()] : [own];
    const left = Math.min(...rects.map((rect) => rect.left));
    const top = Math.min(...rects.map((rect) => rect.top));
    const right = Math.max(...rects.map((rect) => rect.right));
    const bottom = Math.max(...rects.map((rect) => rect.bottom));
    return { element, left, top, right, bottom, x: (left + right) / 2, y: (top + bottom) / 2 };
  });
  const isSmall = ({ left, top, right, bottom }: (typeof boxes)[number]) =>
    right - left < least - 0.5 || bottom - top < least - 0.5;
  const inSentence = (element: HTMLElement) => {
    const { display } = getComputedStyle(element);
    let block = element.parentElement;
    while (block && getComputedStyle(block).display === 'inline') block = block.parentElement;
    return display === 'inline' && block?.textContent?.trim() !== element.textContent?.trim();
  };
  return boxes
    .filter((box) => isSmall(box) && !inSentence(box.element))
    .filter((box) =>
      boxes.some((other) => {
        if (other === box || other.element.contains(box.element)) return false;
        if (isSmall(other)) return Math.hypot(other.x - box.x, other.y - box.y) < least;
        const dx = Math.max(other.left - box.x, 0, box.x - other.right);
        const dy = Math.max(other.top - box.y, 0, box.y - other.bottom);
        return Math.hypot(dx, dy) < least / 2;
      }),
    )
    .map(({ element, left, top, right, bottom }) => {
      const size = `${Math.round(right - left)} × ${Math.round(bottom - top)}`;
      return `${size}: ${element.outerHTML.slice(0, 120)}`;
    });
}

/** What makes the page, or a part of it, scroll sideways. */
export function sidewaysScrolling(): string[] {
  return [...document.querySelectorAll('*')]
    .filter((element) => element.scrollWidth > element.clientWidth + 1)
    .filter(
      (element) => element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX),
    )
    .map((element) => `${element.scrollWidth} px wide: ${element.outerHTML.slice(0, 120)}`);
}

/** Texts that are cut off, and texts of different blocks that lie on each other. */
export function lostText(): string[] {
  const faults: string[] = [];
  const isForScreenReaders = (element: Element): boolean =>
    getComputedStyle(element).clipPath !== 'none' ||
    (element.parentElement !== null && isForScreenReaders(element.parentElement));
  const lines: { rect: DOMRect; block: Element; text: string }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue?.trim();
    const parent = node.parentElement;
    if (!text || !parent?.checkVisibility({ visibilityProperty: true })) continue;
    // What lies under the paste box on purpose.
    if (parent.closest('[aria-hidden=true], svg, script, style, textarea')) continue;
    if (isForScreenReaders(parent)) continue;
    let block: Element = parent;
    while (getComputedStyle(block).display === 'inline' && block.parentElement) {
      block = block.parentElement;
    }
    const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(block);
    // A list shows the first lines of a long message, with an ellipsis; the card has the whole.
    const clipped = overflowX === 'hidden' || overflowY === 'hidden';
    const cut = block.scrollHeight > block.clientHeight + 2 || block.scrollWidth > block.clientWidth + 2;
    if (clipped && cut && webkitLineClamp === 'none') faults.push(`cut off: ${text.slice(0, 60)}`);
    if (webkitLineClamp !== 'none') continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) lines.push({ rect, block, text });
  }
  lines.sort((a, b) => a.rect.top - b.rect.top);
  for (const [i, a] of lines.entries()) {
    if (a.rect.right > innerWidth + 1 || a.rect.left < -1) {
      faults.push(`beyond the edge: ${a.text.slice(0, 60)}`);
    }
    for (let j = i + 1; j < lines.length; j++) {
      const b = lines[j];
      if (!b || b.rect.top > a.rect.bottom - 3) break;
      if (b.block === a.block) continue;
      const wide = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
      if (wide > 2) faults.push(`“${a.text.slice(0, 40)}” lies on “${b.text.slice(0, 40)}”`);
    }
  }
  return [...new Set(faults)];
}

/** What takes the focus without showing it, or while something else covers it (WCAG 2.4.7, 2.4.11). */
export function hiddenFocus(): string[] {
  const selector = 'a[href], button:not([disabled]), input, textarea, summary, [tabindex="0"]';
  const look = (element: Element) => {
    const around: Element[] = [element];
    for (let up = element.parentElement; up && around.length < 4; up = up.parentElement) around.push(up);
    return around
      .flatMap((each) => [getComputedStyle(each), getComputedStyle(each, '::after')])
      .map(({ outline, boxShadow, clipPath }) => outline + boxShadow + clipPath)
      .join();
  };
  const faults: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>(selector)) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    if (element instanceof HTMLInputElement && element.type === 'radio' && !element.checked) {
      const group = [...document.querySelectorAll<HTMLInputElement>(`input[name="${element.name}"]`)];
      // The arrow keys would choose it; it is drawn as its neighbours are.
      if (group.some(({ checked }) => checked)) continue;
    }
    (document.activeElement as HTMLElement | null)?.blur();
    const before = look(element);
    element.focus();
    const name = element.outerHTML.slice(0, 120);
    if (document.activeElement !== element) faults.push(`takes no focus: ${name}`);
    else if (look(element) === before) faults.push(`focus not seen: ${name}`);
    const boxes = [...element.getClientRects()];
    // A text box scrolls with its marks, and shows a part of itself.
    const scroller = element.matches('textarea') ? element.parentElement : element;
    const { top = 0, bottom = 0 } = scroller?.getBoundingClientRect() ?? {};
    const seen = boxes.some((box) => {
      const [from, to] = [Math.max(box.top, top), Math.min(box.bottom, bottom)];
      const points = [0.1, 0.5, 0.9].map((part) => [box.left + box.width * part, from + (to - from) * part]);
      return points.some(([x = 0, y = 0]) => {
        const top = document.elementFromPoint(x, y);
        // A label can lie over its own checkbox.
        return top && (element.contains(top) || top.contains(element));
      });
    });
    if (!seen) faults.push(`covered: ${name}`);
  }
  return faults;
}

/** With forced colours, letters in the page's own colour: a browser puts that colour behind them, whatever they stand on. */
export function lostLetters(): string[] {
  const page = getComputedStyle(document.body).backgroundColor;
  return [...document.querySelectorAll('body *')]
    .filter((element) => {
      const { color, forcedColorAdjust } = getComputedStyle(element) as CSSStyleDeclaration & {
        forcedColorAdjust: string;
      };
      const ownText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
      );
      return color === page && forcedColorAdjust === 'auto' && (ownText || element.matches('input'));
    })
    .map((element) => element.outerHTML.slice(0, 120));
}

/** What moves by itself or scrolls smoothly. */
export function motion(): string[] {
  const moving = document.getAnimations().map(() => 'an animation runs');
  for (const element of document.querySelectorAll('*')) {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
    if (/[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth') {
      moving.push(`may move: ${element.outerHTML.slice(0, 120)}`);
    }
  }
  return moving;
}

/** Sets the distances of WCAG 1.4.12, as a reader's own style sheet would. */
export function spaceText(on: boolean): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
  );
  document.adoptedStyleSheets = on ? [sheet] : [];
}

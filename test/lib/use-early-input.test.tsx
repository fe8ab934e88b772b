import { act } from '@testing-library/react';
import { useLayoutEffect, useRef, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Hydrated } from '../../src/lib/hydrated';
import { useEarlyInput } from '../../src/lib/use-early-input';

function Fields() {
  const [text, setText] = useState('');
  const [done, setDone] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const check = useRef<HTMLInputElement>(null);
  return (
    <>
      <textarea
        ref={box}
        value={useEarlyInput('value', box, text, setText)}
        onChange={({ target }) => setText(target.value)}
      />
      <input
        ref={check}
        type="checkbox"
        checked={useEarlyInput('checked', check, done, setDone)}
        onChange={({ target }) => setDone(target.checked)}
      />
      <output>
        {text} {String(done)}
      </output>
    </>
  );
}

function App() {
  const [hydrated, setHydrated] = useState(false);
  useLayoutEffect(() => setHydrated(true), []);
  return (
    <Hydrated value={hydrated}>
      <Fields />
    </Hydrated>
  );
}

async function hydrate(before: (root: HTMLElement) => void) {
  const root = document.createElement('div');
  document.body.append(root);
  root.innerHTML = renderToString(<App />);
  before(root);
  const box = root.querySelector('textarea') as HTMLTextAreaElement;
  const writes: string[] = [];
  const { set, get } = Object.getOwnPropertyDescriptor(
    HTMLTextAreaElement.prototype,
    'value',
  ) as Required<PropertyDescriptor>;
  Object.defineProperty(box, 'value', {
    configurable: true,
    get,
    set(text: string) {
      writes.push(text);
      set.call(box, text);
    },
  });
  await act(async () => {
    hydrateRoot(root, <App />);
  });
  return { root, box, writes };
}

describe('what the reader did before the app started', () => {
  it('is adopted, and the field itself is not written to', async () => {
    const { root, box, writes } = await hydrate((root) => {
      (root.querySelector('textarea') as HTMLTextAreaElement).value = 'typed early';
      (root.querySelector('input') as HTMLInputElement).checked = true;
    });
    expect(root.querySelector('output')).toHaveTextContent('typed early true');
    expect(box.value).toBe('typed early');
    expect(root.querySelector('input')).toBeChecked();
    expect(writes).toEqual([]);
  });

  it('is nothing if the fields are as they were rendered', async () => {
    const { root, writes } = await hydrate(() => {});
    expect(root.querySelector('output')).toHaveTextContent('false');
    expect(writes).toEqual([]);
  });
});

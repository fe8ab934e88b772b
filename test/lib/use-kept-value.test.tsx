import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** The hook as a newly loaded page has it. */
async function load() {
  vi.resetModules();
  return import('../../src/lib/use-kept-value');
}

function block(name: 'localStorage' | 'sessionStorage') {
  vi.spyOn(window, name, 'get').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
}

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});
afterEach(() => vi.restoreAllMocks());

describe('a kept value', () => {
  it.each([
    ['visit', () => sessionStorage, () => localStorage],
    ['device', () => localStorage, () => sessionStorage],
  ] as const)('for the %s is there after a reload, and in no other storage', async (lifetime, own, other) => {
    const first = await load();
    const { result } = renderHook(() => first.useKeptValue(lifetime, 'x', ''));
    act(() => result.current[1]('typed'));
    first.storeKeptValues();
    expect(own()).toHaveLength(1);
    expect(other()).toHaveLength(0);
    const second = await load();
    const after = renderHook(() => second.useKeptValue(lifetime, 'x', ''));
    expect(after.result.current[0]).toBe('typed');
  });

  it('leaves nothing in storage once it is what it was at first', async () => {
    const { useKeptValue, storeKeptValues } = await load();
    const { result } = renderHook(() => useKeptValue('visit', 'x', ''));
    act(() => result.current[1]('secret'));
    storeKeptValues();
    act(() => result.current[1](''));
    expect(sessionStorage).toHaveLength(0);
  });

  it('is shared by all that use it, and outlives them', async () => {
    const { useKeptValue } = await load();
    const one = renderHook(() => useKeptValue('visit', 'x', 0));
    const two = renderHook(() => useKeptValue('visit', 'x', 0));
    act(() => one.result.current[1]((value) => value + 1));
    expect(two.result.current[0]).toBe(1);
    one.unmount();
    two.unmount();
    expect(renderHook(() => useKeptValue('visit', 'x', 0)).result.current[0]).toBe(1);
  });

  it('works with storage blocked, and says that it is not stored', async () => {
    block('sessionStorage');
    const { useKeptValue, storeKeptValues } = await load();
    const { result } = renderHook(() => useKeptValue('visit', 'x', ''));
    act(() => result.current[1]('typed'));
    act(storeKeptValues);
    expect(result.current[0]).toBe('typed');
    expect(result.current[2]).toBe(false);
  });

  it('that does not fit leaves no older one behind', async () => {
    const { useKeptValue, storeKeptValues } = await load();
    const { result } = renderHook(() => useKeptValue('visit', 'x', ''));
    act(() => result.current[1]('short'));
    storeKeptValues();
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    act(() => {
      result.current[1]('long');
      storeKeptValues();
    });
    expect(sessionStorage).toHaveLength(0);
    expect(result.current[2]).toBe(false);
  });

  it.each(['not JSON', '5', '"text"', 'null', '{}'])('written by something else as %s is ignored', async (text) => {
    localStorage.setItem('printing x', text);
    const { useKeptValue } = await load();
    const initial: string[] = [];
    const { result } = renderHook(() => useKeptValue('device', 'x', initial));
    expect(result.current[0]).toBe(initial);
  });

  it('follows another tab’s change', async () => {
    const { useKeptValue } = await load();
    const { result } = renderHook(() => useKeptValue('device', 'x', ''));
    localStorage.setItem('printing x', '"from there"');
    act(() => {
      window.dispatchEvent(new StorageEvent('storage', { key: 'printing x' }));
    });
    expect(result.current[0]).toBe('from there');
  });
});

// Stands inline in every page. Starts the app once there is something to read: text comes first, then what reacts.
(() => {
  const { app } = document.currentScript.dataset;
  const root = document.getElementById('root');
  const starting = document.getElementById('starting');
  const failed = document.getElementById('not-started');

  // What the reader does before the app is ready, in order. src/app/early.ts does it again then, and takes this away.
  const early = [];
  window.early = early;
  let isDead = false;
  const listen = (type, record) =>
    addEventListener(
      type,
      (event) => {
        const { target } = event;
        // What the app says of its own failure reacts already.
        const isOurs = root.contains(target) && !target.closest('[role=alert]');
        if (window.early && isOurs) record(event);
      },
      true,
    );
  const type = (field, value) => {
    // What hears of it here is heard of nowhere else.
    start();
    const before = early.find((step) => step.field === field);
    const step = { field, value, hash: location.hash };
    if (before) Object.assign(before, step);
    else early.push(step);
    early.onType?.(field, value);
  };
  listen('input', (event) => {
    const { target } = event;
    // The app must not see half of it now and the whole of it later.
    event.stopImmediatePropagation();
    type(target, /radio|checkbox/.test(target.type) ? target.checked : target.value);
  });
  // A browser takes long to put in a large text, and longer to lay it out: the box shows its beginning, as in the app.
  listen('beforeinput', (event) => {
    const { target } = event;
    const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
    if (text.length < 10000) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { value, selectionStart, selectionEnd } = target;
    const whole = value.slice(0, selectionStart) + text + value.slice(selectionEnd);
    target.value = whole.slice(0, 20000);
    type(target, whole);
  });
  listen('click', (event) => {
    const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event;
    const pressed = target.closest('a[href], button');
    if (isDead) return;
    if (!pressed) {
      // A radio or checkbox says itself what it holds, with its "input".
      if (target.matches('input')) event.stopImmediatePropagation();
      return;
    }
    if (pressed.matches('a')) {
      const { origin, pathname, target: tab, href } = pressed;
      const isPlain = !(button || ctrlKey || metaKey || shiftKey || altKey || tab);
      const isPage = origin === location.origin && pathname !== location.pathname;
      if (!isPlain || !isPage) return;
      setTimeout(() => {
        if (window.early) location.assign(href);
      }, 1000);
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    early.push({ pressed });
  });
  addEventListener('pagehide', () => {
    if (!window.early) return;
    for (const { field, value } of early) {
      try {
        if (value && field?.dataset.visit)
          sessionStorage.setItem(field.dataset.visit, value === true ? field.value : value);
      } catch {}
    }
  });

  const urls = app.split(' ');
  let isFetched = false;
  const fetchAll = () => {
    if (isFetched) return;
    isFetched = true;
    for (const href of urls) {
      const link = Object.assign(document.createElement('link'), { rel: 'modulepreload', href });
      document.head.append(link);
    }
  };
  // One after the other, so that the reader's own doings come in between.
  const run = async () => {
    for (const url of urls) {
      const { started } = await import(url);
      if (started) return started;
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  let isBegun = false;
  const start = () => {
    if (isBegun) return;
    isBegun = true;
    root.classList.add('started');
    fetchAll();
    const slow = setTimeout(() => {
      starting.hidden = false;
    }, 3000);
    run()
      .catch(() => {
        isDead = true;
        failed.hidden = false;
        failed.querySelector('button').onclick = () => location.reload();
      })
      .finally(() => {
        clearTimeout(slow);
        starting.hidden = true;
      });
  };

  // Only the app can show what this visit or this device has kept, what the address says beyond its path, and what was
  // not drawn, or where the reader was on it. All else can be read at once, and the app starts when the reader first
  // does something, or by and by.
  const isKept = () => {
    try {
      return sessionStorage.length + localStorage.length > 0;
    } catch {
      return false;
    }
  };
  // In a task of its own: to open the storage takes a slow phone as long as all the rest here.
  setTimeout(() => {
    const isReturn = performance.getEntriesByType('navigation')[0]?.type !== 'navigate';
    const { hash, search } = location;
    if (isReturn || hash || search || history.state || !root.dataset.path || isKept()) start();
  });
  // A page that comes up under a resting pointer sees it "move" by nothing.
  addEventListener('pointermove', ({ movementX, movementY }) => {
    if (movementX || movementY) start();
  });
  const signs =
    'pointerdown touchstart wheel scroll keydown beforeinput input click paste hashchange popstate beforeprint';
  for (const sign of signs.split(' '))
    addEventListener(sign, start, { capture: true, once: true, passive: true });
  addEventListener('load', () => {
    // When what there is to read is painted, nothing is in the way of fetching the rest.
    const painted = 'largest-contentful-paint';
    if (PerformanceObserver.supportedEntryTypes.includes(painted)) {
      new PerformanceObserver(fetchAll).observe({ type: painted, buffered: true });
    }
    setTimeout(fetchAll, 1000);
    setTimeout(start, 4000);
  });
})();

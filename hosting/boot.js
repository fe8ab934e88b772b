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
    const before = early.find((step) => step.field === field);
    if (before) before.value = value;
    else early.push({ field, value });
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
  addEventListener('hashchange', () => {
    if (window.early && !early.isRedone) early.push({ hash: location.hash });
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

  let begun = false;
  const start = () => {
    if (begun) return;
    begun = true;
    const slow = setTimeout(() => {
      starting.hidden = false;
    }, 3000);
    Promise.all(app.split(' ').map((url) => import(url).then(({ started }) => started)))
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
  const painted = 'largest-contentful-paint';
  // Only the app can show what a fragment says, or a page that was not drawn; a hidden tab is never painted.
  if (document.hidden || location.hash || !root.dataset.path) start();
  else if (PerformanceObserver.supportedEntryTypes.includes(painted)) {
    new PerformanceObserver(start).observe({ type: painted, buffered: true });
    addEventListener('load', () => setTimeout(start, 1000));
  } else addEventListener('load', () => setTimeout(start));
})();

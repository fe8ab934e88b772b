// Stands inline in every page. Starts the app once there is something to read: text comes first, then what reacts.
(() => {
  const { app } = document.currentScript.dataset;
  const root = document.getElementById('root');
  const starting = document.getElementById('starting');
  const failed = document.getElementById('not-started');

  // What the reader does before the app is ready; src/app/early.ts does it again then, and takes this away.
  const early = { typed: new Map(), pressed: new Set() };
  window.early = early;
  addEventListener(
    'input',
    ({ target }) => {
      const { type, checked, value } = target;
      if (window.early) early.typed.set(target, /radio|checkbox/.test(type) ? checked : value);
    },
    true,
  );
  addEventListener(
    'click',
    (event) => {
      const button = event.target.closest('#root button');
      if (!button || !window.early) return;
      early.pressed.add(button);
      event.preventDefault();
    },
    true,
  );
  addEventListener('pagehide', () => {
    if (!window.early) return;
    for (const [field, value] of early.typed) {
      try {
        if (value && field.dataset.visit)
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

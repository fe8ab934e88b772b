// Stands inline in every page. Starts the app once there is something to read: text comes first, then what reacts.
(() => {
  const { app } = document.currentScript.dataset;
  const root = document.getElementById('root');
  let begun = false;
  const start = () => {
    if (begun) return;
    begun = true;
    Promise.all(app.split(' ').map((url) => import(url).then(({ started }) => started))).catch(
      () => {
        const notice = document.getElementById('not-started');
        notice.hidden = false;
        notice.querySelector('button').onclick = () => location.reload();
      },
    );
  };
  const painted = 'largest-contentful-paint';
  // Only the app can show what a fragment says, or a page that was not drawn; a hidden tab is never painted.
  if (document.hidden || location.hash || !root.dataset.path) start();
  else if (PerformanceObserver.supportedEntryTypes.includes(painted)) {
    new PerformanceObserver(start).observe({ type: painted, buffered: true });
    addEventListener('load', () => setTimeout(start, 1000));
  } else addEventListener('load', () => setTimeout(start));

  // The app keeps what is typed; until it has started, this does.
  addEventListener('pagehide', () => {
    if ('started' in root.dataset) return;
    for (const field of root.querySelectorAll('[data-visit]')) {
      try {
        if (field.type !== 'radio' || field.checked)
          sessionStorage.setItem(field.dataset.visit, field.value);
      } catch {}
    }
  });
})();

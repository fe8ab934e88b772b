// Stands inline in every page. Starts the app when the page has been painted: what there is to read comes first.
(() => {
  const { app } = document.currentScript.dataset;
  const root = document.getElementById('root');
  const start = () =>
    Promise.all(app.split(' ').map((url) => import(url).then(({ started }) => started))).catch(
      () => {
        const notice = document.getElementById('not-started');
        notice.hidden = false;
        notice.querySelector('button').onclick = () => location.reload();
      },
    );
  // A tab in the background is never painted.
  if (document.hidden) start();
  else requestAnimationFrame(() => setTimeout(start));
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

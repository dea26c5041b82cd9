// What GOV.UK Frontend adds to its components where scripts run; every page works without.
import { initAll } from '/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();

// A part that could not be fetched or saved says so in its place and keeps what is there.
for (const fault of ['htmx:sendError', 'htmx:responseError', 'htmx:timeout']) {
  document.body.addEventListener(fault, (event) => {
    const place = event.detail.target ?? event.detail.elt;
    const words = place.dataset.failed;
    if (words) {
      place.textContent = words;
      place.classList.add('failed');
    }
  });
}

document.body.addEventListener('htmx:afterSwap', (event) => {
  event.detail.target.classList.remove('failed');
});

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// The overview refreshes itself; when the server stops answering, the page says since when its figures are old.
(() => {
  "use strict";
  const PATIENCE_MS = 75000; // two refreshes and a half
  const notice = document.getElementById("stale");
  let answeredAt = Date.now();
  let known = document.getElementById("fresh").textContent;

  const show = (isStale) => {
    const fresh = document.getElementById("fresh");
    document.body.classList.toggle("is-stale", isStale);
    if (notice.hidden === !isStale) return;
    notice.textContent = isStale ? fresh.dataset.stale.replace("{0}", known) : "";
    notice.hidden = !isStale;
  };

  document.body.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.pathInfo?.requestPath !== "/") return;
    if (event.detail.successful) answeredAt = Date.now();
    show(!event.detail.successful);
  });
  document.body.addEventListener("htmx:oobAfterSwap", () => {
    known = document.getElementById("fresh").textContent;
  });
  setInterval(() => {
    if (Date.now() - answeredAt > PATIENCE_MS) show(true);
  }, 5000);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) document.body.dispatchEvent(new CustomEvent("look-again"));
  });
})();

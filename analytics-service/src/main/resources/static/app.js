// Every page: says in words when a change was not accepted, and leaves what was typed where it is.
(() => {
  "use strict";
  const words = document.body.dataset;

  const say = (text, signIn) => {
    document.getElementById("toast")?.remove();
    const toast = document.createElement("section");
    toast.id = "toast";
    toast.className = "toast";
    toast.setAttribute("role", "alert");
    const line = document.createElement("p");
    line.textContent = text;
    const buttons = document.createElement("div");
    if (signIn) {
      const link = document.createElement("a");
      link.className = "button";
      link.href = "/login";
      link.target = "_blank";
      link.rel = "noopener";
      link.textContent = words.signIn;
      buttons.append(link);
    }
    const close = document.createElement("button");
    close.type = "button";
    close.className = "quiet";
    close.textContent = words.close;
    close.addEventListener("click", () => toast.remove());
    buttons.append(close);
    toast.append(line, buttons);
    document.body.append(toast);
  };

  /** What the answer says of itself: the problem page's own words. */
  const reason = (xhr) => {
    const page = new DOMParser().parseFromString(xhr.responseText ?? "", "text/html");
    const detail = page.querySelector(".problem-detail");
    return detail ? detail.textContent.trim() : words.refused;
  };

  document.addEventListener("htmx:responseError", (event) => {
    const xhr = event.detail.xhr;
    if (event.detail.requestConfig.verb === "get" && xhr.status >= 500) return; // a page that refreshes itself says so itself
    if (xhr.status === 401) say(words.signedOut, true);
    else if (xhr.status >= 500) say(words.away, false);
    else say(reason(xhr), false);
  });
  // A menu of the header closes as menus do: by a click beside it, and by Escape, which gives the focus back to it.
  const openMenus = () => document.querySelectorAll("details.menu[open]");
  document.addEventListener("click", (event) => {
    for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  document.addEventListener("htmx:sendError", (event) => {
    if (event.detail.requestConfig.verb !== "get") say(words.away, false);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful) document.getElementById("toast")?.remove();
  });
})();

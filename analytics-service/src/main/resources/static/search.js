// The form of the search: a period and a pair of dates exclude each other, and an open list of values closes by itself.
(() => {
  "use strict";
  const form = document.getElementById("search");
  const picks = [...form.querySelectorAll("[data-pick]")];
  const clear = (name) => { form.elements[name].value = ""; };

  // before htmx hears of the change and sends the form
  form.addEventListener("change", (event) => {
    if (event.target.name === "period") ["from", "to"].forEach(clear);
    if (event.target.name === "from" || event.target.name === "to") clear("period");
  }, { capture: true });

  document.addEventListener("click", (event) => {
    picks.forEach((pick) => { if (!pick.contains(event.target)) pick.open = false; });
  });
  document.addEventListener("focusin", (event) => {
    picks.forEach((pick) => { if (!pick.contains(event.target)) pick.open = false; });
  });
  form.addEventListener("keydown", (event) => {
    const pick = event.key === "Escape" && event.target.closest("[data-pick][open]");
    if (!pick) return;
    pick.open = false;
    pick.querySelector("summary").focus();
  });
})();

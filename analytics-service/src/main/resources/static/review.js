// The form of a review by keyboard: j and k go from question to question, a digit answers, t puts the second that plays
// into the comment's time. Without this script the form works as forms do.
(() => {
  const form = document.getElementById("review-form");
  if (!form) return;
  form.classList.add("by-script");
  const questions = [...form.querySelectorAll("[data-question]")];
  const left = document.getElementById("review-left");
  let here = -1;

  const answered = (question) => question.querySelector("input[type=radio]:checked") !== null;

  const count = () => {
    if (!left) return;
    const open = questions.filter((question) => !answered(question)).length;
    left.hidden = open === 0;
    left.textContent = left.dataset.text.replace("@", open);
  };

  const go = (place) => {
    questions[here]?.classList.remove("here");
    here = Math.min(questions.length - 1, Math.max(0, place));
    const question = questions[here];
    question.classList.add("here");
    question.scrollIntoView({ block: "nearest" });
    (question.querySelector("input[type=radio]:checked") ?? question.querySelector("input[type=radio]"))?.focus({
      preventScroll: true,
    });
  };

  const answer = (number) => {
    const radio = questions[Math.max(0, here)]?.querySelectorAll("input[type=radio]")[number - 1];
    if (!radio) return;
    radio.checked = true;
    radio.dispatchEvent(new Event("change", { bubbles: true }));
    const open = radio.value === "yes" && radio.closest("fieldset").querySelector(".after-yes");
    if (open) open.querySelector("select")?.focus();
    else go(Math.max(0, here) + 1);
  };

  const time = () => {
    const audio = document.getElementById("audio");
    const question = questions[Math.max(0, here)];
    const field = question?.querySelector("[data-time]");
    if (!audio || !field) return;
    const seconds = Math.floor(audio.currentTime);
    field.closest("details").open = true;
    field.value = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    question.querySelector("textarea")?.focus();
  };

  // a barrier needs its severity, and one that is taken back must not leave it behind
  const require = () => {
    for (const select of form.querySelectorAll("select[name^='fs.']")) {
      select.required = select.closest("fieldset").querySelector("input[value=yes]")?.checked ?? false;
    }
  };

  form.addEventListener("change", () => {
    count();
    require();
  });
  form.addEventListener("focusin", (event) => {
    const question = event.target.closest("[data-question]");
    if (!question) return;
    questions[here]?.classList.remove("here");
    here = questions.indexOf(question);
    question.classList.add("here");
  });
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("textarea, select, dialog, input:not([type=radio]):not([type=checkbox])")) return;
    if (document.getElementById("keys-on")?.checked === false) return;
    const digit = /^(Digit|Numpad)([1-9])$/.exec(event.code);
    if (digit) answer(Number(digit[2]));
    else if (event.code === "KeyJ") go(here + 1);
    else if (event.code === "KeyK") go(here - 1);
    else if (event.code === "KeyT") time();
    else return;
    event.preventDefault();
  });
  count();
  require();
})();

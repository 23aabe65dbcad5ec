// The call page: the transcript follows the recording, and a click on words moves the recording.
(() => {
  "use strict";
  const LEAD_SECONDS = 5; // heard before the words that a mark or a flag stands on
  const audio = document.getElementById("audio");
  const rows = [...document.querySelectorAll(".utterance")];
  const starts = rows.map((row) => Number(row.dataset.start) / 1000);
  const ends = rows.map((row) => Number(row.dataset.end) / 1000);
  const requested = /^#t=(\d+)$/.exec(location.hash);

  /** Place of the last utterance that has begun, or -1. */
  const begun = (seconds) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= seconds) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  let shown = null;
  const show = (seconds, scroll) => {
    const place = begun(seconds + 0.05);
    const row = place >= 0 && seconds <= ends[place] + 1.5 ? rows[place] : null;
    if (row === shown) return;
    shown?.classList.remove("now");
    row?.classList.add("now");
    shown = row;
    if (row && scroll) {
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      row.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    }
  };

  if (!audio) {
    if (requested) show(Number(requested[1]) / 1000, true);
    return;
  }

  document.body.classList.add("has-audio");
  const follow = document.getElementById("follow");
  const play = (seconds) => {
    audio.currentTime = Math.max(0, seconds);
    audio.play().catch(() => {}); // the browser may want a gesture first; the place is set all the same
  };

  audio.addEventListener("timeupdate", () => show(audio.currentTime, follow.checked && !audio.paused));
  audio.addEventListener("seeked", () => show(audio.currentTime, follow.checked));
  audio.addEventListener("error", async () => {
    const answer = await fetch(audio.src, { headers: { Range: "bytes=0-0" } }).catch(() => null);
    const gone = answer !== null && answer.status === 410;
    document.getElementById(gone ? "audio-gone" : "audio-unplayable").hidden = false;
  });
  document.getElementById("speed").addEventListener("change", (event) => {
    audio.playbackRate = Number(event.target.value);
  });

  document.addEventListener("click", (event) => {
    const jump = event.target.closest("[data-jump]");
    if (jump) {
      const lead = jump.closest(".utterance") ? 0 : LEAD_SECONDS;
      play(Number(jump.dataset.jump) / 1000 - lead);
      return;
    }
    const word = event.target.closest("[data-ms]");
    if (word && getSelection().isCollapsed) play(Number(word.dataset.ms) / 1000);
  });

  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input, select, button, a, audio, summary") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " ") audio.paused ? audio.play() : audio.pause();
    else if (event.key === "ArrowLeft") audio.currentTime = Math.max(0, audio.currentTime - 5);
    else if (event.key === "ArrowRight") audio.currentTime += 5;
    else return;
    event.preventDefault();
  });

  if (requested) {
    const at = Number(requested[1]) / 1000;
    audio.addEventListener("loadedmetadata", () => { audio.currentTime = Math.max(0, at - LEAD_SECONDS); }, { once: true });
    show(at, true);
  }
})();

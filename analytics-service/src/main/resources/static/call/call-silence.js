// Stretches without talk that a listener may skip.
const KEPT_SECONDS = 0.3; // of the silence, on both sides: words torn apart are hard to follow

/** Of "12000-15500 40000-44100", in milliseconds. */
export const gapsOf = (list) =>
  (list ?? "")
    .split(" ")
    .filter(Boolean)
    .map((gap) => gap.split("-").map((ms) => Number(ms) / 1000));

/** Where to go on from here; null when there is talk here. */
export const behindSilence = (gaps, seconds) => {
  let low = 0;
  let high = gaps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (gaps[middle][0] + KEPT_SECONDS <= seconds) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return null;
  const end = gaps[low - 1][1] - KEPT_SECONDS;
  return seconds < end ? end : null;
};

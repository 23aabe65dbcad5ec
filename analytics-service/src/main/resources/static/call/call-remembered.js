// What a listener has set, kept in this browser. Where storage is forbidden it lasts as long as the page.
const PREFIX = "callscope.call.";

export const recall = (name, otherwise) => {
  try {
    return localStorage.getItem(PREFIX + name) ?? otherwise;
  } catch {
    return otherwise;
  }
};

export const remember = (name, value) => {
  try {
    localStorage.setItem(PREFIX + name, String(value));
  } catch {
    // forbidden or full: the setting works until the page is left
  }
};

/** The comment that is being written on this call, kept as long as the tab. */
export const draft = {
  key: `${PREFIX}draft.${location.pathname}`,
  kept() {
    try {
      return sessionStorage.getItem(this.key) ?? "";
    } catch {
      return "";
    }
  },
  keep(text) {
    try {
      sessionStorage.setItem(this.key, text);
    } catch {
      // forbidden or full: the text lives in its field only
    }
  },
  drop() {
    this.keep("");
  },
};

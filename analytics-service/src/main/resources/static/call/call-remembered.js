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

/** To the clipboard, also where a page has none to offer: `navigator.clipboard` is missing on plain http. */

/**
 * Copies a text during a click or a key press of a person. Nothing is selected and nothing is built for it; the page's own listeners
 * for `copy` that come after ours do not hear of it. False where the browser does not let it happen.
 */
export async function copyText(document: Document, text: string): Promise<boolean> {
  const { defaultView: window } = document;
  try {
    if (window?.navigator.clipboard) {
      await window.navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // No permission, or the page is not in front: the older way may still be open.
  }
  let given = false;
  const give = (event: Event): void => {
    event.stopImmediatePropagation();
    event.preventDefault();
    const { clipboardData } = event as ClipboardEvent;
    clipboardData?.setData('text/plain', text);
    given = event.type === 'copy' && clipboardData !== null;
  };
  // Chromium copies without a selection only where `beforecopy` is taken.
  for (const name of ['beforecopy', 'copy']) window?.addEventListener(name, give, true);
  try {
    return document.execCommand('copy') && given;
  } finally {
    for (const name of ['beforecopy', 'copy']) window?.removeEventListener(name, give, true);
  }
}

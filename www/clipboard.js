// @ts-check
import { t } from './i18n.js';
import { say } from './status.js';

/** Puts a text on the clipboard and says whether it is there; also one that is still being made. @param {string | Promise<string>} text */
export async function copyText(text) {
  try {
    if (typeof text === 'string') await navigator.clipboard.writeText(text);
    else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text.then((words) => new Blob([words], { type: 'text/plain' })) })]);
    say(t('copied'));
    return true;
  } catch {
    say(t('copyFailed'));
    return false;
  }
}

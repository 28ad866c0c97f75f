// @ts-check
import { t } from './i18n.js';
import { say } from './status.js';

/** Puts a text on the clipboard and says so. @param {string} text */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    say(t('copied'));
  } catch {
    say(t('copyFailed'));
  }
}

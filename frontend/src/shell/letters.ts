import { device } from '../device/storage.ts'

/** Read by plain.js, which shows letters at once where the device has them. */
const STORED = 'phyle.letters'

/** From now on the page is written in its own letters, which a new device fetches only now. */
export function bringLetters() {
  document.documentElement.dataset.letters = ''
  device.set(STORED, 'here')
}

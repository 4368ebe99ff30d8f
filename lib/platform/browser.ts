/** The only seam on the browser's extension API. Import `browser` from here. */
export { browser } from 'wxt/browser';

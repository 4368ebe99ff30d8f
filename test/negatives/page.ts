/** A page on which nothing is an answer of an AI. */
export interface Negative {
  name: string;
  /** Where such a page stands; nothing is fetched from there. */
  url: string;
  html: string;
  /** What the page does by itself for some two seconds: the body of an async function with `step(times, each)`. */
  life?: string;
}

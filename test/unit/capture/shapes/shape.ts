/** HTML as a chat tool shows it, and what must be captured of it: exactly this text and this Markdown. */
export interface Shape {
  name: string;
  html: string;
  text: string;
  markdown: string;
}

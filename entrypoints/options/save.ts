/** Gives a file to the browser's downloads. */
export function saveFile(name: string, content: string | Blob, type = 'application/json'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // The browser has taken the blob over once the click is handled; a minute is long for the slowest disk.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Hands a file to the browser's downloads. */
export function saveBlob(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has its own hold on the data once it has begun; a minute is far more than that takes.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

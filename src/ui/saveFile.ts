/** A file made here and handed to the browser's downloads; it never leaves this device on its own. */
export const saveFile = (name: string, content: BlobPart, type: string): void => {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the address only after this turn is over.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

/**
 * One spelling for a URI: the editor and Node encode characters and the drive letter of Windows
 * differently (`file:///c%3A/a b` and `file:///C:/a%20b`).
 */
export function uriKey(uri: string): string {
  try {
    return decodeURIComponent(uri).replace(
      /^file:\/\/\/([A-Za-z]):/,
      (_, drive: string) => `file:///${drive.toLowerCase()}:`,
    );
  } catch {
    return uri;
  }
}

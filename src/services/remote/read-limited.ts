import { SourceError } from './source-error.ts';

/** The text of a response; rejects, and stops reading, when it is longer than allowed. */
export async function readLimited(response: Response, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes)
      throw new SourceError(`${response.url} is larger than ${maxBytes / 2 ** 20} MiB.`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

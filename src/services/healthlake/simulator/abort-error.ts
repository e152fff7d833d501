/** What a promise is broken with when the caller withdraws, named as in `fetch` and the SDK. */
export function createAbortError(): DOMException {
  return new DOMException('Request aborted', 'AbortError');
}

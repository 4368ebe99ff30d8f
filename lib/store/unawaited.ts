/**
 * Requests that nobody waits for. They are done in their order, before all that are made later, and what fails in one of them ends the transaction,
 * which says so. Each one that is waited for costs a turn of the browser's loop.
 */
export const unawaited = (...requests: Promise<unknown>[]): void => void Promise.allSettled(requests);

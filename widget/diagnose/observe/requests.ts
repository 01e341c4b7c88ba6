/** What the page has asked for so far, frames included; the browser keeps the first 250. */
export const listRequests = () => performance.getEntriesByType('resource') as PerformanceResourceTiming[]

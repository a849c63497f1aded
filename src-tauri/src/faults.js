// Runs before the page in debug builds: keeps what went wrong unseen, so that a journey can fail on it.
(() => {
  const faults = [];
  Object.defineProperty(globalThis, 'shukeFaults', { value: faults });
  addEventListener('error', (event) => faults.push(`error: ${event.message}`));
  addEventListener('unhandledrejection', (event) => faults.push(`rejected: ${event.reason}`));
  document.addEventListener('securitypolicyviolation', (event) => {
    // Leaving the page is refused on purpose and tried on purpose.
    faults.push(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ''}:${event.lineNumber}`);
  });
})();

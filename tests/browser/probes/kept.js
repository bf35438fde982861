// What the page keeps on the reader's machine.
async () => [
  ...Object.keys(localStorage).map((key) => `storage: ${key}`),
  ...Object.keys(sessionStorage).map((key) => `storage: ${key}`),
  ...(await indexedDB.databases()).map((one) => `storage: ${one.name}`),
  ...(document.cookie ? [`cookie: ${document.cookie}`] : []),
]

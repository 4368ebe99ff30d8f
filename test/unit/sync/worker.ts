/** What a package for service workers looks for while it is loaded. Imported before it. */
Object.assign(globalThis, {
  self: globalThis,
  registration: { sync: { register: async () => {} } },
  addEventListener: () => {},
  location: new URL('https://worker.example/'),
  __WB_DISABLE_DEV_LOGS: true,
});

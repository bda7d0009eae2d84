// The limit that our pages are measured against: Next as it comes, with nothing of ours.
export default {
  poweredByHeader: false,
  compress: false,
  turbopack: { root: new URL('../../..', import.meta.url).pathname },
};

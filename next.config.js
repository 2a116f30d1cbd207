/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // A page's code is loaded when it is first asked for: the server starts sooner and stays smaller.
  experimental: { preloadEntriesOnStart: false },
  // /_next/image answers anonymous visitors by default; nothing here needs it.
  images: { unoptimized: true },
  // Types are checked by `tsc` in `npm test`: Next's own check needs TypeScript's JavaScript API, which version 7 does not have.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pg", "pg-copy-streams", "graphile-worker", "@node-rs/argon2", "busboy", "csv-parse"],
};

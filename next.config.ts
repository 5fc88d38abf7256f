import type { NextConfig } from 'next'

const UNCACHED = { key: 'Cache-Control', value: 'private, no-store' }
/** Pages that show a secret in their address or belong to one person are kept by no cache and tell no one. */
const PRIVATE = [UNCACHED, { key: 'Referrer-Policy', value: 'no-referrer' }]
/**
 * The same where forms are posted to server actions without scripts: under `no-referrer` a browser
 * states the origin `null` then, which Next refuses. `same-origin` tells no other site either.
 */
const PRIVATE_WITH_ACTIONS = [UNCACHED, { key: 'Referrer-Policy', value: 'same-origin' }]

const config: NextConfig = {
  distDir: process.env['NEXT_DIST_DIR'] ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // The title stands in the head of every answer: streamed later, it is missing while a screen reader
  // begins, and ends up in the body where no script runs.
  htmlLimitedBots: /.*/,
  // `npm test` checks the types; an operator's first start need not wait for them.
  typescript: { ignoreBuildErrors: true },
  // These read their own files or open worker threads, which bundling breaks.
  serverExternalPackages: ['pino', 'graphile-worker', 'nodemailer', 'pg', '@prisma/client', '@prisma/adapter-pg', '@resvg/resvg-js', 'satori'],
  headers: () =>
    Promise.resolve([
      {
        source: '/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'X-Frame-Options', value: 'DENY' },
          { key: 'Referrer-Policy', value: 'same-origin' },
          { key: 'Permissions-Policy', value: 'camera=(self), microphone=(), geolocation=()' },
          { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        ],
      },
      ...['/sign-in', '/set-up/:path*', '/m/:path*', '/host/:path*', '/slip/:path*'].map((source) => ({ source, headers: PRIVATE_WITH_ACTIONS })),
      ...['/sign-in/confirm', '/follow-up/:path*', '/introduction/:path*', '/ask/:path*', '/mute/:path*', '/unsubscribe/:path*', '/rsvp/:path*', '/t/:path*', '/c/:path*', '/calendar/:path*'].map((source) => ({
        source,
        headers: PRIVATE,
      })),
    ]),
}

export default config

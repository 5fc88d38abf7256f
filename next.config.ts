import type { NextConfig } from 'next'

/** Pages that show a secret in their address or belong to one person are kept by no cache and tell no one. */
const PRIVATE = [
  { key: 'Cache-Control', value: 'private, no-store' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
]

const config: NextConfig = {
  distDir: process.env['NEXT_DIST_DIR'] ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // `npm test` checks the types; an operator's first start need not wait for them.
  typescript: { ignoreBuildErrors: true },
  // These read their own files or open worker threads, which bundling breaks.
  serverExternalPackages: ['pino', 'graphile-worker', 'nodemailer', 'pg', '@prisma/client', '@prisma/adapter-pg'],
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
      ...['/sign-in/:path*', '/set-up/:path*', '/m/:path*', '/follow-up/:path*', '/unsubscribe/:path*', '/c/:path*'].map(
        (source) => ({ source, headers: PRIVATE }),
      ),
    ]),
}

export default config

import { beforeEach } from 'vitest'
import { testDatabaseUrl } from './integration'
import { truncateAll } from './postgres'

// Before each test rather than after, so that what a failing test left can still be looked at.
beforeEach(() => truncateAll(testDatabaseUrl()))

// The routes that need no token: whether the server is well, and the API document.
import type { Route } from './route.ts'

const open = { method: 'GET', parameters: [], public: true } as const

export const publicRoutes: readonly Route[] = [
  {
    ...open,
    id: 'checkLiveness',
    path: '/healthz',
    does: 'alive',
    summary: 'Check that the process is alive',
  },
  {
    ...open,
    id: 'checkReadiness',
    path: '/readyz',
    does: 'ready',
    summary: 'Check that the server is ready for requests',
  },
  {
    ...open,
    id: 'readDocument',
    path: '/openapi.json',
    does: 'document',
    summary: 'Read the OpenAPI document',
  },
  { ...open, id: 'readReference', path: '/docs', does: 'reference', summary: 'Read the API reference' },
  {
    ...open,
    id: 'readReferenceFile',
    path: '/docs/{file}',
    does: 'reference',
    summary: 'Read a file of the API reference',
  },
]

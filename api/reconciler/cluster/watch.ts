// Follows the changes of one kind of objects as the API server tells them, one JSON line each.

import { type Kind, pathOf } from '../../resources/objects/kinds.ts'
import type { KubernetesObject } from '../../resources/objects/object.ts'
import { type ClusterError, unreadable } from './errors.ts'

export type Change = { type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK'; object: KubernetesObject }
export type Watching = {
  kind: Kind
  selector: string
  namespace?: string
  /** Changes after this version are told. */
  version: string
  /** The server ends the watch after that. */
  seconds: number
  /** Milliseconds without a line, bookmarks included, after which the stream counts as dead. */
  silenceMs: number
  /** The server has accepted the watch. */
  opened: () => void
  changed: (change: Change) => void
}
type Failure = { type: 'ERROR'; object: { code?: number; message?: string } }

const longestLine = 4 * 2 ** 20

/** The query and path of a watch. */
export const watchPath = ({ kind, selector, namespace, version, seconds }: Watching) => {
  const query = new URLSearchParams({
    watch: 'true',
    allowWatchBookmarks: 'true',
    labelSelector: selector,
    resourceVersion: version,
    timeoutSeconds: String(seconds),
  })
  return `${pathOf(kind, namespace)}?${query}`
}

type Told = {
  host: string
  refuse: (status: number, told: { message: string }) => ClusterError
  /** The server is at work. */
  heard: () => void
}

/** Resolves when the server ends the stream. Rejects with `ClusterError`, of status 410 when the version is too old. */
export const followChanges = async (
  parts: AsyncIterable<string>,
  { kind, changed }: Watching,
  { host, refuse, heard }: Told,
): Promise<void> => {
  let rest = ''
  for await (const part of parts) {
    const lines = (rest + part).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > longestLine) throw unreadable(host)
    for (const line of lines) {
      if (!line) continue
      const { type, object } = parsed(host, line)
      if (type === 'ERROR') throw refuse(object.code ?? 500, { message: object.message ?? '' })
      changed({ type, object: { ...object, apiVersion: kind.apiVersion, kind: kind.kind } })
      heard()
    }
  }
}

const parsed = (host: string, line: string) => {
  try {
    return JSON.parse(line) as Change | Failure
  } catch {
    throw unreadable(host)
  }
}

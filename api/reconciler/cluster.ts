// One Kubernetes cluster as the reconciler sees it: the only file that knows the Kubernetes client.
import {
  AuthorizationV1Api,
  createConfiguration,
  KubeConfig,
  KubernetesObjectApi,
  PatchStrategy,
  type RequestContext,
  ResponseContext,
  ServerConfiguration,
  type V1ResourceAttributes,
  VersionApi,
  wrapHttpLibrary,
} from '@kubernetes/client-node'
import type { Kind } from '../resources/objects/kinds.ts'
import { type KubernetesObject, fieldManager as manager } from '../resources/objects/object.ts'
import { type Access, createTransport, type Sending } from './transport.ts'
import { notKubernetes, refused, unanswered } from './trouble.ts'
import { follow, type Watching } from './watch.ts'

const timeoutMs = 10_000

export type Question = Pick<V1ResourceAttributes, 'group' | 'resource' | 'subresource' | 'verb' | 'namespace'>

/** The access of the operator's own kubeconfig, which is trusted: its plugins run, its files are read. */
export const kubeconfigAccess = async (file: string | undefined): Promise<Access> => {
  const kubeconfig = new KubeConfig()
  if (file) kubeconfig.loadFromFile(file)
  else kubeconfig.loadFromCluster()
  const server = kubeconfig.getCurrentCluster()?.server
  if (!server) throw new Error('its current context names no cluster')
  const options = async () => {
    const all: Parameters<KubeConfig['applyToHTTPSOptions']>[0] = {}
    await kubeconfig.applyToHTTPSOptions(all)
    return all as Record<string, unknown> & { headers?: Record<string, string>; auth?: string }
  }
  const { headers: _, agent: __, auth: ___, ...tls } = await options()
  return {
    server: new URL(server),
    tls,
    headers: async () => {
      const { headers, auth } = await options()
      return auth
        ? { ...headers, authorization: `Basic ${Buffer.from(auth).toString('base64')}` }
        : { ...headers }
    },
  }
}

// The client's models spell what JavaScript reserves with an underscore, and drop the plain spelling.
const reserved = new Set(['from', 'default'])
const renamed = (value: unknown, rename: (key: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((it) => renamed(it, rename))
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [rename(key), renamed(it, rename)]))
}
const toModel = (object: KubernetesObject) => {
  const spec = renamed(object.spec, (key) => (reserved.has(key) ? `_${key}` : key))
  return { ...object, ...(object.spec === undefined ? {} : { spec }) } as never
}
const fromModel = (model: object) => {
  const object = model as KubernetesObject
  return { ...object, spec: renamed(object.spec, (key) => key.replace(/^_/, '')) } as KubernetesObject
}

const told = (text: string) => {
  try {
    return String(JSON.parse(text).message ?? '')
  } catch {
    return text
  }
}

/** `secrets` never appear in what is thrown, even when the server repeats them. */
export const openCluster = (access: Access, secrets: readonly string[] = []) => {
  const { host, origin, pathname } = access.server
  // Some API servers stand behind a path of another server.
  const prefix = pathname.replace(/\/$/, '')
  const transport = createTransport(access, timeoutMs)
  const clean = (text: string) =>
    secrets
      .reduce((it, secret) => it.replaceAll(secret, '[secret]'), text)
      .replace(/\s+/g, ' ')
      .slice(0, 300)
  const refusal = (status: number, text: string, retryAfter: string | undefined) =>
    refused(host, status, clean(told(text)), Number(retryAfter) || undefined)

  const ask = async (sending: Sending) => {
    const answer = await transport.send(sending).catch((error) => {
      throw unanswered(host, error)
    })
    if (answer.status >= 300) throw refusal(answer.status, answer.text, answer.headers['retry-after'])
    // The client would quote what it cannot read.
    const isObject = answer.headers['content-type']?.includes('json') && answer.text.startsWith('{')
    if (!isObject) throw notKubernetes(host)
    return answer
  }
  const send = async (request: RequestContext) => {
    const url = new URL(request.getUrl())
    const answer = await ask({
      method: request.getHttpMethod(),
      path: url.pathname + url.search,
      headers: request.getHeaders(),
      body: request.getBody() as string | undefined,
    })
    const body = { text: async () => answer.text, binary: async () => Buffer.from(answer.text) }
    return new ResponseContext(answer.status, answer.headers, { ...body, stream: () => null })
  }
  const configuration = createConfiguration({
    baseServer: new ServerConfiguration(origin + prefix, {}),
    httpApi: wrapHttpLibrary({ send }),
  })
  const objects = new KubernetesObjectApi(configuration)

  return {
    host,
    /** Such as `v1.36.3`. */
    version: async () => {
      const { gitVersion } = await new VersionApi(configuration).getCode()
      if (!gitVersion) throw notKubernetes(host)
      return gitVersion
    },
    /** Whether the credential may do that; the server is asked, nothing is tried. */
    allows: async (question: Question) => {
      const spec = { resourceAttributes: question }
      const review = { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview', spec }
      const api = new AuthorizationV1Api(configuration)
      return (await api.createSelfSubjectAccessReview({ body: review })).status?.allowed === true
    },
    /** What the credential may do in a namespace; `incomplete` where an authorizer of the cluster does not tell. */
    rulesIn: async (namespace: string) => {
      const review = {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectRulesReview',
        spec: { namespace },
      }
      const api = new AuthorizationV1Api(configuration)
      const { status } = await api.createSelfSubjectRulesReview({ body: review })
      return { rules: status?.resourceRules ?? [], incomplete: status?.incomplete ?? true }
    },
    /** What is at a path of the API, in the form that `accept` asks for. */
    get: async <T>(path: string, accept = 'application/json') =>
      JSON.parse((await ask({ method: 'GET', path: prefix + path, headers: { accept } })).text) as T,
    /** Null when there is none. */
    read: async (apiVersion: string, kind: string, name: string): Promise<KubernetesObject | null> => {
      try {
        return fromModel(await objects.read({ apiVersion, kind, metadata: { name } }))
      } catch (error) {
        if ((error as { status?: number }).status === 404) return null
        throw error
      }
    },
    list: async ({ apiVersion, kind }: Kind, selector: string, namespace?: string) => {
      const none = undefined
      const answer = await objects.list(apiVersion, kind, namespace, none, none, none, none, selector)
      const items = answer.items.map((it): KubernetesObject => ({ ...fromModel(it), apiVersion, kind }))
      return { items, version: answer.metadata?.resourceVersion ?? '' }
    },
    /** Refused with status 409 when there is one already. */
    create: async (object: KubernetesObject) =>
      fromModel(await objects.create(toModel(object), undefined, undefined, manager)),
    /** Server-side apply, forced: our fields become what we declare, fields of others stay. */
    apply: async (object: KubernetesObject) =>
      fromModel(
        await objects.patch(
          toModel(object),
          undefined,
          undefined,
          manager,
          true,
          PatchStrategy.ServerSideApply,
        ),
      ),
    /** Takes away what others added; refused with 409 when it is another object by now, by its uid. */
    replace: async (object: KubernetesObject) =>
      fromModel(await objects.replace(toModel(object), undefined, undefined, manager)),
    /** Deletes exactly that object, by its uid; one that is gone or going is fine. */
    remove: async ({ apiVersion, kind, metadata }: KubernetesObject) => {
      const { name, namespace, uid, deletionTimestamp } = metadata
      if (deletionTimestamp) return
      const which = { apiVersion, kind, metadata: { name, namespace } }
      const none = undefined
      try {
        await objects.delete(which, none, none, none, none, none, { preconditions: { uid } })
      } catch (error) {
        if ((error as { status?: number }).status !== 404) throw error
      }
    },
    /** Follows changes until `signal`, the server or silence ends it; rejects with `Trouble`. */
    watch: (watching: Watching, signal: AbortSignal) =>
      follow(transport, { ...watching, path: prefix + watching.path }, signal).catch((error) => {
        throw unanswered(host, error)
      }),
    close: () => transport.close(),
  }
}
export type Cluster = ReturnType<typeof openCluster>

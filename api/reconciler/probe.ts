// The first step: is the cluster there, is it the same one, may we do in it what we must?
import { credentialLife } from './access.ts'
import { authorize, identify } from './authorize.ts'
import { good } from './conditions.ts'
import { Trouble } from './trouble.ts'
import type { UnderWay } from './under-way.ts'

export const probe = async (it: UnderWay): Promise<void> => {
  const { cluster, outcome, desired } = it
  const { provider } = desired
  const found = (type: string, message: string) => outcome.findings.set(type, good(type, message))
  try {
    outcome.version = await cluster.version()
    outcome.contact = true
    found('Reachable', `${cluster.host} answers.`)
    outcome.clusterUid = await identify(cluster, provider.stored.cluster_uid)
  } catch (error) {
    if (!(error instanceof Trouble) || error.status === undefined) throw error
    outcome.contact = true
    if (error.status !== 401) throw error
    const end = credentialLife(provider)?.ends
    if (!end || end > it.now()) throw error
    const when = end.toISOString().replace(/\.\d+Z$/, 'Z')
    throw new Trouble('CredentialsExpired', `The credential expired at ${when}: give a new one.`, {
      status: 401,
    })
  }
  found('CredentialsValid', 'The API server accepts the credential.')
  const { namespace_mode: mode, namespace, adopt } = provider
  it.authorized ??= await authorize(cluster, { mode, namespace, adopt }, it.discovery, provider.name)
  found('Authorized', 'The credential may do all that is needed.')
  outcome.findings.set(it.authorized.type, it.authorized)
}

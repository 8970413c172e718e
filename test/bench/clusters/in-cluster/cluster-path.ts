// Where a Kubernetes object is created.
import type { ClusterObject } from './bare-client.ts'

export const clusterPath = ({ apiVersion, kind, metadata }: ClusterObject) => {
  const base = apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`
  const plural = kind === 'NetworkPolicy' ? 'networkpolicies' : `${kind.toLowerCase()}s`
  return metadata.namespace ? `${base}/namespaces/${metadata.namespace}/${plural}` : `${base}/${plural}`
}

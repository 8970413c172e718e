// What people keep in a namespace, one of each kind: where it is posted to, and what.
import { restricted } from './restricted.ts'

const template = {
  metadata: { labels: { app: 'kept' } },
  spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'b', securityContext: restricted }] },
}
const always = { ...template, spec: { ...template.spec, restartPolicy: 'Always' } }
const selector = { matchLabels: { app: 'kept' } }

export type Kept = { kind: string; path: string; spec?: object; more?: object }

export const keptObjects: Kept[] = [
  { kind: 'ConfigMap', path: '/api/v1/*/configmaps', more: { data: { a: 'b' } } },
  {
    kind: 'CronJob',
    path: '/apis/batch/v1/*/cronjobs',
    spec: { schedule: '0 0 1 1 *', jobTemplate: { spec: { template } } },
  },
  { kind: 'Job', path: '/apis/batch/v1/*/jobs', spec: { template } },
  { kind: 'DaemonSet', path: '/apis/apps/v1/*/daemonsets', spec: { selector, template: always } },
  // Its ReplicaSet and its pods are there as well, and would come back.
  { kind: 'Deployment', path: '/apis/apps/v1/*/deployments', spec: { selector, template: always } },
  {
    kind: 'Service',
    path: '/api/v1/*/services',
    spec: { type: 'LoadBalancer', ports: [{ port: 80 }], selector: { app: 'kept' } },
  },
  {
    kind: 'PersistentVolumeClaim',
    path: '/api/v1/*/persistentvolumeclaims',
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  },
  {
    kind: 'Ingress',
    path: '/apis/networking.k8s.io/v1/*/ingresses',
    spec: { defaultBackend: { service: { name: 'kept', port: { number: 80 } } } },
  },
]

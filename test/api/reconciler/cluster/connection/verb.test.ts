// Which verb of Kubernetes a request is counted as.
import { expect } from 'chai'
import { verbOf } from '../../../../../api/reconciler/cluster/connection/verb.ts'

describe('the verb of a request to a cluster', () => {
  const cases: [method: string, path: string, verb: string][] = [
    ['GET', '/version', 'get'],
    ['GET', '/apis/apps/v1', 'get'],
    ['GET', '/api/v1', 'get'],
    ['GET', '/api/v1/namespaces', 'list'],
    ['GET', '/api/v1/namespaces/acme', 'get'],
    ['GET', '/api/v1/namespaces/acme/resourcequotas?limit=500&continue=watch', 'list'],
    ['GET', '/api/v1/namespaces/acme/resourcequotas/polder', 'get'],
    ['GET', '/apis/rbac.authorization.k8s.io/v1/roles?labelSelector=a', 'list'],
    ['GET', '/k8s/clusters/c-1/apis/rbac.authorization.k8s.io/v1/namespaces/acme/roles', 'list'],
    ['GET', '/k8s/clusters/c-1/apis/rbac.authorization.k8s.io/v1/namespaces/acme/roles/dev', 'get'],
    ['GET', '/apis/rbac.authorization.k8s.io/v1/roles?watch=true&resourceVersion=7', 'watch'],
    ['POST', '/api/v1/namespaces?fieldManager=polder', 'create'],
    ['PATCH', '/api/v1/namespaces/acme?force=true', 'patch'],
    ['PUT', '/api/v1/namespaces/acme', 'update'],
    ['DELETE', '/api/v1/namespaces/acme', 'delete'],
  ]
  for (const [method, path, verb] of cases)
    it(`of ${method} ${path} is ${verb}`, () => expect(verbOf({ method, path })).to.equal(verb))
})

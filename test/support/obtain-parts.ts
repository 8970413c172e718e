// Obtains every part the tests run on, before the first of them starts: building one takes minutes, once.
import { etcd } from '../../examples/local/etcd.ts'
import { kubernetes } from '../../examples/local/kubernetes.ts'
import { obtain } from '../../examples/local/obtain.ts'
import { obtainEveryVersion } from './terraform.ts'

try {
  await obtain(etcd)
  await obtain(kubernetes)
  await obtainEveryVersion()
} catch (cause) {
  console.error((cause as Error).message)
  process.exit(1)
}

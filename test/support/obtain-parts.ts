// Obtains every part the tests run on, before the first of them starts: building one takes minutes, once.
import { presentControlPlane, presentTerraform, terraformVersions } from './present.ts'

try {
  await presentControlPlane({})
  for (const version of [...terraformVersions, 'opentofu'] as const) await presentTerraform(version, {})
} catch (cause) {
  console.error((cause as Error).message)
  process.exit(1)
}

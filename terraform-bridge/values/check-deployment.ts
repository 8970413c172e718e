// Whether a state was made by the deployment that answers now (S25): at another one, nothing being there says nothing.
import type { Client } from '../client.ts'
import { error } from '../protocol/diagnostic.ts'
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'
import type { Private } from './private-state.ts'

/** To be asked once the API has answered. */
export const checkDeployment = ({ deployment: then }: Private, client: Client): Diagnostic[] => {
  const now = client.deployment()
  if (!then || !now || then === now) return []
  const detail = `This state was made by the deployment \`${then}\`, but the provider's \`url\` leads to \`${now}\`. Point the provider back, or use another state: nothing of this one exists there.`
  return [error('The object is in another deployment', detail)]
}

// Checks that the deployment that answers is the one that the state was made by (S25).
import type { Client } from '../client.ts'
import { error } from '../protocol/diagnostic.ts'
import type { Diagnostic } from '../protocol/messages/tfplugin6.ts'
import type { Private } from './private-state.ts'

/** To be asked once the API has answered. */
export const checkDeployment = ({ deployment: then }: Private, client: Client): Diagnostic[] => {
  const now = client.deployment()
  if (!then || !now || then === now) return []
  const detail = `This state was made by the deployment \`${then}\`, but the provider's \`url\` leads to \`${now}\`. Point the provider back to that deployment, or use another state: the objects of this state do not exist there.`
  return [error('The object is in another deployment', detail)]
}

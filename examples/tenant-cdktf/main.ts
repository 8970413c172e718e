// Writes the Terraform configuration: `npm run generate` in the checkout, which writes the bindings, then `node main.ts`
// (Node 24 or newer) here, or `cdktf deploy`. For CDK Terrain write `cdktn` wherever these two files say `cdktf`.
import { App } from 'cdktf'
import { TenantStack } from './tenant-stack.ts'

const app = new App()
new TenantStack(app, 'tenants')
app.synth()

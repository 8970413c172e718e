// One configuration is planned the same however often, with however much at once, and on however busy a machine.
import { Worker } from 'node:worker_threads'
import { expect } from 'chai'
import { type Project, startProject } from '../support/terraform/project.ts'

// Nothing here refers to the organization, so that core plans it before the others or after, by chance.
const inDefault = (refusals: string) => `
provider "polder" {
  organization  = "al4"
  plan_refusals = "${refusals}"
}
resource "polder_organization" "al4" { name = "al4" }
resource "polder_user" "ada" { username = "ada" }
resource "polder_org_membership" "ada" {
  user  = polder_user.ada.username
  roles = [polder_custom_role.builder.name]
}
resource "polder_custom_role" "builder" {
  name        = "builder"
  permissions = [{ resource = "workspace", action = "read", scope = "all" }]
}
resource "polder_org_quota" "each" {
  scope  = "member"
  limits = { workspaces = 3 }
}
`

/** Two more processes' worth of work, until stopped. */
const busy = () => {
  const workers = [1, 2].map(() => new Worker('for (;;) Math.random()', { eval: true }))
  return () => Promise.all(workers.map((it) => it.terminate()))
}

describe('S17 a plan never differs by chance', function () {
  this.timeout(300_000)
  let project: Project
  before(async () => {
    project = await startProject()
  })
  after(() => project?.stop())

  for (const [refusals, status] of [
    ['warning', 2],
    ['error', 1],
  ] as const) {
    it(`TF-11 eight plans of a default organization made in them are one plan, with refusals as ${refusals}s`, async () => {
      const plan = (parallelism: number) =>
        project.diagnosed(inDefault(refusals), `-parallelism=${parallelism}`)
      const plans = [await plan(10), await plan(1), await plan(10), await plan(1)]
      const stop = busy()
      for (const parallelism of [10, 1, 10, 1]) plans.push(await plan(parallelism))
      await stop()
      const [first, ...others] = plans
      expect(first!.status).to.equal(status)
      expect(
        new Set(first!.diagnostics.map(({ severity, summary }) => `${severity}: ${summary}`)),
      ).to.deep.equal(new Set([`${refusals}: Not found yet: organization al4`]))
      for (const other of others) expect(other).to.deep.equal(first)
    })
  }
})

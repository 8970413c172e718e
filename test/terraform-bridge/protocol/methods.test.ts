// The table of RPCs, and the messages that go through it.
import { expect } from 'chai'
import { OpenEphemeralResource_Response } from '../../../terraform-bridge/protocol/messages/tfplugin6.ts'
import { methods } from '../../../terraform-bridge/protocol/methods.ts'

describe('Methods', () => {
  const table = new Map(methods().map((method) => [method.path, method]))

  it('have the paths by which core calls them', () => {
    expect(table.get('/tfplugin6.Provider/PlanResourceChange')?.name).to.equal('planResourceChange')
    expect(table.get('/tfplugin6.Provider/StopProvider')?.name).to.equal('stopProvider')
    expect(table.size).to.equal(methods().length)
  })

  it('stream the answers of lists and actions, and of nothing else that this provider answers', () => {
    const streaming = methods().filter((method) => method.responseStream)
    expect(streaming.map(({ name }) => name)).to.deep.equal([
      'listResource',
      'readStateBytes',
      'invokeAction',
    ])
    expect(
      methods()
        .filter((method) => method.requestStream)
        .map(({ name }) => name),
    ).to.deep.equal(['writeStateBytes'])
  })

  it('read a request in which everything is left out as defaults', () => {
    const plan = table.get('/tfplugin6.Provider/PlanResourceChange')
    expect(plan?.decode(Buffer.alloc(0))).to.deep.include({ typeName: '', priorState: undefined })
  })

  it('write an answer in which most is left out', () => {
    const plan = table.get('/tfplugin6.Provider/PlanResourceChange')
    const bytes = plan?.encode({ plannedState: { msgpack: Buffer.of(0xc0) } })
    expect(Buffer.from(bytes!).toString('hex')).to.equal('0a030a01c0')
  })

  it('carry points in time', () => {
    const renewAt = new Date('2031-02-03T04:05:06.789Z')
    const bytes = OpenEphemeralResource_Response.encode({ renewAt }).finish()
    expect(OpenEphemeralResource_Response.decode(bytes).renewAt).to.deep.equal(renewAt)
  })
})

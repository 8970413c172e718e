// What a user reads when something is wrong, and where Terraform points.
import { expect } from 'chai'
import {
  error,
  type Path,
  pathSteps,
  pathText,
  warning,
} from '../../../terraform-bridge/protocol/diagnostic.ts'
import { Diagnostic } from '../../../terraform-bridge/protocol/messages/tfplugin6.ts'

describe('Diagnostic', () => {
  it('without a path is a title and what to do, nothing else', () => {
    expect(error('Cannot reach Polder', 'Check the url.')).to.deep.equal({
      severity: 1,
      summary: 'Cannot reach Polder',
      detail: 'Check the url.',
    })
    expect(warning('Old server', 'Update it.')).to.include({ severity: 2 })
  })

  it('names its attribute both for Terraform and in the text', () => {
    expect(error('Name is taken', 'Choose another.', ['cluster', 'server'])).to.deep.equal({
      severity: 1,
      summary: 'Name is taken',
      detail: 'Choose another.\n\nAttribute: cluster.server',
      attribute: {
        steps: [
          { selector: { $case: 'attributeName', value: 'cluster' } },
          { selector: { $case: 'attributeName', value: 'server' } },
        ],
      },
    })
  })

  const paths: [text: string, path: Path, cases: string[]][] = [
    ['name', ['name'], ['attributeName name']],
    [
      'rules[0].labels["a.b"]',
      ['rules', { index: 0 }, 'labels', { key: 'a.b' }],
      ['attributeName rules', 'elementKeyInt 0', 'attributeName labels', 'elementKeyString a.b'],
    ],
    ['roles[*]', ['roles', { element: '*' }], ['attributeName roles']],
    ['hosts[*].port', ['hosts', { element: '*' }, 'port'], ['attributeName hosts']],
    [
      'labels["say \\"hi\\""]',
      ['labels', { key: 'say "hi"' }],
      ['attributeName labels', 'elementKeyString say "hi"'],
    ],
  ]
  for (const [text, path, steps] of paths) {
    it(`writes ${text}, and points at ${steps.join(', ')}`, () => {
      expect(pathText(path)).to.equal(text)
      const found = pathSteps(path).map(({ selector }) => `${selector?.$case} ${selector?.value}`)
      expect(found).to.deep.equal(steps)
    })
  }

  it('goes through protobuf unchanged', () => {
    const whole = warning('Title', 'Text.', ['rules', { index: 0 }, 'labels', { key: '' }])
    expect(Diagnostic.decode(Diagnostic.encode(whole).finish())).to.deep.equal(whole)
  })
})

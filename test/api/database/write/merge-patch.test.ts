// The merge of RFC 7396, by the table of its Appendix A.
import { expect } from 'chai'
import { mergePatch } from '../../../../api/database/write/values/merge-patch.ts'

/** Appendix A: original, patch, result. */
const appendix = [
  ['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
  ['{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'],
  ['{"a":"b"}', '{"a":null}', '{}'],
  ['{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'],
  ['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
  ['{"a":"c"}', '{"a":["b"]}', '{"a":["b"]}'],
  ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
  ['{"a":[{"b":"c"}]}', '{"a":[1]}', '{"a":[1]}'],
  ['["a","b"]', '["c","d"]', '["c","d"]'],
  ['{"a":"b"}', '["c"]', '["c"]'],
  ['{"a":"foo"}', 'null', 'null'],
  ['{"a":"foo"}', '"bar"', '"bar"'],
  ['{"e":null}', '{"a":1}', '{"e":null,"a":1}'],
  ['[1,2]', '{"a":"b","c":null}', '{"a":"b"}'],
  ['{}', '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
] as const

describe('a merge patch', () => {
  for (const [original, patch, result] of appendix) {
    it(`S6 of ${original} and ${patch} is ${result}`, () => {
      expect(mergePatch(JSON.parse(original), JSON.parse(patch))).to.deep.equal(JSON.parse(result))
    })
  }

  it('changes neither what it is given nor any prototype', () => {
    const target = { a: { b: '1' } }
    mergePatch(target, JSON.parse('{"a": {"b": null, "__proto__": {"x": 1}}, "__proto__": {"y": 1}}'))
    expect(target).to.deep.equal({ a: { b: '1' } })
    expect({}).not.to.have.any.keys('x', 'y')
  })
})

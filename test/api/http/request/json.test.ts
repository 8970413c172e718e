// JSON as the API reads it: what JSON.parse would accept silently is refused with line and column.
import { expect } from 'chai'
import { readJson } from '../../../../api/http/request/json.ts'

const refusals: [string, string, RegExp][] = [
  ['nothing but blanks', '  ', /a key or a value is missing at line 1, column 3/],
  ['a text that does not end', '{"a": "b', /closing quote of a text is missing at line 1, column 7/],
  ['a comma too many', '{"a": 1,\n }', /key in double quotes is missing at line 2, column 2/],
  ['a missing colon', '{"a" 1}', /colon is missing at line 1, column 6/],
  ['a missing comma', '[1 2]', /comma is missing at line 1, column 4/],
  ['something after the end', '{} {}', /something follows the end at line 1, column 4/],
  ['a word that JSON does not know', '{"a": NaN}', /does not know the word or character at line 1, column 7/],
  ['a number with a leading zero', '[01]', /comma is missing/],
  ['the same key twice', '{"a": 1, "a": 2}', /"a" appears a second time at line 1, column 10/],
  ['the same key twice in two spellings', '{"a": 1, "\\u0061": 2}', /"a" appears a second time/],
  ['the key __proto__', '{"labels": {"__proto__": "x"}}', /`__proto__` is not accepted/],
  ['the key __proto__ spelled with escapes', '{"\\u005f_proto__": {}}', /`__proto__` is not accepted/],
  ['great depth', '['.repeat(500_000), /deeper than 32 levels/],
  ['a number that would lose digits', '{"a": 9007199254740993}', /too large/],
  ['a number beyond all bounds', '{"a": 1e999}', /too large/],
  ['half a character', '{"a": "\\ud83d"}', /lone surrogate/],
  ['U+0000', '{"a": "\\u0000"}', /U\+0000/],
  ['U+0000 in a key', '{"\\u0000": 1}', /U\+0000/],
  ['a raw line end in a text', '{"a": "x\ny"}', /closing quote of a text is missing at line 1, column 7/],
  ['a comment', '{"a": 1} // one', /does not know the comment at line 1, column 10/],
  ['a comma at the end of a list', '[1,]', /a value is missing at line 1, column 4/],
  ['an unknown escape', '{"a": "\\x41"}', /escape/],
]

const accepted = [
  ' {"a": [1, -2.5e3, true, false, null, "x\\n\\u00e9\\ud83d\\ude00"], "b": {}} \n',
  '[]',
  '"constructor"',
  '{"constructor": 1, "toString": 2}',
  '9007199254740991',
]

describe('JSON', () => {
  for (const [what, source, words] of refusals) {
    it(`400 for ${what}, with line and column`, () => {
      expect(() => readJson(source))
        .to.throw(words)
        .with.property('code', 'malformed')
    })
  }

  for (const source of accepted) {
    it(`${source.trim().slice(0, 40)} is read as the language reads it`, () => {
      expect(readJson(source)).to.deep.equal(JSON.parse(source))
    })
  }

  it('20,000 values are read, and not one more: what follows is not even looked at', () => {
    expect(readJson(`[${'1,'.repeat(19_998)}1]`)).to.have.length(19_999)
    for (const source of [
      `[${'1,'.repeat(20_000)}`,
      `{${Array.from({ length: 20_000 }, (_, at) => `"k${at}":1,`).join('')}`,
    ])
      expect(() => readJson(source))
        .to.throw(/more than 20000 values/)
        .with.property('code', 'too_large')
  })

  it('a text of a million escaped quotes is read', () => {
    const source = JSON.stringify('"'.repeat(1_000_000))
    expect(readJson(source)).to.have.length(1_000_000)
  })
})

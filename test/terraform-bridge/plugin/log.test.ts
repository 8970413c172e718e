// The log's lines, which core parses strictly: one wrong type in them kills core itself.
import { expect } from 'chai'
import { type Level, openLog, panicText } from '../../../terraform-bridge/plugin/log.ts'

const now = () => new Date('2031-02-03T04:05:06.007Z')

const lines = (
  environment: NodeJS.ProcessEnv,
  write: (log: ReturnType<typeof openLog>) => void,
): string[] => {
  const written: string[] = []
  write(openLog(environment, (line) => written.push(line), now))
  return written
}

const levelsShown = (environment: NodeJS.ProcessEnv): string => {
  const all: Level[] = ['trace', 'debug', 'info', 'warn', 'error']
  const written = lines(environment, (log) => {
    for (const level of all) log(level, 'hello')
  })
  return written.map((line) => JSON.parse(line)['@level']).join(' ')
}

describe('Log', () => {
  it('writes one line of JSON with a time of exactly six fractional digits', () => {
    const [line] = lines({ TF_LOG: 'TRACE' }, (log) => log('info', 'two\nlines', { count: 3, name: 'x' }))
    expect(line).to.match(/^[^\n]*\n$/)
    expect(JSON.parse(line!)).to.deep.equal({
      count: 3,
      name: 'x',
      '@level': 'info',
      '@message': 'two\nlines',
      '@module': 'provider.polder',
      '@timestamp': '2031-02-03T04:05:06.007000Z',
    })
  })

  it('keeps its own fields texts, whatever a caller passes', () => {
    const fields = { '@level': 1, '@timestamp': 2, '@message': true }
    const [line] = lines({ TF_LOG: 'TRACE' }, (log) => log('warn', 42 as unknown as string, fields))
    expect(JSON.parse(line!)).to.include({
      '@level': 'warn',
      '@message': '42',
      '@timestamp': '2031-02-03T04:05:06.007000Z',
    })
  })

  for (const [environment, shown] of [
    [{}, ''],
    [{ TF_LOG: '' }, ''],
    [{ TF_LOG: 'off' }, ''],
    [{ TF_LOG: 'ERROR' }, 'error'],
    [{ TF_LOG: 'warn' }, 'warn error'],
    [{ TF_LOG: 'INFO' }, 'info warn error'],
    [{ TF_LOG: 'DEBUG' }, 'debug info warn error'],
    [{ TF_LOG: 'TRACE' }, 'trace debug info warn error'],
    [{ TF_LOG: 'JSON' }, 'trace debug info warn error'],
    [{ TF_LOG: 'nonsense' }, 'trace debug info warn error'],
    [{ TF_LOG: 'TRACE', TF_LOG_PROVIDER: 'ERROR' }, 'error'],
    [{ TF_LOG_PROVIDER: 'WARN' }, 'warn error'],
    [{ TF_LOG: 'ERROR', TF_LOG_PROVIDER: '' }, 'error'],
  ] as const) {
    it(`shows ${shown || 'nothing'} for ${JSON.stringify(environment)}`, () => {
      expect(levelsShown(environment)).to.equal(shown)
    })
  }
})

describe('Panic', () => {
  it('begins and ends as a crash of a Go program does', () => {
    expect(panicText(new TypeError('boom'))).to.match(
      /^panic: TypeError: boom\n {4}at (.*\n)+\ngoroutine 1 \[running\]:\n$/,
    )
    expect(panicText('reason')).to.equal('panic: reason\n\ngoroutine 1 [running]:\n')
  })
})

// Shows the progress of a long step: one changing line on a terminal, a few plain lines in a log.

export interface Step {
  /** Says what happens now. */
  update(text: string): void
  /** Says where in it we are, for those who watch. */
  detail(text: string): void
  end(): void
}

const quietSeconds = 30

export const startStep = (name: string, stream: NodeJS.WriteStream = process.stderr): Step => {
  const start = Date.now()
  let text = ''
  let detail = ''
  const line = () =>
    `${name}: ${text}${detail && ` · ${detail}`} (${Math.round((Date.now() - start) / 1000)} s)`
  const show = () => {
    if (stream.isTTY) stream.write(`\r\x1b[K${line().slice(0, (stream.columns || 80) - 1)}`)
    else stream.write(`${line()}\n`)
  }
  const timer = setInterval(() => text && show(), stream.isTTY ? 1000 : quietSeconds * 1000)
  timer.unref()
  return {
    update(next) {
      text = next
      detail = ''
      show()
    },
    detail(next) {
      detail = next
      if (stream.isTTY) show()
    },
    end() {
      clearInterval(timer)
      if (stream.isTTY && text) stream.write('\n')
    },
  }
}

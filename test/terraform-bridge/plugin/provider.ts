// A provider process for tests: nothing but the methods of methods.ts.
import { serve } from '../../../terraform-bridge/plugin/serve.ts'
import { testMethods } from './methods.ts'

await serve({
  methods: testMethods(),
  source: 'polder/test',
  onShutdown: async () => {
    await new Promise(setImmediate)
    console.warn('shutting down')
  },
  onStop: () => console.warn('stopped'),
})

// The tenants of this example, as a platform team would list them.
export const tenants = [
  {
    name: 'maps',
    displayName: 'Maps',
    region: 'eu-central',
    managers: ['mercator'],
    members: ['ptolemy', 'waldseemueller'],
    limits: { cpu: '64', memory: '256Gi', storage: '2Ti', workspaces: 40 },
  },
  {
    name: 'weather',
    displayName: 'Weather',
    region: 'eu-central',
    managers: ['beaufort'],
    members: ['mercator'],
    limits: { cpu: '16', memory: '64Gi', storage: '500Gi', workspaces: 10 },
  },
]

// The addresses of cloud metadata services, as CIDRs.

/** Of most clouds, of Alibaba Cloud, of Azure and of Oracle Cloud. */
export const metadata4 = ['169.254.0.0/16', '100.100.100.200/32', '168.63.129.16/32', '192.0.0.192/32']

/** Of OpenStack and Hetzner, AWS, Google Cloud, Oracle Cloud, Scaleway and Akamai. */
export const metadata6 = [
  'fe80::/10',
  'fd00:ec2::/32',
  'fd20:ce::254/128',
  'fd00:c1::a9fe:a9fe/128',
  'fd00:42::42/128',
  'fd00:a9fe:a9fe::1/128',
]

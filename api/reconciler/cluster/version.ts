// Which of two versions of objects of one kind is newer.

// All that a kube-apiserver serves has versions that are ascending integers; Kubernetes promises that since 1.35 (KEP-5504).
const integer = /^[1-9]\d*$/

/** Of versions that cannot be compared, such as those of other API servers, each differing one counts as newer. */
export const isNewer = (version: string, than: string): boolean => {
  if (!integer.test(version) || !integer.test(than)) return version !== than
  return version.length === than.length ? version > than : version.length > than.length
}

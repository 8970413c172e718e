// Encrypts what must never stand in the database in plain text: AES-256-GCM, bound to the row it belongs to.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** Of what only its bearer knows. It is as long as a key, so that no salt is needed. */
export const digestOfSecret = (plain: string): Buffer => createHash('sha256').update(plain).digest()

/** 256 bits at random, as text. */
export const newSecret = () => randomBytes(32).toString('base64url')

/** Tells which key encrypted, so that keys can be rotated; it reveals nothing of the key. */
export const keyId = (key: Buffer) =>
  createHash('sha256').update('polder key id').update(key).digest().subarray(0, 4)

/** Names a key to people, in logs and answers: 8 hexadecimal digits. */
export const keyFingerprint = (key: Buffer) => keyId(key).toString('hex')

/** What is secret is bound to its row and attribute. */
export const aboutSecret = (id: unknown, attribute: string) => `${id}/${attribute}`

/** `about` is what `aboutSecret` names: a ciphertext moved to another row does not open. */
export const encrypt = (keys: readonly Buffer[], about: string, plain: string): Buffer => {
  const key = keys[0]!
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([keyId(key), nonce, cipher.getAuthTag(), body])
}

/** Throws a sentence when no key fits or the bytes were tampered with. */
export const decrypt = (keys: readonly Buffer[], about: string, stored: Buffer): string => {
  const key = keys.find((it) => keyId(it).equals(stored.subarray(0, 4)))
  if (!key) throw new Error('None of the keys in POLDER_ENCRYPTION_KEY encrypted this credential.')
  const decipher = createDecipheriv('aes-256-gcm', key, stored.subarray(4, 16)).setAAD(Buffer.from(about))
  decipher.setAuthTag(stored.subarray(16, 32))
  return Buffer.concat([decipher.update(stored.subarray(32)), decipher.final()]).toString('utf8')
}

import { execFileSync } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Certificate {
  key: string
  cert: string
  /** What --ignore-certificate-errors-spki-list takes. To ignore all errors instead would turn the HTTP cache off. */
  spki: string
}

/** A certificate for this run alone. @throws Error when there is no openssl */
export function createCertificate(): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'backd-certificate-'))
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  try {
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
    const files = ['-keyout', keyFile, '-out', certFile]
    execFileSync('openssl', ['req', '-x509', ...curve, ...files, '-days', '2', '-subj', '/CN=bench.test'], {
      stdio: 'pipe',
    })
    const cert = readFileSync(certFile, 'utf8')
    const publicKey = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' })
    return {
      key: readFileSync(keyFile, 'utf8'),
      cert,
      spki: createHash('sha256').update(publicKey).digest('base64'),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

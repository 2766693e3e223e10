import { join } from 'node:path'
import { diskStorage, type FileStorage, objectStorage } from '@luoshi/store'

/**
 * Where files are kept: in the data folder, another folder, or an object store that speaks S3, named as
 * `s3://KEY:SECRET@HOST/BUCKET?region=REGION` (`s3+http://` for one without encryption on one's own network).
 *
 * @param given as the environment has it; null for the data folder
 */
export function openFileStorage(
  given: string | null,
  dataFolder: string,
): FileStorage | { readonly kind: 'refused'; readonly message: string } {
  if (given === null || !/^s3(?:\+http)?:/.test(given)) return diskStorage(given ?? join(dataFolder, 'files'))
  const address = URL.parse(given)
  const bucket = address?.pathname.replace(/^\//, '') ?? ''
  if (address === null || bucket === '' || address.username === '' || address.password === '') {
    return {
      kind: 'refused',
      message: 'LUOSHI_FILES 应是一个文件夹，或像 s3://密钥编号:密钥@主机/存储桶?region=区域 。',
    }
  }
  const scheme = given.startsWith('s3+http:') ? 'http' : 'https'
  return objectStorage({
    bucket: `${scheme}://${address.host}/${bucket}`,
    region: address.searchParams.get('region') ?? 'us-east-1',
    keyId: decodeURIComponent(address.username),
    secret: decodeURIComponent(address.password),
    spoolFolder: join(dataFolder, 'files', 'incoming'),
  })
}

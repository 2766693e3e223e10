import type { ArchiveCheck } from './check-archive.ts'

/** What was found in an archive, as a user reads it. */
export function archiveCheckText({ title, fingerprint, files, entries, problems }: ArchiveCheck): string {
  if (problems.length > 0) {
    return `核对发现${problems.length}处不符：\n${problems.map((problem) => `· ${problem}`).join('\n')}\n`
  }
  return `“${title}”完整无误：${files}个文件、${entries}条办理记录，签名密钥指纹${fingerprint}。\n`
}

/** Every issue that the kernel can return, by its code, with what a user reads. One place: each names what was found and what would pass. */
export const issueTexts = {
  'field-missing': (data: { label: string; wanted: string }) => `“${data.label}”未填写，应填${data.wanted}。`,
  'field-refused': (data: { label: string; wanted: string; found: string }) =>
    `“${data.label}”填的是“${data.found}”，应填${data.wanted}。`,
  'field-unknown': (data: { field: string; known: string }) =>
    `没有“${data.field}”这一项，可填的有：${data.known}。`,
  'not-a-record': (data: { found: string }) => `内容应为逐项填写的一条记录，收到的是${data.found}。`,
  'action-not-here': (data: { action: string; state: string; possible: string }) =>
    `现在是“${data.state}”环节，不能办理“${data.action}”；可以办理的有：${data.possible}。`,
  'not-allowed': (data: { action: string; roles: string }) =>
    `您无权对此办件办理“${data.action}”，应由${data.roles}办理。`,
  'earlier-than-latest': (data: { found: string; latest: string }) =>
    `办理时间${data.found}早于上一次办理的${data.latest}，请核对时间。`,
  'same-person': (data: { action: string; earlier: string }) =>
    `“${data.earlier}”是您办理的，“${data.action}”应由另一人办理。`,
  'reason-missing': (data: { action: string }) => `办理“${data.action}”应写明理由。`,
  'material-missing': (data: { action: string; material: string }) =>
    `办理“${data.action}”缺少材料“${data.material}”，请补齐后再办。`,
  'limit-not-running': (data: { limit: string }) => `“${data.limit}”的期限没有在计算，不能延长。`,
  'extended-enough': (data: { limit: string; times: number }) =>
    `“${data.limit}”的期限至多延长${data.times}次，已经用完。`,
  'disclosure-running': (data: { disclosure: string; from: string; until: string; today: string }) =>
    `“${data.disclosure}”自${data.from}起，至${data.until}止，今天是${data.today}，期满的次日起方可办理。`,
  'disclosure-over': (data: { disclosure: string; from: string; until: string; today: string }) =>
    `“${data.disclosure}”已于${data.until}期满，今天是${data.today}，期内提出的异议才能中止办理。`,
  'disclosure-end-unknown': (data: { disclosure: string; why: string }) =>
    `“${data.disclosure}”何时期满算不出来：${data.why}`,
  'rule-unknown': (data: { rule: string }) => `规则“${data.rule}”在制度中没有定义，请联系管理员。`,
  'gate-refused': (data: { wanted: string; found: string; clause: string }) =>
    `不符合规定：应${data.wanted}，现为${data.found}（${data.clause}）。`,
  'gate-unknown': (data: { rule: string; missing: string }) =>
    `“${data.rule}”还不能判定，缺少：${data.missing}。`,
} as const

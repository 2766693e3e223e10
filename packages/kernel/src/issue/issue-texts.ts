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
  'other-version': (data: { found: string; wanted: string }) =>
    `这一办件按“${data.wanted}”办理，不能按“${data.found}”办理。`,
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
  'limit-not-begun': (data: { action: string; limit: string }) =>
    `“${data.limit}”还没有起算，不能办理“${data.action}”。`,
  'limit-running': (data: { action: string; limit: string; until: string; today: string }) =>
    `“${data.limit}”至${data.until}止，今天是${data.today}，期满以后方可办理“${data.action}”。`,
  'limit-over': (data: { action: string; limit: string; until: string; today: string }) =>
    `“${data.limit}”已于${data.until}期满，今天是${data.today}，不能再办理“${data.action}”。`,
  'limit-end-unknown': (data: { action: string; limit: string; why: string }) =>
    `“${data.limit}”何时期满算不出来，不能办理“${data.action}”：${data.why}`,
  'disclosure-running': (data: { disclosure: string; from: string; until: string; today: string }) =>
    `“${data.disclosure}”自${data.from}起，至${data.until}止，今天是${data.today}，期满的次日起方可办理。`,
  'disclosure-over': (data: { disclosure: string; from: string; until: string; today: string }) =>
    `“${data.disclosure}”已于${data.until}期满，今天是${data.today}，期内提出的异议才能中止办理。`,
  'disclosure-end-unknown': (data: { disclosure: string; why: string }) =>
    `“${data.disclosure}”何时期满算不出来：${data.why}`,
  'rule-unknown': (data: { rule: string }) => `规则“${data.rule}”在制度中没有定义，请联系管理员。`,
  'gate-refused': (data: { wanted: string; found: string; clause: string }) =>
    `不符合规定：要求${data.wanted}，实际${data.found}（${data.clause}）。`,
  'gate-unknown': (data: { rule: string; missing: string }) =>
    `“${data.rule}”还不能判定，缺少：${data.missing}。`,
  'request-missing': (data: { action: string; request: string }) =>
    `没有等待决定的“${data.request}”，不能办理“${data.action}”，应先办理“${data.request}”。`,
  'request-waiting': (data: { action: string; since: string }) =>
    `${data.since}已经办理过“${data.action}”，正在等待决定，决定以后才能再次办理。`,
  'link-unknown': (data: { action: string; link: string; known: string }) =>
    `办理“${data.action}”不能关联“${data.link}”，可以关联的有：${data.known}。`,
  'link-to-nothing': (data: { link: string; found: string }) =>
    `“${data.link}”关联的是“${data.found}”，应填写另一办件的编号。`,
  'link-missing': (data: { action: string; link: string }) =>
    `办理“${data.action}”应先关联“${data.link}”的办件。`,
  'receiver-refused': (data: { action: string; found: string; wanted: string }) =>
    `“${data.action}”不能交给“${data.found}”，应在${data.wanted}中选定。`,
  'no-unit-above': (data: { action: string }) => `本机构没有上级机构，不能办理“${data.action}”。`,
  'no-sender': (data: { action: string }) => `这一办件不是别的机构移送来的，不能办理“${data.action}”。`,
  'value-unknown': (data: { rule: string; missing: string }) =>
    `“${data.rule}”还算不出来，缺少：${data.missing}。`,
  'id-twice': (data: { kind: string; id: string }) =>
    `${data.kind}“${data.id}”定义了不止一次，编号不能重复。`,
  'procedure-of-register': (data: { register: string; id: string }) =>
    `台账“${data.register}”没有流程办理，按编号“${data.id}”自动登记，而同编号的流程办理的是别的台账，应改用别的编号。`,
  'link-fill-personal': (data: { link: string; own: string }) =>
    `关联“${data.link}”要把个人信息“${data.own}”带到另一办件，应删去，由办理人另行填写。`,
  'link-fill-uncarried': (data: { link: string; own: string }) =>
    `关联“${data.link}”要带到另一办件的“${data.own}”带不过去，能带的有文字、日期、金额、数值和选项。`,
  'link-fill-differs': (data: { link: string; own: string; field: string; wanted: string; found: string }) =>
    `关联“${data.link}”把本办件的“${data.own}”（${data.found}）带到另一办件的“${data.field}”（应填${data.wanted}），两者应是同一种内容。`,
  'correction-of-computed': (data: { label: string; rule: string }) =>
    `“${data.label}”是按“${data.rule}”算出的，不能更正；应更正它所依据的内容。`,
  'correction-too-early': (data: { label: string }) =>
    `“${data.label}”还没有填写过，不能更正；应在办理相应事项时填写。`,
  'sum-of-words': (data: { lookup: string; field: string }) =>
    `查询“${data.lookup}”要求和的“${data.field}”不是数，应选数值字段。`,
  'computed-elsewhere': (data: { action: string; field: string; rule: string }) =>
    `“${data.action}”用规则“${data.rule}”算出“${data.field}”，两者的名称、单位或者可选项不是同一个字段，应直接使用台账的字段。`,
  'tally-by-person': (data: { tally: string; field: string }) =>
    `统计表“${data.tally}”按个人信息“${data.field}”分组，会把它列在表头，应改按别的字段分组。`,
  'unit-differs': (data: { rule: string; input: string; wanted: string; found: string }) =>
    `规则“${data.rule}”看的“${data.input}”以${data.wanted}计，填写的却以${data.found}计，单位应当一致。`,
  'personal-in-list': (data: { catalogue: string; field: string }) =>
    `清单“${data.catalogue}”是公开的，其中的“${data.field}”却是个人信息，应删去。`,
  'reference-dangling': (data: { what: string; name: string; known: string }) =>
    `${data.what}“${data.name}”没有定义；已定义的有：${data.known}。`,
  'state-unreachable': (data: { state: string }) =>
    `环节“${data.state}”从起始环节走不到，应有办理事项通向它，或者删去。`,
  'state-without-exit': (data: { state: string }) =>
    `环节“${data.state}”不是终结环节，却没有办理事项离开它，应写明下一步，或者写明它是终结环节。`,
  'state-never-ends': (data: { state: string }) =>
    `从环节“${data.state}”走不到任何终结环节，应写明怎样办结。`,
  'action-without-actor': (data: { action: string }) => `办理事项“${data.action}”没有写明由谁办理。`,
  'previous-unknown': (data: { action: string }) =>
    `办理事项“${data.action}”在任何环节都可办理，不能写“回到原环节”，应写明去向。`,
  'reopening-without-reason': (data: { action: string }) =>
    `办理事项“${data.action}”重新办理已经办结的办件，应写明需要理由。`,
  'branches-without-join': (data: { state: string }) =>
    `环节“${data.state}”有并行的分支，却没有写明分支办完后的去向（或者写了去向却没有分支）。`,
  'branch-refusal-unheard': (data: { branch: string; state: string }) =>
    `“${data.branch}”可以不同意，而环节“${data.state}”没有写明不同意时的去向。`,
  'branch-stuck': (data: { branch: string; state: string }) =>
    `分支“${data.branch}”从环节“${data.state}”走不到结束，或者从起始环节走不到这一环节。`,
  'branch-ends-with-actions': (data: { branch: string; state: string }) =>
    `分支“${data.branch}”在环节“${data.state}”已经结束，不应再有办理事项。`,
  'action-name-twice': (data: { state: string; action: string }) =>
    `环节“${data.state}”有不止一个办理事项名为“${data.action}”，在同一环节（含各分支）名称不能重复。`,
  'final-with-branches': (data: { state: string }) => `环节“${data.state}”是终结环节，不能再有并行的分支。`,
  'transfer-without-reason': (data: { action: string }) =>
    `办理事项“${data.action}”把办件交给别的机构，应写明需要理由。`,
  'receiver-no-unit': (data: { action: string; field: string }) =>
    `办理事项“${data.action}”要交给“${data.field}”所选的机构，而填写的内容里没有这样一个机构字段。`,
  'timer-may-not': (data: { limit: string; action: string }) =>
    `“${data.limit}”逾期应自动办理“${data.action}”，而它没有授权给到期自动办理（全县）。`,
  'limit-day': (data: { limit: string; found: string }) =>
    `期限“${data.limit}”写的是“${data.found}”，应写作2026-10-31这样的日期。`,
  'rule-input-missing': (data: { rule: string; input: string }) =>
    `规则“${data.rule}”要看的“${data.input}”，办件和查询里都没有，应在表单或查询中写明。`,
  'disclosure-without-end': (data: { disclosure: string }) =>
    `“${data.disclosure}”没有写明公示多久，不能有等它期满才办的事项。`,
  'limit-without-basis': (data: { limit: string }) => `期限“${data.limit}”没有写明依据。`,
  'limit-without-missed': (data: { limit: string }) =>
    `期限“${data.limit}”没有写明逾期怎么办，至少应提示逾期。`,
  'limit-without-end': (data: { limit: string }) => `期限“${data.limit}”没有写明办理了什么算是没有逾期。`,
  'limit-count': (data: { limit: string; found: number }) =>
    `期限“${data.limit}”写的是${data.found}，应是大于0的整数。`,
  'target-longer': (data: { limit: string; legal: string; target: string }) =>
    `“${data.limit}”承诺${data.target}，法定${data.legal}，承诺期限应使用同一单位且不长于法定期限。`,
  'personal-unmasked': (data: { disclosure: string; field: string }) =>
    `“${data.disclosure}”不经遮盖公开个人信息“${data.field}”，却没有要求公开它的条款，应遮盖，或者写明条款。`,
  'clear-not-shown': (data: { disclosure: string; field: string }) =>
    `“${data.disclosure}”说“${data.field}”不遮盖，而它不在公开的个人信息之中，应删去。`,
  'personal-in-key': (data: { register: string; field: string }) =>
    `台账“${data.register}”用个人信息“${data.field}”做编号，编号会出现在链接和记录里，应另设编号。`,
  'paper-format': (data: { paper: string; format: string }) =>
    `文书“${data.paper}”里写的“:${data.format}”没有这种写法，可写的有：capital（金额大写）。`,
  'paper-clear': (data: { paper: string; field: string }) =>
    `文书“${data.paper}”说公开时“${data.field}”不遮盖，而它不是这份文书里的个人信息，应删去。`,
  'parameter-without-form': ({ parameter }: { parameter: string }) =>
    `参数“${parameter}”没有值，也没有写明值怎样写（form）或者从哪些里选（choices）。`,
  'parameter-open': (data: { parameter: string }) =>
    `参数“${data.parameter}”有没有条款规定的值，却没有写明原文留下什么未定。`,
  'subject-differs': (data: { procedure: string; register: string }) =>
    `流程“${data.procedure}”的表单与台账“${data.register}”的不是同一份，应直接使用台账的。`,
  'target-open': (data: { indicator: string }) =>
    `指标“${data.indicator}”没有目标值，也没有写明原文留下什么未定。`,
  'phase-open': (data: { campaign: string; phase: string }) =>
    `“${data.campaign}”的“${data.phase}”没有写全起止日期，也没有写明原文留下什么未定。`,
  'phase-day': (data: { campaign: string; phase: string; found: string }) =>
    `“${data.campaign}”的“${data.phase}”写的是“${data.found}”，应写作2026-10-31这样的日期。`,
  'phase-undated': (data: { campaign: string; phase: string }) =>
    `“${data.campaign}”以“${data.phase}”为限，而这一阶段没有日期，应写明日期，或者不以它为限。`,
  'period-unknown': (data: { what: string; found: string }) =>
    `${data.what}写的期间是“${data.found}”，应写作2026、2026-H1、2026-Q3、2026-08或2026-08-18这样的期间。`,
  'figure-unreadable': (data: { what: string; found: string }) =>
    `${data.what}写的是“${data.found}”，应写作12.5这样的数。`,
  'turn-impossible': (data: { report: string; found: string; wanted: string }) =>
    `报送“${data.report}”的时间写的是${data.found}，应为${data.wanted}。`,
  'item-twice': (data: { catalogue: string; version: string; item: string }) =>
    `清单“${data.catalogue}”${data.version}版有两项的编号都是“${data.item}”，编号不能重复。`,
  'item-named-twice': (data: { catalogue: string; version: string; item: string }) =>
    `清单“${data.catalogue}”${data.version}版有两项都叫“${data.item}”，实施机关也相同，请核对是否重复。`,
  'number-off': (data: { catalogue: string; version: string; found: string; wanted: string }) =>
    `清单“${data.catalogue}”${data.version}版的序号不连续：应为${data.wanted}，实际是${data.found}。`,
  'change-unfit': (data: { catalogue: string; change: string; why: string }) =>
    `清单“${data.catalogue}”的${data.change}号调整没有采用：${data.why}。`,
  'table-absent': (data: { catalogue: string; version: string }) =>
    `清单“${data.catalogue}”${data.version}所在的行里没有读到表格。`,
  'column-absent': (data: { catalogue: string; version: string; wanted: string }) =>
    `清单“${data.catalogue}”${data.version}的表格里没有这些列：${data.wanted}。`,
  'column-twice': (data: { catalogue: string; version: string; heading: string }) =>
    `清单“${data.catalogue}”${data.version}的表格里，“${data.heading}”一列出现了两次，或者另有一列是同一内容，只能留一列。`,
  'entries-counted': (data: { catalogue: string; version: string; found: number; wanted: number }) =>
    `清单“${data.catalogue}”${data.version}应有${data.wanted}项，读到${data.found}项，不予采用，请核对原表。`,
  'versions-overlap': (data: { catalogue: string; until: string; from: string }) =>
    `清单“${data.catalogue}”的前一版到${data.until}为止，后一版却自${data.from}起，前一版应在后一版施行时停止。`,
  'validity-backwards': (data: { from: string; to: string }) =>
    `有效期自${data.from}至${data.to}，止日早于起日。`,
  'lines-backwards': (data: { lines: string }) => `依据写的是第${data.lines}行，应从1起，先小后大。`,
} as const

# 规则可以用的句子。每行一句：[类别]句子=含义。
# 长句在前，短句在后：Drools 自己的展开器会在长句里找短句，先换掉长的就不会误配。
# 句子里不写数字，数字都在参数里；{n} 处填〔参数名〕。
# 含义一侧和句子里只用半角标点：Drools 自己的读取器不认全角标点。规则文件里全角、半角都可以。

# —— 关键词 ——
[keyword](?m)^\s*规则\s+{name}=rule "{name}"
[keyword](?m)^\s*类别\s+{kind}=@kind("{kind}")
[keyword](?m)^\s*对象\s+{subject}=@subject("{subject}")
[keyword](?m)^\s*条款\s+{clauses}=@clause("{clauses}")
[keyword](?m)^\s*施行\s+{since}\s+起=@since("{since}")
[keyword](?m)^\s*施行\s+{since}\s+至\s+{until}=@since("{since}") @until("{until}")
[keyword](?m)^\s*逐月=@monthly("yes")
[keyword](?m)^\s*当=when
[keyword](?m)^\s*则=then
[keyword](?m)^\s*完=end

# —— 小标题 ——
[condition]^\s*适用:=Case( heading("when") )
[condition]^\s*条件:=Case( heading("conditions") )
[condition]^\s*期限:=Case( heading("limits") )
[condition]^\s*停止:=Case( heading("stops") )
[condition]^\s*应当:=Case( heading("duty") )

# —— 夫妻 ——
[condition]双方各自连续稳定就业满{n}个月,间断不超过{g}日,因{b}离职的不算间断=Case( months("worker.employments", "mode=longest", "gap={g}", "bridge=end_reason in {b}", "each") >= parameter("{n}") )
[condition]双方的连续就业至少有{n}个月相互重合,间断不超过{g}日,因{b}离职的不算间断=Case( overlap("worker.employments", "mode=longest", "gap={g}", "bridge=end_reason in {b}") >= parameter("{n}") )
[condition]另一方有{n}个月的工资条或银行流水=Case( sum("spouse.employments.paid_months", "alone") >= parameter("{n}") )
[condition]一方有{n}个月的工资条或银行流水=Case( sum("worker.employments.paid_months", "alone") >= parameter("{n}") )
[condition]另一方签有书面劳动合同=Case( exists("spouse.employments", "alone", "where contract_signed <= @on") == true )
[condition]一方签有书面劳动合同=Case( exists("worker.employments", "alone", "where contract_signed <= @on") == true )
[condition]双方在申请时已登记结婚=Case( value("couple.registered_on") <= least(value("couple.award_applied_on"), on()) )
[condition]自重合满{m}个月之日起{n}个月内提出申请,末日遇休息日或法定节假日的顺延,间断不超过{g}日,因{b}离职的不算间断=Case( least(value("couple.award_applied_on"), on()) <= deadline(reached(overlap("worker.employments", "mode=longest", "gap={g}", "bridge=end_reason in {b}"), parameter("{m}")), parameter("{n}"), "unit=months", "roll=next-workday") )
[condition]双方此前都没有领取过本项奖补=Case( exists("worker.awards", "where scheme = couple_award", "either") == false )

# —— 台账上已核发的待遇，{s} 是项目名称或项目清单 ——
[condition]该月没有领取过{s}=Case( exists("worker.awards", "where scheme in {s}", "where first_month <= @month-end", "where last_month >= @month-start") == false )
[condition]此前没有领取过{s}=Case( exists("worker.awards", "where scheme in {s}") == false )
[condition]此前领取过{s}=Case( exists("worker.awards", "where scheme in {s}") == true )
[condition]已领取{s}累计不满{n}个月=Case( plus(sum("worker.awards.months", "where scheme in {s}"), earlier()) < parameter("{n}") )
[condition]首次核定{s}时距法定退休不足{n}年=Case( earliest("worker.awards.retires_on", "where scheme in {s}") < deadline(earliest("worker.awards.approved_on", "where scheme in {s}"), parameter("{n}"), "unit=years") )
[condition]该月不晚于首次核定{s}时算定的退休月份=Case( monthStart() <= earliest("worker.awards.retires_on", "where scheme in {s}") )

# —— 认定、灵活就业和社会保险 ——
[condition]该月在就业困难人员认定的有效期内=Case( exists("worker.certifications", "where start <= @month-end", "where end >= @month-start") == true )
[condition]该月有灵活就业=Case( exists("worker.flexible_work", "where start <= @month-end", "where end >= @month-start") == true )
[condition]该月以个人身份先行缴纳了基本养老保险费,补缴的不算=Case( exists("worker.insurance_payments", "where month = @month", "where kind = pension", "where payer = self", "where back_paid = false", "where paid_on <= @on") == true )
[condition]本次核定不满{n}个月=Case( earlier() < parameter("{n}") )
[condition]今天距法定退休不足{n}年,法定退休日按{a}和{b}和{c}和{d}推算=Case( phased("worker.birth_date", "{a}", "{b}", "{c}", "{d}") < deadline(on(), parameter("{n}"), "unit=years") )
[condition]该月不晚于法定退休月份,法定退休日按{a}和{b}和{c}和{d}推算=Case( monthStart() <= phased("worker.birth_date", "{a}", "{b}", "{c}", "{d}") )
[condition]被单位录用的,录用当月仍补,次月起停发=Case( exists("worker.employments", "where start < @month-start", "where end >= @month-start") == true )
[condition]上公益性岗位的,上岗当月仍补,次月起停发=Case( exists("worker.posts", "where start < @month-start", "where end >= @month-start") == true )
[condition]办理营业执照的,办照当月仍补,次月起停发=Case( exists("worker.licences", "where start < @month-start", "where end >= @month-start") == true )
[condition]领取失业保险金的,开始领取当月仍补,次月起停发=Case( exists("worker.unemployment_benefits", "where start < @month-start", "where end >= @month-start") == true )
[condition]领取基本养老金的,开始领取当月仍补,次月起停发=Case( value("worker.pension_start") < monthStart() )

# —— 公益性岗位 ——
[condition]上岗时向本机构求助已满{n}日=Case( deadline(latest("worker.service_requests.requested_on", "where kind = job_help", "where requested_on <= @employment.start"), parameter("{n}"), "unit=days") <= value("employment.start") )
[condition]上岗前本机构没有提供过合适岗位=Case( exists("worker.service_offers", "where kind = referral", "where offered_on <= @employment.start") == false )
[condition]上岗前{n}日内本机构没有再提供合适岗位=Case( deadline(latest("worker.service_offers.offered_on", "where kind = referral", "where offered_on <= @employment.start"), parameter("{n}"), "unit=days") < value("employment.start") )
[condition]连同这一次安置不超过{n}次=Case( count("worker.posts", "where start <= @employment.start") <= parameter("{n}") )
[condition]以前没有安置过公益性岗位=Case( exists("worker.posts", "where start < @employment.start") == false )
[condition]距上一个公益性岗位结束已满{n}个月=Case( value("employment.start") >= deadline(latest("worker.posts.end", "where end < @employment.start"), parameter("{n}"), "unit=months") )

# —— 创业担保贷款 ——
[condition]本机构已核定贷款人属于支持的人群=Case( value("loan.group_certified") == true )
[condition]贷款本金不超过{n}元=Case( value("loan.principal") <= parameter("{n}") )
[condition]合同期限不超过{n}年=Case( value("loan.due") <= deadline("loan.signed", parameter("{n}"), "unit=years") )
[condition]连同这一笔累计贷款不超过{n}次=Case( count("worker.loans", "where signed <= @loan.signed") <= parameter("{n}") )
[condition]以前的创业担保贷款都按期还清=Case( exists("worker.loans", "where signed < @loan.signed", "where repaid_on_time = false") == false )
[condition]签订时除{n}外没有其他未还清的贷款=Case( exists("worker.other_loans", "where signed <= @loan.signed", "where repaid > @loan.signed", "where kind not in {n}") == false )
[condition]签订时没有达到{n}元的未还清消费贷款=Case( exists("worker.other_loans", "where signed <= @loan.signed", "where repaid > @loan.signed", "where kind = consumer", "where principal >= {n}") == false )
[condition]合同年利率不超过签订时的{lpr}加{margin}=Case( value("loan.rate") <= plus(parameter("{lpr}"), parameter("{margin}")) )
[condition]申请贴息的计息期内没有逾期=Case( value("loan.overdue") == false )
[condition]申请贴息的计息期不在展期内=Case( value("loan.extended") == false )

# —— 用人单位的义务 ——
[condition]该月结束前已经开始用工=Case( value("employment.start") <= monthEnd() )
[condition]该月开始时用工还没有结束=Case( value("employment.end") >= monthStart() )
[condition]该月已经过完=Case( monthEnd() < on() )
[condition]实行非全日制用工=Case( value("employment.hours") == choice("part_time") )
[condition]实行全日制用工=Case( value("employment.hours") == choice("full_time") )
[condition]该月有工资记录=Case( exists("employment.wages", "where month = @month") == true )
[condition]该月提供了全月正常劳动=Case( exists("employment.wages", "where month = @month", "where full_month = true") == true )
[condition]该月只提供了部分正常劳动=Case( exists("employment.wages", "where month = @month", "where full_month = false") == true )
[condition]扣除加班工资和津贴和法定福利后,货币工资不低于{n}元按计薪天数占{d}日折算的数=Case( minus(sum("employment.wages.paid", "where month = @month"), sum("employment.wages.overtime_pay", "where month = @month"), sum("employment.wages.allowances", "where month = @month"), sum("employment.wages.welfare", "where month = @month")) >= least(parameter("{n}"), product(parameter("{n}"), share(sum("employment.wages.work_days", "where month = @month"), parameter("{d}")))) )
[condition]扣除加班工资和津贴和法定福利后,货币工资不低于{n}元乘以正常劳动的小时数=Case( minus(sum("employment.wages.paid", "where month = @month"), sum("employment.wages.overtime_pay", "where month = @month"), sum("employment.wages.allowances", "where month = @month"), sum("employment.wages.welfare", "where month = @month")) >= product(parameter("{n}"), sum("employment.wages.work_hours", "where month = @month")) )
[condition]扣除加班工资和津贴和法定福利后,货币工资不低于{n}元=Case( minus(sum("employment.wages.paid", "where month = @month"), sum("employment.wages.overtime_pay", "where month = @month"), sum("employment.wages.allowances", "where month = @month"), sum("employment.wages.welfare", "where month = @month")) >= parameter("{n}") )
[condition]书面劳动合同在用工之日起{n}个月内签订=Case( value("employment.contract_signed") <= deadline("employment.start", parameter("{n}"), "unit=months") )
[condition]用工之日起{n}个月的期限还没有过=Case( on() <= deadline("employment.start", parameter("{n}"), "unit=months") )
[condition]工资最迟在约定发薪日后{n}日付清,遇休息日或法定节假日的提前到最近的工作日=Case( latest("employment.wages.paid_on", "where month = @month") <= deadline(earliest("employment.wages.due_on", "where month = @month"), parameter("{n}"), "unit=days", "roll=previous-workday") )
[condition]约定发薪日后{n}日的期限还没有过,遇休息日或法定节假日的提前到最近的工作日=Case( on() <= deadline(earliest("employment.wages.due_on", "where month = @month"), parameter("{n}"), "unit=days", "roll=previous-workday") )
[condition]该月工资约定的发薪日还没有过=Case( exists("employment.wages", "where month = @month", "where due_on != none", "where due_on >= @on") == true )
[condition]该月的工资记录写明约定的发薪日=Case( exists("employment.wages", "where month = @month", "where due_on != none") == true )
[condition]该月的工资已经记录在案,没有记录的自该月首日起满了{n}个月=Case( least(earliest("employment.wages.month", "where month = @month"), deadline(monthStart(), parameter("{n}"), "unit=months")) <= on() )
[condition]自该月首日起已经满{n}个月=Case( deadline(monthStart(), parameter("{n}"), "unit=months") <= on() )
[condition]自该月首日起还没有满{n}个月=Case( on() < deadline(monthStart(), parameter("{n}"), "unit=months") )
[condition]该月工资足额支付=Case( sum("employment.wages.paid", "where month = @month") >= sum("employment.wages.owed", "where month = @month") )

# —— 就业服务 ——
[condition]见习开始时正在登记失业=Case( exists("worker.unemployment_registrations", "where start <= @internship.start", "where end >= @internship.start") == true )
[condition]见习开始时年满{n}周岁=Case( age("worker.birth_date", "at=internship.start") >= parameter("{n}") )
[condition]见习开始时周岁不超过{n}=Case( age("worker.birth_date", "at=internship.start") <= parameter("{n}") )
[condition]本人申请了毕业生和青年就业服务,没有停止=Case( exists("worker.service_requests", "where kind = graduate_service", "where requested_on <= @on", "where stopped_on > @on") == true )
[condition]现在没有工作单位=Case( exists("worker.employments", "where start <= @on", "where end >= @on") == false )
[condition]毕业年度是{n}=Case( value("worker.graduation_year") == parameter("{n}") )
[condition]正在登记失业=Case( exists("worker.unemployment_registrations", "where start <= @on", "where end >= @on") == true )
[condition]年满{n}周岁=Case( age("worker.birth_date", "at=on") >= parameter("{n}") )
[condition]周岁不超过{n}=Case( age("worker.birth_date", "at=on") <= parameter("{n}") )
[condition]政策宣介还不满{n}=Case( count("worker.service_offers", "where kind = briefing") < parameter("{n}") )
[condition]职业指导还不满{n}=Case( count("worker.service_offers", "where kind = guidance") < parameter("{n}") )
[condition]合适岗位推荐还不满{n}=Case( count("worker.service_offers", "where kind = referral") < parameter("{n}") )
[condition]技能培训或就业见习还不满{n}=Case( count("worker.service_offers", "where kind = training") < parameter("{n}") )

# —— 服务和机构的义务 ——
[condition]本人已经提出申请=Case( value("subject.requested_on") <= on() )
[condition]本人没有要求停止=Case( value("subject.stopped_on") > on() )
[condition]本人已经要求停止=Case( value("subject.stopped_on") <= on() )
[condition]申请以后还没有推荐过符合本人所选技能和远近的岗位=Case( exists("worker.service_offers", "where kind = referral", "where offered_on >= @subject.requested_on", "where fits_skill = true", "where fits_reach = true") == false )
[condition]申请以后还没有提供过{s}=Case( exists("worker.service_offers", "where kind = {s}", "where offered_on >= @subject.requested_on") == false )
[condition]申请以前没有参加过技能培训=Case( exists("worker.earlier_trainings", "where start < @subject.requested_on") == false )
[condition]自要求停止之日起{n}日内撤下求职信息=Case( value("subject.profile_removed_on") <= deadline("subject.stopped_on", parameter("{n}"), "unit=days") )
[condition]自要求停止之日起{n}日的撤下期限还没有过=Case( on() <= deadline("subject.stopped_on", parameter("{n}"), "unit=days") )
[condition]本机构是{s}=Case( value("office.office_kind") == choice("{s}") )
[condition]该月现场举办的{s}不少于{n}场,取消的不算=Case( count("office.fairs", "where fair_topic in {s}", "where fair_date = @month", "where fair_cancelled = false", "where held_onsite = true") >= parameter("{n}") )
[condition]专职就业专干不少于{n}人=Case( value("office.dedicated_officers") >= parameter("{n}") )
[condition]本期县里抽查的申请信息不少于乡镇核查数的{n}=Case( value("office.records_sampled") >= product(value("office.records_checked"), parameter("{n}")) )
[condition]从{s}收到过岗位信息=Case( exists("office.vacancies", "where vacancy_source = {s}") == true )
[condition]最近一次从{s}收到岗位信息还不满{n}个月=Case( on() < deadline(latest("office.vacancies.received_on", "where vacancy_source = {s}"), parameter("{n}"), "unit=months") )
[condition]岗位信息已经收到=Case( value("subject.received_on") <= on() )
[condition]自收到之日起{n}日内由县里核实=Case( value("subject.checked_on") <= deadline("subject.received_on", parameter("{n}"), "unit=days") )
[condition]自收到之日起{n}日的核实期限还没有过=Case( on() <= deadline("subject.received_on", parameter("{n}"), "unit=days") )
[condition]县里核实属实=Case( value("subject.check_result") == choice("confirmed") )
[condition]岗位来自{s}=Case( value("subject.vacancy_source") == choice("{s}") )
[condition]已查看人力资源服务许可证=Case( value("subject.permit_seen") == true )
[condition]已查看用人单位营业执照=Case( value("subject.licence_seen") == true )
[condition]岗位写明了工资=Case( value("subject.pay_stated") == true )
[condition]岗位写明了工时=Case( value("subject.hours_stated") == true )
[condition]岗位写明了签订什么合同=Case( value("subject.contract_stated") == true )
[condition]岗位写明了社会保险=Case( value("subject.insurance_stated") == true )
[condition]岗位写明了失效日期=Case( known("subject.expires_on") == true )
[condition]岗位没有写法律禁止的招聘限制=Case( value("subject.unlawful_terms") == false )
[condition]岗位没有过失效日期=Case( on() <= value("subject.expires_on") )
[condition]岗位信息已经发布=Case( value("subject.published_on") <= on() )
[condition]县里核实不晚于发布=Case( value("subject.checked_on") <= value("subject.published_on") )
[condition]自核实之日起{n}日内发布到县乡村=Case( value("subject.published_on") <= deadline("subject.checked_on", parameter("{n}"), "unit=days") )
[condition]自核实之日起{n}日的发布期限还没有过=Case( on() <= deadline("subject.checked_on", parameter("{n}"), "unit=days") )
[condition]申请信息已经录入=Case( value("subject.entered_on") <= on() )
[condition]这一条没有撤回=Case( value("subject.withdrawn_on") > on() )
[condition]自录入之日起{n}日内由乡镇核查=Case( value("subject.township_checked_on") <= deadline("subject.entered_on", parameter("{n}"), "unit=days") )
[condition]自录入之日起{n}日的核查期限还没有过=Case( on() <= deadline("subject.entered_on", parameter("{n}"), "unit=days") )
[condition]乡镇还没有核查=Case( value("subject.township_checked_on") > on() )
[condition]核查的人不是录入的人=Case( value("subject.checker_differs") == true )
[condition]县里没有抽中=Case( value("subject.sample_drawn") == false )
[condition]自核查之日起{n}日内由县里抽查=Case( value("subject.county_sampled_on") <= deadline("subject.township_checked_on", parameter("{n}"), "unit=days") )
[condition]自核查之日起{n}日的抽查期限还没有过=Case( on() <= deadline("subject.township_checked_on", parameter("{n}"), "unit=days") )
[condition]县里还没有抽查=Case( value("subject.county_sampled_on") > on() )
[condition]抽查的人不是录入和核查的人=Case( value("subject.sampler_differs") == true )
[condition]核对发现与申请材料不一致=Case( value("subject.mismatch_found_on") <= on() )
[condition]本人要求更正=Case( value("subject.correction_asked_on") <= on() )
[condition]更正结果还没有告知本人=Case( value("subject.correction_told_on") > on() )
# —— 创业、求职、见习和培训 ——
[condition]本机构已核定本人属于创业补贴的对象=Case( value("business.grant_certified") == true )
[condition]本机构已核定属于就业援助金的对象=Case( value("business.aid_certified") == true )
[condition]此前没有办过别的营业执照=Case( exists("worker.businesses", "where licensed_on < @business.licensed_on") == false )
[condition]领取营业执照已满{n}个月=Case( deadline(value("subject.licensed_on"), parameter("{n}"), "unit=months") <= on() )
[condition]已领取营业执照=Case( value("subject.licensed_on") <= on() )
[condition]现在仍在经营=Case( value("business.closed_on") > on() )
[condition]本机构已核定本人属于求职补贴的对象=Case( value("worker.jobseeking_certified") == true )
[condition]本人说明正在求职=Case( value("worker.seeking_work") == true )
[condition]该月结束前已经开始见习=Case( value("internship.start") <= monthEnd() )
[condition]该月开始时见习还没有结束=Case( value("internship.end") >= monthStart() )
[condition]该月有见习记录=Case( exists("internship.months", "where month = @month") == true )
[condition]见习开始时已经毕业=Case( value("worker.graduated_on") <= value("internship.start") )
[condition]见习开始时毕业不超过{n}年=Case( value("internship.start") <= deadline("worker.graduated_on", parameter("{n}"), "unit=years") )
[condition]见习开始时没有工作单位=Case( exists("worker.employments", "where start <= @internship.start", "where end >= @internship.start") == false )
[condition]见习开始时没有更早开始的另一段见习=Case( exists("worker.internships", "where start < @internship.start", "where end >= @internship.start") == false )
[condition]约定的见习期不少于{n}个月=Case( value("internship.agreed_until") >= deadline("internship.start", parameter("{n}"), "unit=months", "count=with") )
[condition]约定的见习期不超过{n}个月=Case( value("internship.agreed_until") <= deadline("internship.start", parameter("{n}"), "unit=months", "count=with") )
[condition]该月全月见习=Case( exists("internship.months", "where month = @month", "where whole_month = true") == true )
[condition]该月没有全月见习=Case( exists("internship.months", "where month = @month", "where whole_month = false") == true )
[condition]该月见习津贴不低于{w}元的{n}按见习天数占{d}日折算的数=Case( sum("internship.months.host_paid", "where month = @month") >= product(parameter("{n}"), least(parameter("{w}"), product(parameter("{w}"), share(sum("internship.months.intern_days", "where month = @month"), parameter("{d}"))))) )
[condition]该月见习津贴不低于{w}元的{n}=Case( sum("internship.months.host_paid", "where month = @month") >= product(parameter("{w}"), parameter("{n}")) )
[condition]不迟于见习开始之日已办理人身意外伤害保险=Case( value("internship.accident_insured_on") <= value("internship.start") )
[condition]培训已经结业=Case( value("training.finished_on") <= on() )
[condition]本机构已核定本人属于培训补贴的对象=Case( value("training.training_certified") == true )
[condition]本机构已核定本人属于培训生活费补贴的对象=Case( value("training.living_certified") == true )
[condition]就这次培训没有领取过{s}=Case( exists("training.awards", "where scheme in {s}") == false )
[condition]同一工种同一档没有领取过{s}=Case( exists("subject.trade_awards", "where same_tier = true", "where scheme in {s}") == false )
[condition]同一工种没有领取过{s}=Case( exists("subject.trade_awards", "where scheme in {s}") == false )
[condition]领取{s}的次数,连同一并申请的更早的培训,不满{n}次=Case( plus(count("worker.awards", "where scheme in {s}"), count("worker.trainings", "where claimed_now = true", "where finished_on < @training.finished_on")) < parameter("{n}") )
[condition]领取{s}的次数,连同一并申请的更早的证书,不满{n}次=Case( plus(count("worker.awards", "where scheme in {s}"), count("worker.skill_certificates", "where assessment_claimed_now = true", "where obtained_on < @certificate.obtained_on")) < parameter("{n}") )
[condition]已取得技能证书=Case( value("certificate.obtained_on") <= on() )
[condition]本机构已核定本人属于评价补贴的对象=Case( value("certificate.assessment_certified") == true )
[condition]证书是初次通过评价取得的=Case( value("certificate.first_pass") == true )
[condition]证书属于二级以上或不分档=Case( value("certificate.skill_tier") == choice("other") )
[condition]失业保险累计缴费满{n}个月=Case( value("certificate.insured_months") >= parameter("{n}") )
[condition]取得证书之日起{n}个月内申请技能提升补贴,末日遇休息日或法定节假日的顺延=Case( least(value("certificate.upgrade_applied_on"), on()) <= deadline("certificate.obtained_on", parameter("{n}"), "unit=months", "roll=next-workday") )
[condition]本人自己申请了交通补贴=Case( value("trip.applied_on") <= on() )
[condition]本机构已核定本人属于交通补贴的对象=Case( value("trip.travel_certified") == true )
[condition]交来了已签订的书面劳动合同=Case( value("trip.contract_signed") <= on() )
[condition]合同写明在外省工作=Case( value("trip.other_province") == true )
[condition]交来了车票=Case( value("trip.ticket_given") == true )
[condition]车票不是统一组织的免费乘车=Case( value("trip.free_ride") == false )
[condition]没有更早提出,还在办理的交通补贴申请=Case( exists("worker.trips", "where applied_on < @trip.applied_on", "where still_open = true") == false )
[condition]单位没有拖欠工资=Case( value("employer.owes_wages") == false )
[condition]单位没有欠缴社会保险费=Case( value("employer.owes_insurance") == false )
[condition]签订时属于小微企业=Case( value("loan.small_firm") == true )
[condition]签订时在职职工不超过{n}人=Case( value("loan.staff_count") <= parameter("{n}") )
[condition]签订时在职职工超过{n}人=Case( value("loan.staff_count") > parameter("{n}") )
[condition]签订前一年内新招用的符合条件的人达到在职职工的{n}=Case( value("loan.new_hires") >= product(value("loan.staff_count"), parameter("{n}")) )
[condition]单位连同这一笔累计不超过{n}次=Case( count("employer.firm_loans", "where signed <= @loan.signed") <= parameter("{n}") )
[condition]单位此前的每笔创业担保贷款都已按期还清=Case( exists("employer.firm_loans", "where signed < @loan.signed", "where repaid_on_time = false") == false )
[condition]没有更早办照,这次一并申请就业援助金的另一户=Case( exists("worker.businesses", "where licensed_on < @business.licensed_on", "where aid_claimed_now = true") == false )
# —— 单位的补贴 ——
[condition]录用时持有有效的就业困难人员认定=Case( exists("subject.certifications", "where start <= @subject.hired_on", "where end >= @subject.hired_on") == true )
[condition]该月结束前已经录用=Case( value("subject.hired_on") <= monthEnd() )
[condition]该月开始时还没有离职=Case( value("subject.left_on") >= monthStart() )
[condition]该月结束前劳动合同已经起始=Case( value("subject.contract_from") <= monthEnd() )
[condition]该月开始时劳动合同还没有到期=Case( value("subject.contract_until") >= monthStart() )
[condition]该月单位先行缴纳了养老保险费,补缴的不算=Case( exists("subject.premiums", "where month = @month", "where pension_part != none", "where back_paid = false", "where paid_on <= @on") == true )
[condition]该月没有为该录用人员核发过{s}=Case( exists("subject.awards", "where scheme in {s}", "where first_month <= @month-end", "where last_month >= @month-start") == false )
[condition]同一对象没有核发过{s}=Case( exists("subject.awards", "where scheme in {s}") == false )
[condition]此前为该录用人员核发过{s}=Case( exists("subject.awards", "where scheme in {s}") == true )
[condition]为该录用人员核发{s}累计不满{n}个月=Case( plus(sum("subject.awards.months", "where scheme in {s}"), earlier()) < parameter("{n}") )
[condition]首次为该录用人员核定{s}时距法定退休不足{n}年=Case( earliest("subject.awards.retires_on", "where scheme in {s}") < deadline(earliest("subject.awards.approved_on", "where scheme in {s}"), parameter("{n}"), "unit=years") )
[condition]该月不晚于首次为该录用人员核定{s}时算定的退休月份=Case( monthStart() <= earliest("subject.awards.retires_on", "where scheme in {s}") )
[condition]录用人员今天距法定退休不足{n}年,退休日按{a}和{b}和{c}和{d}推算=Case( phased("subject.birth_date", "{a}", "{b}", "{c}", "{d}") < deadline(on(), parameter("{n}"), "unit=years") )
[condition]该月不晚于录用人员的法定退休月份,退休日按{a}和{b}和{c}和{d}推算=Case( monthStart() <= phased("subject.birth_date", "{a}", "{b}", "{c}", "{d}") )
[condition]单位划型是{s}=Case( value("employer.firm_size") == choice("{s}") )
[condition]单位已认定为劳动密集型企业=Case( value("employer.labour_intensive") == true )
[condition]单位已认定为困难企业=Case( value("employer.distressed") == true )
[condition]单位属于家庭服务企业=Case( value("employer.domestic_service") == true )
[condition]属于{n}的毕业生=Case( value("subject.graduation_year") == parameter("{n}") )
[condition]录用时已经毕业=Case( value("subject.graduated_on") <= value("subject.hired_on") )
[condition]录用时毕业不超过{n}年=Case( value("subject.hired_on") <= deadline("subject.graduated_on", parameter("{n}"), "unit=years") )
[condition]毕业后到录用前没有就业过=Case( value("subject.employed_before") == false )
[condition]劳动合同期限不少于{n}年=Case( value("subject.contract_until") >= deadline("subject.contract_from", parameter("{n}"), "unit=years", "count=with") )
[condition]书面劳动合同已经起始=Case( value("subject.contract_from") <= on() )
[condition]录用名单上的人员已经上班=Case( value("subject.hired_on") <= on() )
[condition]录用时登记失业已满{n}个月=Case( deadline("subject.unemployment_registered_on", parameter("{n}"), "unit=months") <= value("subject.hired_on") )
[condition]录用时正处于登记失业=Case( value("subject.unemployment_registered_on") <= value("subject.hired_on") )
[condition]录用时已达到{n}周岁=Case( age("subject.birth_date", "at=subject.hired_on") >= parameter("{n}") )
[condition]录用时不超过{n}周岁=Case( age("subject.birth_date", "at=subject.hired_on") <= parameter("{n}") )
[condition]失业和工伤和养老保险累计缴费满{n}个月=Case( value("subject.insured_months") >= parameter("{n}") )
[condition]申请时仍在缴纳失业和工伤和养老保险费=Case( value("subject.still_insured") == true )
[condition]没有在其他单位或地区或年度或基金享受过同类补贴=Case( value("subject.granted_elsewhere") == false )
[condition]该月在单位就业=Case( exists("worker.employments", "where start <= @month-end", "where end >= @month-start") == true )
[condition]该月单位代扣代缴了本人的养老保险费,补缴的不算=Case( exists("worker.insurance_payments", "where month = @month", "where kind = pension", "where payer = employee", "where back_paid = false", "where paid_on <= @on") == true )
[condition]该月用工开始时已经毕业=Case( value("worker.graduated_on") <= earliest("worker.employments.start", "where start <= @month-end", "where end >= @month-start") )
[condition]该月用工开始时毕业不超过{n}年=Case( earliest("worker.employments.start", "where start <= @month-end", "where end >= @month-start") <= deadline("worker.graduated_on", parameter("{n}"), "unit=years") )
[condition]该月灵活就业开始时已经毕业=Case( value("worker.graduated_on") <= earliest("worker.flexible_work.start", "where start <= @month-end", "where end >= @month-start") )
[condition]该月灵活就业开始时毕业不超过{n}年=Case( earliest("worker.flexible_work.start", "where start <= @month-end", "where end >= @month-start") <= deadline("worker.graduated_on", parameter("{n}"), "unit=years") )
[condition]已经申请就业困难人员认定=Case( value("worker.hardship_applied_on") <= on() )
[condition]认定材料已经交齐=Case( value("worker.hardship_papers_complete") == true )
[condition]申请不早于{n}=Case( value("worker.hardship_applied_on") >= parameter("{n}") )
[condition]现在没有领取基本养老金=Case( value("worker.pension_start") > on() )
[condition]现在没有营业执照=Case( exists("worker.licences", "where start <= @on", "where end >= @on") == false )
[condition]本年度没有为单位核发过稳岗返还=Case( value("employer.stable_post_granted") == false )
[condition]失业保险费累计缴满{n}个月=Case( value("employer.unemployment_premium_months") >= parameter("{n}") )
[condition]上年度裁员人数不超过参保职工的{n}=Case( value("employer.laid_off") <= product(value("employer.insured_staff"), parameter("{n}")) )
[condition]上年度参保职工不超过{n}人=Case( value("employer.insured_staff") <= parameter("{n}") )
# —— 用工关系和工时 ——
[condition]用工满{n}个月后第{d}日不晚于该月月末=Case( deadline(deadline("employment.start", parameter("{n}"), "unit=months"), parameter("{d}"), "unit=days") <= monthEnd() )
[condition]用工满{n}个月后第{d}日还没有离职=Case( value("employment.end") >= deadline(deadline("employment.start", parameter("{n}"), "unit=months"), parameter("{d}"), "unit=days") )
[condition]该月首日和用工满{n}个月后第{d}日都还没有签订书面劳动合同=Case( value("employment.contract_signed") > greatest(monthStart(), deadline(deadline("employment.start", parameter("{n}"), "unit=months"), parameter("{d}"), "unit=days")) )
[condition]该月首日用工还不满{n}个月=Case( monthStart() < deadline("employment.start", parameter("{n}"), "unit=months") )
[condition]约定的试用期已经开始=Case( value("employment.probation_start") <= on() )
[condition]以前没有与该单位约定过试用期=Case( value("employment.probation_before") == false )
[condition]书面劳动合同不晚于试用期第一天签订=Case( value("employment.contract_signed") <= value("employment.probation_start") )
[condition]书面劳动合同在试用期第一天以后{n}日内签订=Case( value("employment.contract_signed") <= deadline("employment.probation_start", parameter("{n}"), "unit=days") )
[condition]签的是固定期限合同=Case( value("employment.contract_kind") == choice("fixed_term") )
[condition]签的是无固定期限合同=Case( value("employment.contract_kind") == choice("open_ended") )
[condition]合同期限满{n}个月=Case( value("employment.contract_until") >= deadline("employment.contract_from", parameter("{n}"), "unit=months", "count=with") )
[condition]试用期不超过{n}个月=Case( value("employment.probation_end") <= deadline("employment.probation_start", parameter("{n}"), "unit=months", "count=with") )
[condition]试用期在该月结束前已经开始=Case( value("employment.probation_start") <= monthEnd() )
[condition]试用期在该月开始时还没有结束=Case( value("employment.probation_end") >= monthStart() )
[condition]扣除加班工资后,货币工资不低于约定月工资的{n}按计薪天数占{d}日折算的数=Case( minus(sum("employment.wages.paid", "where month = @month"), sum("employment.wages.overtime_pay", "where month = @month")) >= least(product(value("employment.agreed_wage"), parameter("{n}")), product(value("employment.agreed_wage"), parameter("{n}"), share(sum("employment.wages.work_days", "where month = @month"), parameter("{d}")))) )
[condition]扣除加班工资后,货币工资不低于约定月工资的{n}=Case( minus(sum("employment.wages.paid", "where month = @month"), sum("employment.wages.overtime_pay", "where month = @month")) >= product(value("employment.agreed_wage"), parameter("{n}")) )
[condition]扣除加班工资后,货币工资不低于相同岗位最低档月工资的{n}按计薪天数占{d}日折算的数=Case( minus(sum("employment.wages.paid", "where month = @month"), sum("employment.wages.overtime_pay", "where month = @month")) >= least(product(value("employment.post_lowest_wage"), parameter("{n}")), product(value("employment.post_lowest_wage"), parameter("{n}"), share(sum("employment.wages.work_days", "where month = @month"), parameter("{d}")))) )
[condition]扣除加班工资后,货币工资不低于相同岗位最低档月工资的{n}=Case( minus(sum("employment.wages.paid", "where month = @month"), sum("employment.wages.overtime_pay", "where month = @month")) >= product(value("employment.post_lowest_wage"), parameter("{n}")) )
[condition]该月做到了最低工资=Case( outcome("minimum-wage") == true )
[condition]实行标准工时制=Case( value("employment.hours_system") == choice("standard_hours") )
[condition]该月没有因抢险救灾或者紧急抢修加班=Case( exists("employment.wages", "where month = @month", "where overtime_emergency = true") == false )
[condition]该月的加班都与工会和劳动者协商过=Case( exists("employment.wages", "where month = @month", "where overtime_consulted = false") == false )
[condition]该月加班有特殊原因=Case( exists("employment.wages", "where month = @month", "where overtime_special = true") == true )
[condition]该月每个工作日加班不超过{n}小时=Case( exists("employment.wages", "where month = @month", "where longest_overtime > {n}") == false )
[condition]该月各种加班合计不超过{n}小时=Case( plus(sum("employment.wages.workday_overtime", "where month = @month"), sum("employment.wages.restday_overtime", "where month = @month"), sum("employment.wages.holiday_overtime", "where month = @month")) <= parameter("{n}") )
[condition]该月加班工资不低于工作日加班小时数的{a}加休息日没有补休的小时数的{b}加法定节假日小时数的{c},再乘以约定月工资除以{d}日和每日{h}小时的小时工资=Case( sum("employment.wages.overtime_pay", "where month = @month") >= product(value("employment.agreed_wage"), share(plus(product(sum("employment.wages.workday_overtime", "where month = @month"), parameter("{a}")), product(sum("employment.wages.restday_overtime", "where month = @month"), parameter("{b}")), product(sum("employment.wages.holiday_overtime", "where month = @month"), parameter("{c}"))), product(parameter("{d}"), parameter("{h}")))) )
[condition]该月每一周都至少休息{n}日=Case( exists("employment.wages", "where month = @month", "where least_weekly_rest < {n}") == false )
[condition]该月平均每个工作日不超过{n}小时=Case( sum("employment.wages.work_hours", "where month = @month") <= product(parameter("{n}"), sum("employment.wages.work_days", "where month = @month")) )
[condition]该月每一周都不超过{n}小时=Case( exists("employment.wages", "where month = @month", "where most_weekly_hours > {n}") == false )
[condition]每{n}日以内结算一次工资=Case( value("employment.pay_cycle") <= parameter("{n}") )
[condition]社会保险登记在用工之日起{n}日内申请=Case( value("employment.insurance_registered_on") <= deadline("employment.start", parameter("{n}"), "unit=days") )
[condition]用工之日起{n}日的期限还没有过=Case( on() <= deadline("employment.start", parameter("{n}"), "unit=days") )
[condition]保存着该月的工资支付台账=Case( exists("employment.wages", "where month = @month", "where ledger_kept = true") == true )
[condition]该月结束后已经过了{n}年=Case( on() > deadline(monthEnd(), parameter("{n}"), "unit=years") )
[condition]给了本人该月的工资清单=Case( exists("employment.wages", "where month = @month", "where slip_given = true") == true )
[condition]没有要求担保也没有收取押金=Case( value("employment.deposit_taken") == false )
[condition]要求过担保或者收过押金=Case( value("employment.deposit_taken") == true )
[condition]还没有退还的押金不超过{n}元=Case( value("employment.deposit_held") <= parameter("{n}") )
[condition]没有扣押证件=Case( value("employment.documents_held") == false )
[condition]已经调过岗=Case( exists("employment.post_changes", "where changed_on <= @on") == true )
[condition]每次调岗以前双方都协商一致并签了书面协议=Case( exists("employment.post_changes", "where changed_on <= @on", "where agreed_in_writing = false") == false )
[condition]每次都给了本人一份变更协议=Case( exists("employment.post_changes", "where changed_on <= @on", "where copy_given = false") == false )
[condition]已经到了用工之日=Case( value("employment.start") <= on() )
[condition]今天还没有离职=Case( value("employment.end") >= on() )
[condition]上岗以前或者上岗当天做过本人听得懂的安全生产教育=Case( exists("employment.trainings", "where kind = safety", "where held_on <= @employment.start", "where understandable = true") == true )
[condition]距用工之日和最近一次安全生产教育中较晚的一天不超过{n}个月=Case( on() <= deadline(greatest(value("employment.start"), latest("employment.trainings.held_on", "where kind = safety", "where held_on <= @on")), parameter("{n}"), "unit=months") )
[condition]不是技术工种=Case( value("employment.skilled_trade") == false )
[condition]上岗以前或者上岗当天做过本人听得懂的岗前培训=Case( exists("employment.trainings", "where kind = pre_job", "where held_on <= @employment.start", "where understandable = true") == true )
[condition]岗前培训期间都支付了工资=Case( exists("employment.trainings", "where kind = pre_job", "where held_on <= @on", "where time_paid = false") == false )
[condition]本人申请了待遇核对,没有停止=Case( exists("worker.service_requests", "where kind = pay_check", "where requested_on <= @on", "where stopped_on > @on") == true )
[condition]还没有答复过待遇核对=Case( exists("worker.service_offers", "where kind = pay_check", "where offered_on <= @on") == false )
[condition]最近一次待遇核对的答复早于最近一次申请=Case( latest("worker.service_offers.offered_on", "where kind = pay_check", "where offered_on <= @on") < latest("worker.service_requests.requested_on", "where kind = pay_check", "where requested_on <= @on") )
# —— 工程项目、机构和欠薪 ——
[condition]已经开工=Case( value("subject.work_started_on") <= on() )
[condition]工程已经完工=Case( value("subject.completed_on") <= on() )
[condition]工资已经全部结清=Case( value("subject.wages_cleared_on") <= on() )
[condition]已经开设农民工工资专用账户=Case( value("subject.account_opened_on") <= on() )
[condition]专户的钱只用于支付本项目的工资=Case( value("subject.account_other_use") == false )
[condition]专户还没有注销=Case( value("subject.account_closed_on") > on() )
[condition]专户在工程完工以后注销=Case( value("subject.account_closed_on") >= value("subject.completed_on") )
[condition]专户在工资全部结清以后注销=Case( value("subject.account_closed_on") >= value("subject.wages_cleared_on") )
[condition]专户在公示满{n}日以后注销=Case( value("subject.account_closed_on") > deadline("subject.clear_notice_on", parameter("{n}"), "unit=days") )
[condition]已经建立用工管理台账=Case( value("subject.ledger_made_on") <= on() )
[condition]台账还在保存=Case( value("subject.ledger_destroyed_on") > on() )
[condition]台账自工程完工之日起保存了{n}年=Case( value("subject.ledger_destroyed_on") > deadline("subject.completed_on", parameter("{n}"), "unit=years") )
[condition]台账自工资全部结清之日起保存了{n}年=Case( value("subject.ledger_destroyed_on") > deadline("subject.wages_cleared_on", parameter("{n}"), "unit=years") )
[condition]台账自记满之日起保存了{n}年=Case( value("subject.ledger_destroyed_on") > deadline("subject.ledger_closed_on", parameter("{n}"), "unit=years") )
[condition]本人已经在本项目做工=Case( value("subject.work_from") <= on() )
[condition]做工以前订立了劳动合同=Case( value("subject.labour_contract_on") <= value("subject.work_from") )
[condition]做工以前办理了实名登记=Case( value("subject.real_name_on") <= value("subject.work_from") )
[condition]该月结束前已经在本项目做工=Case( value("subject.work_from") <= monthEnd() )
[condition]该月开始时在本项目还没有做完=Case( value("subject.work_until") >= monthStart() )
[condition]该月编制了工资支付表=Case( exists("subject.pay_tables", "where month = @month") == true )
[condition]该月的工资支付表由本人签字确认=Case( exists("subject.pay_tables", "where month = @month", "where table_signed_on > @on") == false )
[condition]该月的工资从专户直接支付=Case( exists("subject.pay_tables", "where month = @month", "where paid_from_account = false") == false )
[condition]该月的工资付到本人的银行账户=Case( exists("subject.pay_tables", "where month = @month", "where paid_to_own_card = false") == false )
[condition]该月约定的发薪日还没有过=Case( on() <= latest("subject.pay_tables.pay_due_on", "where month = @month") )
[condition]本人的银行卡被别人扣着=Case( value("subject.card_held") == true )
[condition]本人的银行卡没有被别人扣着=Case( value("subject.card_held") == false )
[condition]本期已经开始计量=Case( value("subject.period_from") <= on() )
[condition]约定的拨付日不晚于计量开始后{n}个月=Case( value("subject.cost_due_on") <= deadline("subject.period_from", parameter("{n}"), "unit=months") )
[condition]最迟在约定的拨付日拨到专户=Case( value("subject.cost_paid_on") <= value("subject.cost_due_on") )
[condition]人工费足额拨付=Case( value("subject.cost_paid") >= value("subject.cost_owed") )
[condition]约定的拨付日还没有过=Case( on() <= value("subject.cost_due_on") )
[condition]已经存储工资保证金=Case( value("subject.deposit_made_on") <= on() )
[condition]已经开立代替保证金的保函=Case( value("subject.guarantee_issued_on") <= on() )
[condition]保函没有过期=Case( value("subject.guarantee_until") >= on() )
[condition]保证金和保函合计不低于工程合同价乘以{n}=Case( plus(value("subject.deposit_sum"), value("subject.guarantee_sum")) >= product(value("subject.contract_price"), parameter("{n}")) )
[condition]现场设立了维权信息告示牌=Case( value("subject.board_put_up_on") <= on() )
[condition]告示牌写明参建各方和主管部门=Case( value("subject.board_parties") == true )
[condition]告示牌写明最低工资标准和工资支付日期=Case( value("subject.board_pay") == true )
[condition]告示牌写明投诉举报电话和仲裁援助渠道=Case( value("subject.board_hotlines") == true )
[condition]本人已经提出追讨=Case( value("subject.claimed_on") <= on() )
[condition]由分包或者转包的单位招用=Case( value("subject.hired_by_subcontractor") == true )
[condition]拖欠的工资足额支付=Case( value("subject.arrears_paid") >= value("subject.wage_unpaid") )
[condition]本人确认收到了全部欠薪=Case( value("subject.receipt_confirmed_on") <= on() )
[condition]有因建设单位没有按约定拨付工程款造成的欠薪=Case( exists("subject.arrears_claims", "where owner_unpaid_cause = true", "where claimed_on <= @on", "where withdrawn_on > @on") == true )
[condition]这些欠薪本人都确认收到了=Case( exists("subject.arrears_claims", "where owner_unpaid_cause = true", "where claimed_on <= @on", "where withdrawn_on > @on", "where receipt_confirmed_on > @on") == false )
[condition]建设单位垫付的已经达到未结清的工程款=Case( value("subject.owner_advanced") >= value("subject.unpaid_price") )
[condition]责令支付的期限已经过了=Case( value("subject.pay_order_until") < on() )
[condition]期限届满时还没有付清=Case( value("subject.paid_up_on") > value("subject.pay_order_until") )
[condition]本人确认收到了加付的赔偿金=Case( value("subject.surcharge_confirmed_on") <= on() )
[condition]请求的是拖欠的工资=Case( value("subject.claim_kind") == choice("unpaid_wages") )
[condition]申请仲裁时用工关系还没有终止=Case( value("subject.work_ended_on") > least(value("subject.arbitration_applied_on"), on()) )
[condition]自用工关系终止之日起{n}年内申请仲裁,末日遇休息日或法定节假日的顺延=Case( least(value("subject.arbitration_applied_on"), on()) <= deadline("subject.work_ended_on", parameter("{n}"), "unit=years", "roll=next-workday") )
[condition]自知道权利被侵害之日起{n}年内申请仲裁,末日遇休息日或法定节假日的顺延=Case( least(value("subject.arbitration_applied_on"), on()) <= deadline("subject.rights_known_on", parameter("{n}"), "unit=years", "roll=next-workday") )
[condition]申请仲裁以前主张过权利=Case( value("subject.last_pressed_on") <= least(value("subject.arbitration_applied_on"), on()) )
[condition]自最近一次主张权利之日起{n}年内申请仲裁,末日遇休息日或法定节假日的顺延=Case( least(value("subject.arbitration_applied_on"), on()) <= deadline("subject.last_pressed_on", parameter("{n}"), "unit=years", "roll=next-workday") )
[condition]仲裁机构认定时效中止而没有过=Case( value("subject.suspension_accepted") == true )
[condition]招聘信息已经提交发布=Case( value("subject.submitted_on") <= on() )
[condition]机构已经开始职业中介=Case( value("agency.intermediary_from") <= on() )
[condition]机构现在有人力资源服务许可证=Case( exists("agency.permits", "where start <= @on", "where end >= @on") == true )
[condition]发布的招聘信息没有虚假的=Case( value("subject.false_vacancies") == false )
[condition]没有扣着劳动者的证件=Case( value("subject.documents_held") == false )
[condition]没有收着劳动者的押金=Case( value("subject.deposits_held") == false )
[condition]没有向劳动者收费=Case( value("subject.worker_fees") == false )
[condition]经纪人已经开始做经纪=Case( value("subject.broking_from") <= on() )
[condition]经纪人没有停止做经纪=Case( value("subject.broking_until") >= on() )
[condition]经纪人在开始以前与机构签订了书面协议=Case( value("subject.broker_agreement_on") <= value("subject.broking_from") )
[condition]本人已经提出投诉举报=Case( value("subject.complained_on") <= on() )
[condition]结果已经告知本人=Case( value("subject.answered_on") <= on() )
[condition]借用已经开始=Case( value("subject.lent_from") <= on() )
[condition]本人在借用开始以前书面同意这一次借用=Case( value("subject.lending_consent_on") <= value("subject.lent_from") )
[condition]两个单位在借用开始以前签订了书面协议=Case( value("subject.lending_agreement_on") <= value("subject.lent_from") )
[condition]借用期间的月工资不低于借用以前=Case( value("subject.pay_during") >= value("subject.pay_before") )
[condition]协议写明本人可以回原单位=Case( value("subject.return_agreed") == true )
[condition]借用还没有结束=Case( value("subject.lent_until") >= on() )
[condition]借用结束时原单位安排了原岗位或者相当的岗位=Case( value("subject.return_offered_on") <= value("subject.lent_until") )
# —— 方案的待遇 ——
[condition]自领取营业执照之日起{n}个月内申请{s},末日遇休息日或法定节假日的顺延=Case( least(earliest("subject.applications.applied_on", "where applied_for in {s}"), on()) <= deadline(value("subject.licensed_on"), parameter("{n}"), "unit=months", "roll=next-workday") )
[condition]申请{s}时毕业不超过{n}年=Case( least(earliest("subject.applications.applied_on", "where applied_for in {s}"), on()) <= deadline(value("worker.graduated_on"), parameter("{n}"), "unit=years") )
[condition]申请{s}时租房合同仍然有效=Case( value("worker.home_lease_ends_on") >= least(earliest("subject.applications.applied_on", "where applied_for in {s}"), on()) )
[condition]申请{s}时仍在经营=Case( value("subject.closed_on") > least(earliest("subject.applications.applied_on", "where applied_for in {s}"), on()) )
[condition]已从高校毕业=Case( value("worker.graduated_on") <= on() )
[condition]已签订租房合同=Case( value("worker.home_lease_signed_on") <= on() )
[condition]现在有工作单位=Case( exists("worker.employments", "where start <= @on", "where end >= @on") == true )
[condition]现在有自己的经营主体=Case( exists("worker.businesses", "where licensed_on <= @on", "where closed_on > @on") == true )
[condition]营业执照不早于{n}领取=Case( value("subject.licensed_on") >= parameter("{n}") )
[condition]营业执照登记在疆外=Case( value("subject.licensed_outside_xinjiang") == true )
[condition]已取得莎车美食冠名许可=Case( value("subject.name_permitted_on") <= on() )
[condition]有签了书面劳动合同,已发过工资,没有凭其领过同类补贴的在岗员工=Case( exists("subject.staff", "where left_on >= @on", "where staff_contract_on <= @on", "where wage_months_paid != none", "where subsidised_before = false") == true )
[condition]有签了书面劳动合同,已发过工资的在岗员工=Case( exists("subject.staff", "where left_on >= @on", "where staff_contract_on <= @on", "where wage_months_paid != none") == true )
[condition]没有拖欠员工工资=Case( value("subject.wages_in_arrears") == false )
[condition]是本人首次创办=Case( value("subject.first_business") == true )
[condition]本人是登记的创业团队成员=Case( value("subject.on_team_list") == true )
[condition]给该经营主体核发{s}不满{n}次=Case( count("subject.awards", "where scheme in {s}") < parameter("{n}") )
[condition]同一户的人没有领取过{s}=Case( exists("household.household_awards", "where scheme in {s}") == false )
[condition]已签订店面租赁合同=Case( value("subject.shop_lease_signed_on") <= on() )
[condition]孵化基地已减免租金=Case( value("subject.incubator_rent_help") == true )
[condition]劳动者在签订合同以前自己签名申请介绍=Case( value("subject.request_signed_on") <= least(value("subject.own_contract_on"), on()) )
[condition]劳动者签了书面劳动合同=Case( value("subject.own_contract_on") <= on() )
[condition]劳动者的工资由银行发到本人账户=Case( value("subject.wages_by_bank") == true )
[condition]以上由劳动者在机构不在场时向本机构说明=Case( value("subject.told_alone_on") <= on() )
[condition]申请介绍时劳动者已满法定成年的岁数=Case( value("subject.of_full_years") == true )
[condition]申请介绍时劳动者是在校学生=Case( value("subject.at_school_then") == true )
[condition]申请介绍时机构持有有效的人力资源服务许可=Case( exists("agency.permits", "where start <= @introduced_worker.request_signed_on", "where end >= @introduced_worker.request_signed_on") == true )
[condition]已为这名劳动者核发过补助=Case( value("subject.agency_paid_before") == true )
[condition]这一户申请了老幼照料,没有说停止,还没有办好=Case( exists("household.care_requests", "where help_asked_on <= @on", "where help_ended_on > @on", "where help_given_on > @on") == true )
[condition]这一户申请了牲畜托管,没有说停止,还没有办好=Case( exists("household.livestock_requests", "where help_asked_on <= @on", "where help_ended_on > @on", "where help_given_on > @on") == true )
[condition]这一户申请了承包权仍归自己的土地流转,没有说停止,还没有办好=Case( exists("household.land_requests", "where help_asked_on <= @on", "where help_ended_on > @on", "where help_given_on > @on", "where land_right_stays = true") == true )
[condition]学校没有把实习作为毕业的条件=Case( exists("school.placements", "where tied_to_graduation = true") == false )
[condition]这次申请补助的劳动者都没有被收过费=Case( exists("agency.introduced_workers", "where told_alone_on <= @on", "where fee_taken = true") == false )
[condition]这次申请补助的劳动者都没有被扣留过证件=Case( exists("agency.introduced_workers", "where told_alone_on <= @on", "where papers_held = true") == false )
[condition]实习已经开始=Case( value("subject.placement_begins_on") <= on() )
[condition]学校和实习单位和学生在实习开始以前签订三方协议=Case( value("subject.three_party_signed_on") <= value("subject.placement_begins_on") )
[condition]学生开始实习时已到{n}周岁=Case( age("student_placement.student_birth_date", "at=student_placement.placement_begins_on") >= parameter("{n}") )
[condition]学生本人在实习开始以前同意=Case( value("subject.student_agreed_on") <= value("subject.placement_begins_on") )
[condition]监护人在实习开始以前同意=Case( value("subject.guardian_agreed_on") <= value("subject.placement_begins_on") )
[condition]学生依法没有监护人=Case( value("subject.has_guardian") == false )
[condition]本人已提出{k}的申请,没有要求停止=Case( exists("worker.service_requests", "where kind in {k}", "where requested_on <= @on", "where stopped_on > @on") == true )
[condition]上一次{o}早于最近一次申请{k}=Case( latest("worker.service_offers.offered_on", "where kind in {o}") < latest("worker.service_requests.requested_on", "where kind in {k}", "where requested_on <= @on") )
[condition]还没有提供过{o}=Case( exists("worker.service_offers", "where kind in {o}") == false )
[condition]今天在就业困难人员认定的有效期内=Case( exists("worker.certifications", "where start <= @on", "where end >= @on") == true )
[condition]持有{n}之一的证书=Case( exists("worker.trade_certificates", "where certified_trade in {n}", "where trade_certified_on <= @on") == true )

# —— 连接（放在句子之后；括号写成两层，意思不变，展开器要求行有变化）——
[condition]\(=((
[condition]^\s*\)=))
[condition]^\s*或者\s+{x}=or {x}
[condition]^\s*并且\s+{x}=and {x}
[condition]^\s*除非\s+{x}=not {x}

# —— 标准 ——
[consequence]一次性补贴{n}元=pay.amount(parameter("{n}"));
[consequence]夫妻各半=pay.split("members");
[consequence]按该月实际缴纳的养老和医疗保险费补贴,比例为{n}=pay.amount(product(plus(sum("worker.insurance_payments.amount", "where month = @month", "where kind = pension", "where payer = self", "where back_paid = false", "where paid_on <= @on"), sum("worker.insurance_payments.amount", "where month = @month", "where kind = medical", "where payer = self", "where back_paid = false", "where paid_on <= @on")), parameter("{n}")));
[consequence]养老保险缴费基数超过{n}元的,养老保险费按它折算,比例仍为{m}=pay.cap(product(plus(product(sum("worker.insurance_payments.amount", "where month = @month", "where kind = pension", "where payer = self", "where back_paid = false", "where paid_on <= @on"), share(least(sum("worker.insurance_payments.base", "where month = @month", "where kind = pension", "where payer = self", "where back_paid = false", "where paid_on <= @on"), parameter("{n}")), sum("worker.insurance_payments.base", "where month = @month", "where kind = pension", "where payer = self", "where back_paid = false", "where paid_on <= @on"))), sum("worker.insurance_payments.amount", "where month = @month", "where kind = medical", "where payer = self", "where back_paid = false", "where paid_on <= @on")), parameter("{m}")));
[consequence]按该月{w}元补贴,比例为{n}=pay.amount(product(parameter("{w}"), parameter("{n}")));
[consequence]一整年的贴息为本金乘以合同年利率的{n}=pay.amount(product(value("loan.principal"), value("loan.rate"), parameter("{n}")));
[consequence]四舍五入到分=pay.round("fen", "half-up");
[consequence]附注\s+{x}=pay.note("{x}");

# —— 服务和机构的义务 ——
[consequence]自申请之日起{n}日内提供=due.by(deadline("subject.requested_on", parameter("{n}"), "unit=days"));
[consequence]自发现不一致或者本人要求更正之日起{n}日内更正并告知本人=due.by(deadline(least(value("subject.mismatch_found_on"), value("subject.correction_asked_on")), parameter("{n}"), "unit=days"));
# —— 创业、求职、见习和培训 ——
[consequence]见习补贴为该月{w}元的{n},没有全月见习的按见习天数占{d}日折算=pay.amount(product(parameter("{n}"), least(parameter("{w}"), product(parameter("{w}"), plus(share(sum("internship.months.intern_days", "where month = @month"), parameter("{d}")), count("internship.months", "where month = @month", "where whole_month = true"))))));
[consequence]每个培训日补贴生活费{n}元=pay.amount(product(parameter("{n}"), value("training.training_days")));
[consequence]规则按技能提升补贴申请日的版本=version.rule(least(value("certificate.upgrade_applied_on"), on()));
[consequence]^\s*{n}按技能提升补贴申请日的版本=version.by("{n}", least(value("certificate.upgrade_applied_on"), on()));
[consequence]按交来的车票票价补贴=pay.amount(value("trip.ticket_price"));
[consequence]规则按交通补贴申请日的版本=version.rule(least(value("trip.applied_on"), on()));
[consequence]^\s*{n}按交通补贴申请日的版本=version.by("{n}", least(value("trip.applied_on"), on()));
# —— 单位的补贴 ——
[consequence]按该月单位缴纳的养老和医疗和失业保险费补贴,比例为{n}=pay.amount(product(plus(sum("subject.premiums.pension_part", "where month = @month", "where back_paid = false", "where paid_on <= @on"), sum("subject.premiums.medical_part", "where month = @month", "where back_paid = false", "where paid_on <= @on"), sum("subject.premiums.unemployment_part", "where month = @month", "where back_paid = false", "where paid_on <= @on")), parameter("{n}")));
[consequence]单位缴费基数超过{n}元的,三项保险费按它折算,比例仍为{m}=pay.cap(product(plus(sum("subject.premiums.pension_part", "where month = @month", "where back_paid = false", "where paid_on <= @on"), sum("subject.premiums.medical_part", "where month = @month", "where back_paid = false", "where paid_on <= @on"), sum("subject.premiums.unemployment_part", "where month = @month", "where back_paid = false", "where paid_on <= @on")), share(least(sum("subject.premiums.base", "where month = @month", "where back_paid = false", "where paid_on <= @on"), parameter("{n}")), sum("subject.premiums.base", "where month = @month", "where back_paid = false", "where paid_on <= @on")), parameter("{m}")));
[consequence]按该月单位缴纳的养老保险费补贴,比例为{n}=pay.amount(product(sum("subject.premiums.pension_part", "where month = @month", "where back_paid = false", "where paid_on <= @on"), parameter("{n}")));
[consequence]单位缴费基数超过{n}元的,养老保险费按它折算,比例仍为{m}=pay.cap(product(sum("subject.premiums.pension_part", "where month = @month", "where back_paid = false", "where paid_on <= @on"), share(least(sum("subject.premiums.base", "where month = @month", "where back_paid = false", "where paid_on <= @on"), parameter("{n}")), sum("subject.premiums.base", "where month = @month", "where back_paid = false", "where paid_on <= @on")), parameter("{m}")));
[consequence]按该月本人缴纳的养老和医疗和失业保险个人部分补贴,比例为{n}=pay.amount(product(sum("worker.insurance_payments.amount", "where kind = pension|medical|unemployment", "where month = @month", "where payer = employee", "where back_paid = false", "where paid_on <= @on"), parameter("{n}")));
[consequence]本人缴费基数超过{n}元的,个人部分按它折算,比例仍为{m}=pay.cap(product(sum("worker.insurance_payments.amount", "where kind = pension|medical|unemployment", "where month = @month", "where payer = employee", "where back_paid = false", "where paid_on <= @on"), share(least(sum("worker.insurance_payments.base", "where kind = pension", "where month = @month", "where payer = employee", "where back_paid = false", "where paid_on <= @on"), parameter("{n}")), sum("worker.insurance_payments.base", "where kind = pension", "where month = @month", "where payer = employee", "where back_paid = false", "where paid_on <= @on")), parameter("{m}")));
[consequence]返还上年度实际缴纳失业保险费的{n}=pay.amount(product(value("employer.unemployment_premium"), parameter("{n}")));
[consequence]规则按录用日的版本=version.rule(value("subject.hired_on"));
[consequence]^\s*{n}按录用日的版本=version.by("{n}", value("subject.hired_on"));
[consequence]规则按稳岗返还申请日的版本=version.rule(value("employer.stable_post_applied_on"));
[consequence]^\s*{n}按稳岗返还申请日的版本=version.by("{n}", value("employer.stable_post_applied_on"));
# —— 用工关系和工时 ——
[consequence]另付的一倍为该月应发工资,按用工满{n}个月后第{d}日起到签订书面劳动合同的前一日为止,至迟到用工满{m}个月的前一日为止,占该月在职日历天数的比例折算=pay.amount(product(sum("employment.wages.owed", "where month = @month"), share(elapsed(greatest(monthStart(), deadline(deadline("employment.start", parameter("{n}"), "unit=months"), parameter("{d}"), "unit=days")), "unit=days", least(value("employment.contract_signed"), deadline("employment.start", parameter("{m}"), "unit=months"), deadline("employment.end", parameter("{d}"), "unit=days"), deadline(monthEnd(), parameter("{d}"), "unit=days"))), elapsed(greatest(monthStart(), value("employment.start")), "unit=days", least(deadline("employment.end", parameter("{d}"), "unit=days"), deadline(monthEnd(), parameter("{d}"), "unit=days"))))));
[consequence]应当补足的加班工资为工作日加班小时数的{a}加休息日没有补休的小时数的{b}加法定节假日小时数的{c},再乘以约定月工资除以{d}日和每日{h}小时的小时工资,减去已经付的加班工资=pay.amount(minus(product(share(share(value("employment.agreed_wage"), parameter("{d}")), parameter("{h}")), plus(product(sum("employment.wages.workday_overtime", "where month = @month"), parameter("{a}")), product(sum("employment.wages.restday_overtime", "where month = @month"), parameter("{b}")), product(sum("employment.wages.holiday_overtime", "where month = @month"), parameter("{c}")))), sum("employment.wages.overtime_pay", "where month = @month")));
[consequence]不足一分的按一分算=pay.round("fen", "up");
[consequence]单位收取的押金,还没有退还的全部退还本人=pay.amount(value("employment.deposit_held"));
[consequence]自最近一次申请待遇核对之日起{n}日内书面答复=due.by(deadline(latest("worker.service_requests.requested_on", "where kind = pay_check", "where requested_on <= @on"), parameter("{n}"), "unit=days"));
# —— 工程项目、机构和欠薪 ——
[consequence]先行清偿还没有支付的欠薪=pay.amount(minus(value("subject.wage_unpaid"), value("subject.arrears_paid")));
[consequence]先行垫付因此拖欠还没有支付的工资=pay.amount(minus(sum("subject.arrears_claims.wage_unpaid", "where owner_unpaid_cause = true", "where claimed_on <= @on", "where withdrawn_on > @on"), sum("subject.arrears_claims.arrears_paid", "where owner_unpaid_cause = true", "where claimed_on <= @on", "where withdrawn_on > @on")));
[consequence]以未结清的工程款为限,已经垫付的扣除=pay.cap(minus(value("subject.unpaid_price"), value("subject.owner_advanced")));
[consequence]按期限届满时还应付的金额加付,比例以决定写明的为准,不低于{n},不高于{m}=pay.amount(product(value("subject.due_at_expiry"), least(greatest(value("subject.surcharge_share"), parameter("{n}")), parameter("{m}"))));
[consequence]自立案之日起{n}个工作日内查处,责令支付的期限先到的,到期督促付清=due.by(least(value("subject.pay_order_until"), deadline("subject.case_filed_on", parameter("{n}"), "unit=workdays")));
[consequence]首先接到的机构自提出之日起{n}日内办理或转送,并告知结果=due.by(deadline("subject.complained_on", parameter("{n}"), "unit=days"));
[consequence]每{n}个月排查一次工资支付,从最近一次排查或开工之日起算=due.every(parameter("{n}"), "unit=months", greatest(latest("subject.wage_inspections.inspected_on"), value("subject.work_started_on")));
# —— 方案的待遇 ——
[consequence]按实际支付的店面租金补贴=pay.amount(value("subject.shop_rent_paid"));
[consequence]最多补贴{n}元=pay.cap(parameter("{n}"));
[consequence]每名这样的员工补贴{n}元=pay.amount(product(parameter("{n}"), count("subject.staff", "where left_on >= @on", "where staff_contract_on <= @on", "where wage_months_paid != none", "where subsidised_before = false")));
[consequence]自最早一次没有办好的申请之日起{n}日内办好=due.by(deadline(least(earliest("household.care_requests.help_asked_on", "where help_asked_on <= @on", "where help_ended_on > @on", "where help_given_on > @on"), earliest("household.livestock_requests.help_asked_on", "where help_asked_on <= @on", "where help_ended_on > @on", "where help_given_on > @on"), earliest("household.land_requests.help_asked_on", "where help_asked_on <= @on", "where help_ended_on > @on", "where help_given_on > @on", "where land_right_stays = true")), parameter("{n}"), "unit=days"));
[consequence]自最近一次申请{k}之日起{n}日内提供=due.by(deadline(latest("worker.service_requests.requested_on", "where kind in {k}", "where requested_on <= @on"), parameter("{n}"), "unit=days"));
[consequence]每{n}个月推送一次{o},从最近一次推送或申请{k}之日起算=due.every(parameter("{n}"), "unit=months", greatest(latest("worker.service_offers.offered_on", "where kind in {o}"), latest("worker.service_requests.requested_on", "where kind in {k}", "where requested_on <= @on")));

# —— 频次和服务 ——
[consequence]每{n}个月联系一次,从最近一次联系或申请之日起算=due.every(parameter("{n}"), "unit=months", greatest(latest("worker.contacts.offered_on"), latest("worker.service_requests.requested_on", "where kind = follow_up", "where requested_on <= @on")));
[consequence]每{n}日联系一次,从最近一次联系或申请之日起算=due.every(parameter("{n}"), "unit=days", greatest(latest("worker.contacts.offered_on"), latest("worker.service_requests.requested_on", "where kind = follow_up", "where requested_on <= @on")));
[consequence]间隔不短于{a}日,不长于{b}个月=due.between(parameter("{a}"), parameter("{b}"));
[consequence]不联系=due.none();
[consequence]提供政策宣介达到{n}=due.offer("政策宣介", parameter("{n}"), count("worker.service_offers", "where kind = briefing"));
[consequence]提供职业指导达到{n}=due.offer("职业指导", parameter("{n}"), count("worker.service_offers", "where kind = guidance"));
[consequence]提供合适岗位推荐达到{n}=due.offer("合适岗位推荐", parameter("{n}"), count("worker.service_offers", "where kind = referral"));
[consequence]提供技能培训或就业见习达到{n}=due.offer("技能培训或就业见习", parameter("{n}"), count("worker.service_offers", "where kind = training"));
[consequence]自申请之日起{n}个月内提供完=due.by(deadline(latest("worker.service_requests.requested_on", "where kind = graduate_service", "where requested_on <= @on"), parameter("{n}"), "unit=months"));

# —— 版本 ——
[consequence]规则按贷款合同签订日的版本=version.rule(value("loan.signed"));
[consequence]^\s*{n}按贷款合同签订日的版本=version.by("{n}", value("loan.signed"));
[consequence]^\s*{n}按申请日的版本=version.by("{n}", least(value("couple.award_applied_on"), on()));
[consequence]^\s*{n}按用工之日的版本=version.by("{n}", value("employment.start"));
[consequence]^\s*{n}按测算日的版本=version.by("{n}", on());

# —— 决策表的列 ——
[*]列 本人要求联系且没有停止=exists("worker.service_requests", "where kind = follow_up", "where requested_on <= @on", "where stopped_on > @on")
[*]列 现在不找工作的原因=value("worker.not_seeking")
[*]列 有工作单位=exists("worker.employments", "where start <= @on", "where end >= @on")
[*]列 在公益性岗位=exists("worker.posts", "where start <= @on", "where end >= @on")
[*]列 灵活就业=exists("worker.flexible_work", "where start <= @on", "where end >= @on")
[*]列 最近一年换岗次数=value("worker.job_changes")

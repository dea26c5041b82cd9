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
[condition]该月工资足额支付=Case( sum("employment.wages.paid", "where month = @month") >= sum("employment.wages.owed", "where month = @month") )

# —— 就业服务 ——
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

# —— 方案的待遇 ——
[condition]自领取营业执照之日起{n}个月内申请{s},末日遇休息日或法定节假日的顺延=Case( least(earliest("subject.applications.applied_on", "where applied_for in {s}"), on()) <= deadline(value("subject.licensed_on"), parameter("{n}"), "unit=months", "roll=next-workday") )
[condition]申请{s}时毕业不超过{n}年=Case( least(earliest("subject.applications.applied_on", "where applied_for in {s}"), on()) <= deadline(value("worker.graduated_on"), parameter("{n}"), "unit=years") )
[condition]申请{s}时租房合同仍然有效=Case( value("worker.home_lease_ends_on") >= least(earliest("subject.applications.applied_on", "where applied_for in {s}"), on()) )
[condition]申请{s}时仍在经营=Case( value("subject.closed_on") > least(earliest("subject.applications.applied_on", "where applied_for in {s}"), on()) )
[condition]已从高校毕业=Case( value("worker.graduated_on") <= on() )
[condition]已签订租房合同=Case( value("worker.home_lease_signed_on") <= on() )
[condition]现在有工作单位=Case( exists("worker.employments", "where start <= @on", "where end >= @on") == true )
[condition]现在有自己的经营主体=Case( exists("worker.businesses", "where licensed_on <= @on", "where closed_on > @on") == true )
[condition]已领取营业执照=Case( value("subject.licensed_on") <= on() )
[condition]营业执照不早于{n}领取=Case( value("subject.licensed_on") >= parameter("{n}") )
[condition]营业执照登记在疆外=Case( value("subject.licensed_outside_xinjiang") == true )
[condition]已取得莎车美食冠名许可=Case( value("subject.name_permitted_on") <= on() )
[condition]有签了书面劳动合同,已发过工资,没有凭其领过同类补贴的在岗员工=Case( exists("subject.staff", "where left_on >= @on", "where staff_contract_on <= @on", "where wage_months_paid != none", "where subsidised_before = false") == true )
[condition]有签了书面劳动合同,已发过工资的在岗员工=Case( exists("subject.staff", "where left_on >= @on", "where staff_contract_on <= @on", "where wage_months_paid != none") == true )
[condition]没有拖欠员工工资=Case( value("subject.wages_in_arrears") == false )
[condition]经营已满{n}个月=Case( deadline(value("subject.licensed_on"), parameter("{n}"), "unit=months") <= on() )
[condition]是本人首次创办=Case( value("subject.first_business") == true )
[condition]本人是登记的创业团队成员=Case( value("subject.on_team_list") == true )
[condition]给该经营主体核发{s}不满{n}次=Case( count("subject.awards", "where scheme in {s}") < parameter("{n}") )
[condition]没有给该经营主体核发过{s}=Case( exists("subject.awards", "where scheme in {s}") == false )
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
[consequence]每对夫妻一次性奖补{n}元=pay.amount(parameter("{n}"));
[consequence]夫妻各半=pay.split("members");
[consequence]按该月实际缴纳的养老和医疗保险费补贴,比例为{n}=pay.amount(product(plus(sum("worker.insurance_payments.amount", "where month = @month", "where kind = pension", "where payer = self", "where back_paid = false", "where paid_on <= @on"), sum("worker.insurance_payments.amount", "where month = @month", "where kind = medical", "where payer = self", "where back_paid = false", "where paid_on <= @on")), parameter("{n}")));
[consequence]养老保险缴费基数超过{n}元的,养老保险费按它折算,比例仍为{m}=pay.cap(product(plus(product(sum("worker.insurance_payments.amount", "where month = @month", "where kind = pension", "where payer = self", "where back_paid = false", "where paid_on <= @on"), share(least(sum("worker.insurance_payments.base", "where month = @month", "where kind = pension", "where payer = self", "where back_paid = false", "where paid_on <= @on"), parameter("{n}")), sum("worker.insurance_payments.base", "where month = @month", "where kind = pension", "where payer = self", "where back_paid = false", "where paid_on <= @on"))), sum("worker.insurance_payments.amount", "where month = @month", "where kind = medical", "where payer = self", "where back_paid = false", "where paid_on <= @on")), parameter("{m}")));
[consequence]按该月{w}元补贴,比例为{n}=pay.amount(product(parameter("{w}"), parameter("{n}")));
[consequence]一整年的贴息为本金乘以合同年利率的{n}=pay.amount(product(value("loan.principal"), value("loan.rate"), parameter("{n}")));
[consequence]四舍五入到分=pay.round("fen", "half-up");
[consequence]附注\s+{x}=pay.note("{x}");

# —— 方案的待遇 ——
[consequence]一次性给予{n}元=pay.amount(parameter("{n}"));
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

# 守灯的句子
[keyword]^\s*规则\s+{name}\s*$=rule "{name}"
[keyword]^\s*类别\s+{kind}\s*$=@kind("{kind}")
[keyword]^\s*对象\s+{subject}\s*$=@subject("{subject}")
[keyword]^\s*条款\s+{clauses}\s*$=@clause("{clauses}")
[keyword]^\s*施行\s+{since}\s+起\s*$=@since("{since}")
[keyword]^\s*施行\s+{since}\s+至\s+{until}\s*$=@since("{since}") @until("{until}")
[keyword]^\s*逐月\s*$=@monthly("yes")
[keyword]^\s*当\s*$=when
[keyword]^\s*则\s*$=then
[keyword]^\s*完\s*$=end

[condition]已经登记守灯\s*$=Case( value("keeper.registered_on") <= on() )
[condition]连续亮灯满{n}个月\s*$=Case( months("keeper.lamps", "mode=current") >= parameter("{n}") )
[condition]年满{n}周岁\s*$=Case( age("keeper.born_on", "at=on") >= parameter("{n}") )
[condition]灯油费不低于{n}元\s*$=Case( value("keeper.oil_paid") >= parameter("{n}") )
[condition]有灯被查封\s*$=Case( exists("keeper.lamps", "where sealed = true") == true )
[condition]有灯点的是油\s*$=Case( exists("keeper.lamps", "where fuel = oil") == true )
[condition]当月有灯亮着\s*$=Case( exists("keeper.lamps", "where lit <= @month-end", "where out >= @month-start") == true )
[condition]符合灯油补贴的条件\s*$=Case( outcome("oil-allowance") == true )
[condition]符合灯芯补贴的条件\s*$=Case( outcome("wick-bonus") == true )

[condition]（\s*$=(
[condition]）\s*$=)
[condition]^\s*或者\s+{x}\s*$=or {x}
[condition]^\s*并且\s+{x}\s*$=and {x}
[condition]^\s*除非\s+{x}\s*$=not {x}

[consequence]按灯油费的{n}补贴\s*$=pay.amount(product(value("keeper.oil_paid"), parameter("{n}")));
[consequence]补贴不超过{n}元\s*$=pay.cap(parameter("{n}"));
[consequence]每月补贴{n}元\s*$=pay.amount(parameter("{n}"));
[consequence]四舍五入到分\s*$=pay.round("fen", "half-up");
[consequence]每{n}个月上门一次，从登记之日起算\s*$=due.every(parameter("{n}"), "unit=months", value("keeper.registered_on"));
[consequence]不上门\s*$=due.none();

[*]列 要求上门=value("keeper.visits_wanted")
[*]列 灯数=count("keeper.lamps")
[condition]守灯登记办好了\s*$=Case( value("keeper.registered_on") <= on() )

-- Who is linked with a record is asked with every reassessment.
create index fact_link on fact (value) where kind = 'link';

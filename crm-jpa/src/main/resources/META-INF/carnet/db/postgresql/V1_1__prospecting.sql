-- Carnet, prospecting part, version 1, for PostgreSQL. A host that leaves the opportunities out needs none of it.

-- Possible deals, as they are now.
create table crm_opportunity (
    tenant_id varchar(40) collate "C" not null,
    id uuid not null,
    version integer not null, -- the number of its last revision
    subject varchar(200) not null,
    note varchar(10000),
    relation_id uuid not null,
    contact_id uuid,
    manager_id uuid not null,
    manager_chosen boolean not null,
    stage varchar(40) collate "C" not null,
    type varchar(40) collate "C" not null,
    category varchar(40) collate "C",
    business_line varchar(40) collate "C",
    currency varchar(3) collate "C" not null,
    value_amount numeric(19, 4),
    purchase_costs numeric(19, 4) not null,
    minimum_target numeric(19, 4),
    probability numeric(5, 2) not null, -- while the deal is open
    probability_by_hand boolean not null,
    probability_at_creation numeric(5, 2) not null,
    started_on date not null,
    expected_closing date,
    standing varchar(40) collate "C" not null,
    closed_on date,
    closing_code varchar(40) collate "C",
    signed_total numeric(19, 4),
    host_reference varchar(100) collate "C",
    effective_on date not null, -- the two dates of the last revision
    recorded_at timestamp(6) with time zone not null,
    opened_at timestamp(6) with time zone not null,
    stage_since date not null,
    weighted_total numeric(19, 4), -- (value - purchase costs) times the probability that counts, half up
    success_level varchar(40) collate "C" not null, -- of the probability that counts
    days_to_closing bigint, -- from start to closing
    constraint crm_opportunity_pk primary key (tenant_id, id),
    constraint crm_opportunity_reference_uk unique (tenant_id, host_reference)
);
create index crm_opportunity_start_ix on crm_opportunity (tenant_id, started_on desc, id);
create index crm_opportunity_standing_ix on crm_opportunity (tenant_id, standing, started_on desc, id);
create index crm_opportunity_closed_ix on crm_opportunity (tenant_id, closed_on desc, id);
create index crm_opportunity_expected_ix on crm_opportunity (tenant_id, standing, expected_closing, id);
create index crm_opportunity_expected_day_ix on crm_opportunity (tenant_id, expected_closing, id);
create index crm_opportunity_stage_ix on crm_opportunity (tenant_id, stage, started_on desc, id);
create index crm_opportunity_relation_ix on crm_opportunity (tenant_id, relation_id, started_on desc, opened_at, id);
create index crm_opportunity_manager_ix on crm_opportunity (tenant_id, manager_id, started_on desc, id);
create index crm_opportunity_manager_standing_ix
    on crm_opportunity (tenant_id, manager_id, standing, started_on desc, id);
create index crm_opportunity_manager_expected_ix
    on crm_opportunity (tenant_id, manager_id, standing, expected_closing, id);

-- The deals after each of their changes, with what they were before, so that flows are sums.
create table crm_opportunity_revision (
    tenant_id varchar(40) collate "C" not null,
    opportunity_id uuid not null,
    number integer not null,
    subject varchar(200) not null,
    note varchar(10000),
    relation_id uuid not null,
    contact_id uuid,
    manager_id uuid not null,
    manager_chosen boolean not null,
    stage varchar(40) collate "C" not null,
    type varchar(40) collate "C" not null,
    category varchar(40) collate "C",
    business_line varchar(40) collate "C",
    currency varchar(3) collate "C" not null,
    value_amount numeric(19, 4),
    purchase_costs numeric(19, 4) not null,
    minimum_target numeric(19, 4),
    probability numeric(5, 2) not null, -- while the deal is open
    probability_by_hand boolean not null,
    probability_at_creation numeric(5, 2) not null,
    started_on date not null,
    expected_closing date,
    standing varchar(40) collate "C" not null,
    closed_on date,
    closing_code varchar(40) collate "C",
    signed_total numeric(19, 4),
    host_reference varchar(100) collate "C",
    effective_on date not null, -- the two dates of the last revision
    recorded_at timestamp(6) with time zone not null,
    opened_at timestamp(6) with time zone not null,
    stage_since date not null,
    weighted_total numeric(19, 4), -- (value - purchase costs) times the probability that counts, half up
    success_level varchar(40) collate "C" not null, -- of the probability that counts
    days_to_closing bigint, -- from start to closing
    recorded_by uuid, -- missing for the system
    event varchar(40) not null,
    because varchar(200),
    previous_currency varchar(3),
    previous_value numeric(19, 4),
    previous_total numeric(19, 4),
    previous_stage varchar(40) collate "C",
    previous_standing varchar(40),
    days_in_stage bigint, -- in the stage that this revision ended
    next_effective_on date, -- the dates of the revision that follows, set once
    next_recorded_at timestamp(6) with time zone,
    discarded_at timestamp(6) with time zone, -- when the deal was taken out, on each of its revisions
    constraint crm_opportunity_revision_pk primary key (tenant_id, opportunity_id, number)
);
create index crm_opportunity_revision_effective_ix on crm_opportunity_revision (tenant_id, effective_on);
-- A view of the past with a standing looks at what is still the last revision, or was followed after the view.
create index crm_opportunity_revision_next_recorded_ix
    on crm_opportunity_revision (tenant_id, standing, next_recorded_at);
create index crm_opportunity_revision_next_effective_ix
    on crm_opportunity_revision (tenant_id, standing, next_effective_on);

-- Documents and projects of the host's that belong to a deal.
create table crm_opportunity_link (
    tenant_id varchar(40) collate "C" not null,
    id uuid not null,
    version integer not null,
    opportunity_id uuid not null,
    target varchar(40) not null,
    reference varchar(100) not null,
    done boolean not null,
    constraint crm_opportunity_link_pk primary key (tenant_id, id)
);
create index crm_opportunity_link_opportunity_ix on crm_opportunity_link (tenant_id, opportunity_id, id);

-- Carnet, base part, version 1, for PostgreSQL.
--
-- Every primary key, unique key and index begins with tenant_id, so that a database may keep a tenant on one node.
-- There is no foreign key but from the lines of a thing to the thing. Texts that are ordered or indexed compare by
-- bytes. Instants are in UTC, to the microsecond.

-- A business that shares the database with others and never sees them.
create table crm_tenant (
    tenant_id varchar(40) collate "C" not null,
    version integer not null,
    currency varchar(3) not null, -- of amounts whose currency is not said
    constraint crm_tenant_pk primary key (tenant_id)
);

-- The entries of the configured lists. An entry is never deleted, only retired.
create table crm_choice (
    tenant_id varchar(40) collate "C" not null,
    list varchar(40) collate "C" not null,
    code varchar(40) collate "C" not null,
    version integer not null,
    position integer not null,
    retired boolean not null,
    nature varchar(40), -- phase, progress, probability or responsibility, by the kind of list
    constraint crm_choice_pk primary key (tenant_id, list, code)
);

-- Their names by language; the empty language stands for any.
create table crm_choice_label (
    tenant_id varchar(40) collate "C" not null,
    list varchar(40) collate "C" not null,
    code varchar(40) collate "C" not null,
    language varchar(8) collate "C" not null,
    label varchar(100) not null,
    constraint crm_choice_label_pk primary key (tenant_id, list, code, language),
    constraint crm_choice_label_choice_fk foreign key (tenant_id, list, code)
        references crm_choice (tenant_id, list, code)
);

-- Colleagues who follow relations, actions and deals.
create table crm_representative (
    tenant_id varchar(40) collate "C" not null,
    id uuid not null,
    version integer not null,
    name varchar(200) not null,
    name_key varchar(200) collate "C" not null, -- the folded name, which lists are ordered by
    email varchar(200),
    manager_id uuid,
    region varchar(200),
    host_reference varchar(100) collate "C",
    active boolean not null,
    constraint crm_representative_pk primary key (tenant_id, id),
    constraint crm_representative_reference_uk unique (tenant_id, host_reference)
);

-- Companies and persons we do business with.
create table crm_relation (
    tenant_id varchar(40) collate "C" not null,
    id uuid not null,
    version integer not null,
    kind varchar(40) not null,
    name varchar(200) not null,
    name_key varchar(200) collate "C" not null, -- the folded name, which lists are ordered and searched by
    vat_number varchar(40),
    email varchar(200),
    phone varchar(40),
    website varchar(200),
    address_lines varchar(500),
    postal_code varchar(20),
    city varchar(200),
    country varchar(2),
    sector varchar(100),
    parent_id uuid,
    account_manager_id uuid,
    status varchar(40) collate "C" not null,
    priority varchar(40) collate "C",
    changes integer not null, -- the number of the last row of its history
    host_reference varchar(100) collate "C",
    archived boolean not null,
    constraint crm_relation_pk primary key (tenant_id, id),
    constraint crm_relation_reference_uk unique (tenant_id, host_reference)
);
create index crm_relation_name_ix on crm_relation (tenant_id, name_key, id);
create index crm_relation_status_ix on crm_relation (tenant_id, status, name_key, id);
create index crm_relation_manager_ix on crm_relation (tenant_id, account_manager_id, name_key, id);
create index crm_relation_parent_ix on crm_relation (tenant_id, parent_id, name_key, id);

-- People at relations.
create table crm_contact_person (
    tenant_id varchar(40) collate "C" not null,
    id uuid not null,
    version integer not null,
    relation_id uuid not null,
    first_name varchar(200),
    last_name varchar(200) not null,
    job_function varchar(200),
    email varchar(200),
    phone varchar(40),
    mobile varchar(40),
    language varchar(20),
    host_reference varchar(100) collate "C",
    active boolean not null,
    constraint crm_contact_person_pk primary key (tenant_id, id),
    constraint crm_contact_person_reference_uk unique (tenant_id, host_reference)
);
create index crm_contact_person_relation_ix on crm_contact_person (tenant_id, relation_id, id);

-- The history of status and priority, of two dates; rows are only added.
create table crm_relation_change (
    tenant_id varchar(40) collate "C" not null,
    relation_id uuid not null,
    number integer not null,
    aspect varchar(40) collate "C" not null,
    from_code varchar(40) collate "C",
    to_code varchar(40) collate "C",
    effective_on date not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by uuid, -- missing for the system
    kind varchar(40) not null,
    action_id uuid, -- the action behind it
    replaces_number integer, -- the row that it corrects or takes back
    constraint crm_relation_change_pk primary key (tenant_id, relation_id, number)
);
create index crm_relation_change_timeline_ix
    on crm_relation_change (tenant_id, relation_id, aspect, effective_on desc, recorded_at, number);
create index crm_relation_change_to_ix on crm_relation_change (tenant_id, aspect, to_code, effective_on);

-- What is planned or done with a relation.
create table crm_action (
    tenant_id varchar(40) collate "C" not null,
    id uuid not null,
    version integer not null,
    relation_id uuid not null,
    contact_id uuid,
    opportunity_id uuid, -- no foreign key: a host may leave the prospecting part out
    representative_id uuid not null, -- who carries it out
    representative_chosen boolean not null,
    type varchar(40) collate "C" not null,
    subject varchar(200),
    note varchar(10000),
    status varchar(40) collate "C" not null,
    progress varchar(40) collate "C" not null,
    done_on date,
    first_day date not null, -- of a timed action in its own zone
    last_day date not null,
    start_at timestamp(6) with time zone, -- missing for whole days
    end_at timestamp(6) with time zone,
    zone varchar(60),
    new_status varchar(40),
    new_priority varchar(40),
    host_reference varchar(100) collate "C",
    recorded_at timestamp(6) with time zone not null,
    constraint crm_action_pk primary key (tenant_id, id),
    constraint crm_action_reference_uk unique (tenant_id, host_reference)
);
create index crm_action_day_ix on crm_action (tenant_id, first_day, id);
create index crm_action_progress_ix on crm_action (tenant_id, progress, first_day, id);
create index crm_action_relation_ix on crm_action (tenant_id, relation_id, first_day desc, recorded_at, id);
create index crm_action_opportunity_ix on crm_action (tenant_id, opportunity_id, first_day desc, recorded_at, id);
create index crm_action_representative_ix on crm_action (tenant_id, representative_id, first_day, id);
create index crm_action_representative_progress_ix
    on crm_action (tenant_id, representative_id, progress, first_day, id);

-- Who attends an action: at position 0 who carries it out, then the participants. The times are those of the action.
create table crm_action_attendee (
    tenant_id varchar(40) collate "C" not null,
    action_id uuid not null,
    position integer not null,
    representative_id uuid not null,
    first_day date not null,
    last_day date not null,
    start_at timestamp(6) with time zone,
    end_at timestamp(6) with time zone,
    constraint crm_action_attendee_pk primary key (tenant_id, action_id, position),
    constraint crm_action_attendee_action_fk foreign key (tenant_id, action_id) references crm_action (tenant_id, id)
);
create index crm_action_attendee_day_ix
    on crm_action_attendee (tenant_id, representative_id, first_day, action_id, last_day);
create index crm_action_attendee_time_ix on crm_action_attendee (tenant_id, representative_id, start_at, action_id);

-- The cost lines of an action, with the price as it was when the line was written.
create table crm_action_cost (
    tenant_id varchar(40) collate "C" not null,
    action_id uuid not null,
    position integer not null,
    description varchar(200),
    product varchar(100) collate "C", -- the host's code
    quantity numeric(15, 6) not null,
    currency varchar(3) collate "C" not null,
    unit_price numeric(21, 6) not null,
    origin varchar(40) not null,
    amount numeric(19, 4) not null, -- quantity times unit price, half up to the minor unit
    constraint crm_action_cost_pk primary key (tenant_id, action_id, position),
    constraint crm_action_cost_action_fk foreign key (tenant_id, action_id) references crm_action (tenant_id, id)
);

-- Dated remarks about a relation; one that is not done is a reminder.
create table crm_note (
    tenant_id varchar(40) collate "C" not null,
    id uuid not null,
    version integer not null,
    relation_id uuid not null,
    opportunity_id uuid, -- no foreign key: a host may leave the prospecting part out
    assignee_id uuid not null,
    note_date date not null,
    type varchar(40) collate "C" not null,
    note varchar(10000),
    pinned boolean not null,
    done boolean not null,
    admin_only boolean not null,
    host_reference varchar(100) collate "C",
    recorded_at timestamp(6) with time zone not null,
    constraint crm_note_pk primary key (tenant_id, id),
    -- Hidden notes have references of their own, or a refused one would betray them.
    constraint crm_note_reference_uk unique (tenant_id, admin_only, host_reference)
);
create index crm_note_pinned_ix on crm_note (tenant_id, pinned desc, note_date desc, id);
create index crm_note_date_ix on crm_note (tenant_id, done, note_date, id);
create index crm_note_day_ix on crm_note (tenant_id, note_date, id);
create index crm_note_relation_ix on crm_note (tenant_id, relation_id, note_date desc, recorded_at, id);
create index crm_note_relation_pinned_ix on crm_note (tenant_id, relation_id, pinned desc, note_date desc, id);
create index crm_note_opportunity_ix on crm_note (tenant_id, opportunity_id, note_date desc, recorded_at, id);
create index crm_note_assignee_ix on crm_note (tenant_id, assignee_id, note_date, id);
create index crm_note_assignee_done_ix on crm_note (tenant_id, assignee_id, done, note_date, id);
create index crm_note_assignee_pinned_ix on crm_note (tenant_id, assignee_id, pinned desc, note_date desc, id);

-- Quotes, orders and invoices of the host's.
create table crm_document (
    tenant_id varchar(40) collate "C" not null,
    id uuid not null,
    version integer not null,
    kind varchar(40) not null,
    document_number varchar(60) collate "C" not null,
    relation_id uuid not null,
    document_date date not null,
    amount numeric(19, 4),
    currency varchar(3),
    chase_on date,
    closed_on date,
    host_reference varchar(100) collate "C",
    last_ordinal integer not null, -- the last that was given to a follow-up
    latest_id uuid, -- the latest follow-up, by date, by when it was recorded, by id
    latest_on date,
    latest_recorded_at timestamp(6) with time zone,
    latest_by uuid,
    latest_next_on date,
    due_on date, -- when to chase it; missing when closed, never chased, or without such a date
    recorded_at timestamp(6) with time zone not null,
    constraint crm_document_pk primary key (tenant_id, id),
    constraint crm_document_reference_uk unique (tenant_id, host_reference)
);
create index crm_document_date_ix on crm_document (tenant_id, document_date desc, id);
create index crm_document_number_ix on crm_document (tenant_id, document_number);
create index crm_document_relation_ix on crm_document (tenant_id, relation_id, document_date desc, recorded_at, id);
create index crm_document_due_ix on crm_document (tenant_id, due_on, id);
create index crm_document_due_relation_ix on crm_document (tenant_id, relation_id, due_on, id);
create index crm_document_due_chaser_ix on crm_document (tenant_id, latest_by, due_on, id);

-- Chases that were made about documents.
create table crm_follow_up (
    tenant_id varchar(40) collate "C" not null,
    id uuid not null,
    version integer not null,
    document_id uuid not null,
    relation_id uuid not null,
    ordinal integer not null,
    made_by uuid not null,
    made_on date not null,
    next_on date,
    channel varchar(40) collate "C",
    note varchar(10000),
    recorded_at timestamp(6) with time zone not null,
    constraint crm_follow_up_pk primary key (tenant_id, id)
);
create index crm_follow_up_date_ix on crm_follow_up (tenant_id, made_on, recorded_at, id);
create index crm_follow_up_document_ix on crm_follow_up (tenant_id, document_id, made_on, recorded_at, id);
create index crm_follow_up_relation_ix on crm_follow_up (tenant_id, relation_id, made_on desc, recorded_at, id);
create index crm_follow_up_relation_date_ix on crm_follow_up (tenant_id, relation_id, made_on, recorded_at, id);
create index crm_follow_up_by_ix on crm_follow_up (tenant_id, made_by, made_on, recorded_at, id);

-- Each change of anything, field by field; rows are only added.
create table crm_audit_entry (
    tenant_id varchar(40) collate "C" not null,
    item_kind varchar(40) collate "C" not null,
    item_id varchar(81) collate "C" not null,
    version integer not null, -- of the thing after the change
    recorded_by uuid, -- missing for the system
    recorded_at timestamp(6) with time zone not null,
    changes text not null, -- a line per field: name, before, after
    constraint crm_audit_entry_pk primary key (tenant_id, item_kind, item_id, version)
);

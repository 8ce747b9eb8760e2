-- Fills the tables of one tenant, before their indexes are made. ${count} actions and as many deals, a tenth of them
-- documents, a fifth notes. Ids are numbers in the form of ids, so that whoever measures knows them.

create function pg_temp.id_of(kind integer, number bigint) returns uuid language sql immutable as $$
    select (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid
$$;

create temporary table relation on commit drop as
    select row_number() over (order by id) - 1 as n, id, account_manager_id as manager
    from crm_relation where tenant_id = '${tenant}';
create unique index on relation (n);

create temporary table thing on commit drop as
    select i, pg_temp.id_of(1, i) as action, pg_temp.id_of(2, i) as deal, pg_temp.id_of(3, i) as document,
        pg_temp.id_of(4, i) as note, pg_temp.id_of(5, i) as chase,
        r.id as relation, r.manager,
        (i / ${relations}) % 5 as k, -- of five actions of a relation two are still to do
        date '${today}' - (1 + (i * 7919::bigint) % 1000)::integer as day,
        10000 + (i * 37) % 90000 as value
    from generate_series(0, ${count} - 1) i
        join relation r on r.n = i % ${relations};
analyze thing;

insert into crm_action (tenant_id, id, version, relation_id, representative_id, representative_chosen, type, subject,
        note, status, progress, done_on, first_day, last_day, start_at, end_at, zone, new_status, recorded_at)
    select '${tenant}', action, 1, relation, manager, false, 'VISIT', 'Visit ' || i, 'Spoke about what comes next, ' || i,
        case when k < 2 then 'PLANNED' else 'DONE' end, case when k < 2 then 'PLANNED' else 'DONE' end,
        case when k < 2 then null else day end,
        case when k < 2 then day + 1100 else day end, case when k < 2 then day + 1100 else day end,
        case when i % 3 = 0 then (case when k < 2 then day + 1100 else day end + time '08:00') at time zone 'UTC' end,
        case when i % 3 = 0 then (case when k < 2 then day + 1100 else day end + time '09:00') at time zone 'UTC' end,
        case when i % 3 = 0 then 'UTC' end,
        case k when 0 then 'CUSTOMER' when 1 then 'FORMER' end, (day + time '12:00') at time zone 'UTC'
    from thing;

insert into crm_action_attendee (tenant_id, action_id, position, representative_id, first_day, last_day, start_at, end_at)
    select tenant_id, id, 0, representative_id, first_day, last_day, start_at, end_at from crm_action
    where tenant_id = '${tenant}';

insert into crm_action_cost (tenant_id, action_id, position, description, quantity, currency, unit_price, origin, amount)
    select '${tenant}', action, line, 'Expense ' || line, 1, 'EUR', 10 + line, 'MANUAL', 10 + line
    from thing, generate_series(0, i % 3) line;

insert into crm_opportunity (tenant_id, id, version, subject, note, relation_id, manager_id, manager_chosen, stage, type,
        currency, value_amount, purchase_costs, probability, probability_by_hand, probability_at_creation, started_on,
        expected_closing, standing, closed_on, closing_code, signed_total, effective_on, recorded_at, opened_at,
        stage_since, weighted_total, success_level, days_to_closing)
    select '${tenant}', deal, 2, 'Deal ' || i, 'What the customer wants, ' || i, relation, manager, false, stage, 'NEW',
        'EUR', value, 2000, probability, false, 10, day, day + 90, standing, closed_on,
        case standing when 'LOST' then 'PRICE' end, case standing when 'WON' then value end, day + 1,
        (day + 1 + time '12:00') at time zone 'UTC', (day + time '12:00') at time zone 'UTC', day + 1,
        round((value - 2000) * counts / 100, 2), 'FROM_' || least(counts / 20 * 20, 80), closed_on - day
    from (
        select of_round.*, (array['QUALIFICATION', 'NEEDS', 'PROPOSAL', 'NEGOTIATION'])[1 + i % 4] as stage,
            (array[10, 25, 50, 75])[1 + i % 4] as probability,
            case when round < 6 then 'IN_PROGRESS' when round < 8 then 'WON' when round = 8 then 'LOST' else 'ABANDONED'
                end as standing,
            case when round < 6 then (array[10, 25, 50, 75])[1 + i % 4] when round < 8 then 100 else 0 end as counts,
            case when round >= 6 then day + 1 end as closed_on
        from (select thing.*, i / ${relations} % 10 as round from thing) of_round) of_all;

insert into crm_opportunity_revision (tenant_id, opportunity_id, number, subject, note, relation_id, manager_id,
        manager_chosen, stage, type, currency, value_amount, purchase_costs, probability, probability_by_hand,
        probability_at_creation, started_on, expected_closing, standing, effective_on, recorded_at, opened_at, stage_since,
        weighted_total, success_level, event, next_effective_on, next_recorded_at)
    select tenant_id, id, 1, subject, note, relation_id, manager_id, manager_chosen, 'QUALIFICATION', type, currency,
        value_amount, purchase_costs, 10, false, 10, started_on, expected_closing, 'IN_PROGRESS', started_on, opened_at,
        opened_at, started_on, round((value_amount - purchase_costs) / 10, 2), 'FROM_0', 'OPENED', effective_on, recorded_at
    from crm_opportunity where tenant_id = '${tenant}';

insert into crm_opportunity_revision (tenant_id, opportunity_id, number, subject, note, relation_id, manager_id,
        manager_chosen, stage, type, currency, value_amount, purchase_costs, probability, probability_by_hand,
        probability_at_creation, started_on, expected_closing, standing, closed_on, closing_code, signed_total, effective_on,
        recorded_at, opened_at, stage_since, weighted_total, success_level, days_to_closing, event, previous_currency,
        previous_value, previous_total, previous_stage, previous_standing, days_in_stage)
    select tenant_id, id, 2, subject, note, relation_id, manager_id, manager_chosen, stage, type, currency, value_amount,
        purchase_costs, probability, probability_by_hand, probability_at_creation, started_on, expected_closing, standing,
        closed_on, closing_code, signed_total, effective_on, recorded_at, opened_at, stage_since, weighted_total,
        success_level, days_to_closing,
        case when standing <> 'IN_PROGRESS' then standing when stage = 'QUALIFICATION' then 'CHANGED' else 'MOVED' end,
        currency, value_amount, round((value_amount - purchase_costs) / 10, 2), 'QUALIFICATION', 'IN_PROGRESS',
        case when stage <> 'QUALIFICATION' or standing <> 'IN_PROGRESS' then 1 end
    from crm_opportunity where tenant_id = '${tenant}';

insert into crm_document (tenant_id, id, version, kind, document_number, relation_id, document_date, amount, currency,
        chase_on, last_ordinal, latest_id, latest_on, latest_recorded_at, latest_by, latest_next_on, due_on, recorded_at)
    select '${tenant}', document, 2, case when i % 2 = 0 then 'ORDER' else 'QUOTE' end, 'D-' || i, relation, day, 1200, 'EUR',
        day + 10, 1, chase, day + 10, (day + 10 + time '12:00') at time zone 'UTC', manager, day + 30, day + 30,
        (day + time '12:00') at time zone 'UTC'
    from thing where i < ${count} / 10;

insert into crm_follow_up (tenant_id, id, version, document_id, relation_id, ordinal, made_by, made_on, next_on, channel,
        note, recorded_at)
    select tenant_id, latest_id, 1, id, relation_id, 1, latest_by, latest_on, latest_next_on, 'PHONE', 'Called',
        latest_recorded_at
    from crm_document where tenant_id = '${tenant}';

insert into crm_note (tenant_id, id, version, relation_id, assignee_id, note_date, type, note, pinned, done, admin_only,
        recorded_at)
    select '${tenant}', note, 1, relation, manager, day, 'GENERAL', 'Remark ' || i, i % 10 = 0, true, false,
        (day + time '12:00') at time zone 'UTC'
    from thing where i < ${count} / 5;

insert into crm_audit_entry (tenant_id, item_kind, item_id, version, recorded_at, changes)
    select tenant_id, 'ACTION', id::text, 1, recorded_at, E'subject\t\t=' || subject || E'\ntype\t\t=VISIT\n'
    from crm_action where tenant_id = '${tenant}'
    union all
    select tenant_id, 'OPPORTUNITY', opportunity_id::text, number, recorded_at, E'stage\t\t=' || stage || E'\n'
    from crm_opportunity_revision where tenant_id = '${tenant}';

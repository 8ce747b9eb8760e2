package org.carnetcrm.benchmarks.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.carnetcrm.id.ActionId;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.id.FollowUpId;
import org.carnetcrm.id.NoteId;
import org.carnetcrm.id.OpportunityId;
import org.carnetcrm.id.RelationId;
import org.carnetcrm.id.RepresentativeId;
import org.carnetcrm.id.UuidId;
import org.carnetcrm.timeline.TimelineEntry;
import org.carnetcrm.timeline.TimelineKind;
import org.jspecify.annotations.Nullable;

/** The timeline of a relation: of each of eight kinds the rows of a page, then merged. */
final class HandTimeline {

    /** The columns: code, title, text, state, representative, deal, amount, currency. */
    private enum Part {
        ACTION(
                "first_day",
                "recorded_at",
                "id",
                "type, subject, note, progress, representative_id, opportunity_id, null," + " null",
                "crm_action",
                "") {
            @Override
            UuidId item(ResultSet row, UUID relation) throws SQLException {
                return new ActionId(row.getObject(3, UUID.class));
            }
        },
        NOTE(
                "note_date",
                "recorded_at",
                "id",
                "type, null, note, case when done then 'DONE' else 'REMINDER' end, assignee_id,"
                        + " opportunity_id, null, null",
                "crm_note",
                " and not admin_only") {
            @Override
            UuidId item(ResultSet row, UUID relation) throws SQLException {
                return new NoteId(row.getObject(3, UUID.class));
            }
        },
        FOLLOW_UP(
                "e.made_on",
                "e.recorded_at",
                "e.id",
                "e.channel, d.document_number || '/' || e.ordinal, e.note, null,"
                        + " e.made_by, null::uuid, null, null",
                "crm_follow_up e join crm_document d on d.tenant_id = e.tenant_id" + " and d.id = e.document_id",
                "") {
            @Override
            UuidId item(ResultSet row, UUID relation) throws SQLException {
                return new FollowUpId(row.getObject(3, UUID.class));
            }
        },
        STATUS(
                "effective_on",
                "recorded_at",
                "number",
                "to_code, null, null, from_code, recorded_by, null::uuid, null, null",
                "crm_relation_change",
                " and aspect = 'STATUS'") {
            @Override
            UuidId item(ResultSet row, UUID relation) {
                return new RelationId(relation);
            }
        },
        PRIORITY(
                "effective_on",
                "recorded_at",
                "number",
                "to_code, null, null, from_code, recorded_by, null::uuid, null," + " null",
                "crm_relation_change",
                " and aspect = 'PRIORITY'") {
            @Override
            UuidId item(ResultSet row, UUID relation) {
                return new RelationId(relation);
            }
        },
        OPPORTUNITY(
                "started_on",
                "opened_at",
                "id",
                "stage, subject, null, null, manager_id, id, value_amount, currency",
                "crm_opportunity",
                "") {
            @Override
            UuidId item(ResultSet row, UUID relation) throws SQLException {
                return new OpportunityId(row.getObject(3, UUID.class));
            }
        },
        CLOSING(
                "closed_on",
                "opened_at",
                "id",
                "standing, subject, null, null, manager_id, id, signed_total, currency",
                "crm_opportunity",
                " and closed_on is not null") {
            @Override
            UuidId item(ResultSet row, UUID relation) throws SQLException {
                return new OpportunityId(row.getObject(3, UUID.class));
            }
        },
        DOCUMENT(
                "document_date",
                "recorded_at",
                "id",
                "kind, document_number, null,"
                        + " case when closed_on is not null then 'CLOSED' end, null::uuid, null::uuid, amount, currency",
                "crm_document",
                "") {
            @Override
            UuidId item(ResultSet row, UUID relation) throws SQLException {
                return new DocumentId(row.getObject(3, UUID.class));
            }
        };

        private final TimelineKind kind = TimelineKind.valueOf(name());
        private final String first;
        private final String sameKind;
        private final String laterKind;
        private final String earlierKind;

        Part(String day, String at, String last, String columns, String table, String condition) {
            String prefix = day.startsWith("e.") ? "e." : "";
            String select = "select " + day + ", " + at + ", " + last + ", " + columns + " from " + table + " where "
                    + prefix + "tenant_id = ? and " + prefix + "relation_id = ?" + condition;
            String order = " order by " + day + " desc, " + at + ", " + last + " limit " + (Side.PAGE + 1);
            first = select + order;
            laterKind = select + " and " + day + " <= ?" + order;
            earlierKind = select + " and " + day + " < ?" + order;
            sameKind = select + " and " + day + " <= ? and (" + day + " < ? or " + at + " > ? or (" + at + " = ? and "
                    + last + " > ?))" + order;
        }

        abstract UuidId item(ResultSet row, UUID relation) throws SQLException;

        /** Says how to go on after an entry: of a later kind on its day too, of an earlier one on earlier days only. */
        String sql(@Nullable TimelineEntry after) {
            if (after == null) {
                return first;
            }
            int order = kind.compareTo(after.kind());
            return order == 0 ? sameKind : order > 0 ? laterKind : earlierKind;
        }
    }

    private final Sql sql;
    private final UUID relation;

    HandTimeline(Sql sql, UUID relation) {
        this.sql = sql;
        this.relation = relation;
    }

    List<TimelineEntry> page(@Nullable TimelineEntry after) throws SQLException {
        List<TimelineEntry> entries = new ArrayList<>();
        for (Part part : Part.values()) {
            List<@Nullable Object> values = new ArrayList<>(Arrays.asList(Filled.TENANT, relation));
            if (after != null) {
                values.add(after.day());
                if (part.kind == after.kind()) {
                    values.add(after.day());
                    values.add(after.recordedAt());
                    values.add(after.recordedAt());
                    values.add(
                            after.number() > 0
                                    ? (Object) after.number()
                                    : after.item().value());
                }
            }
            entries.addAll(sql.list(part.sql(after), row -> entry(part, row), values.toArray()));
        }
        entries.sort(TimelineEntry.ORDER);
        return entries;
    }

    private TimelineEntry entry(Part part, ResultSet row) throws SQLException {
        boolean numbered = part == Part.STATUS || part == Part.PRIORITY;
        return new TimelineEntry(
                row.getObject(1, LocalDate.class),
                part.kind,
                Sql.instant(row, 2),
                part.item(row, relation),
                numbered ? row.getInt(3) : 0,
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                HandPages.id(row, 8, RepresentativeId::new),
                HandPages.id(row, 9, OpportunityId::new),
                HandPages.money(row, 10, row.getString(11)),
                false);
    }
}

package org.carnetcrm.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.carnetcrm.Desk;
import org.carnetcrm.action.ActionDimension;
import org.carnetcrm.action.ActionFilter;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.followup.DocumentKind;
import org.carnetcrm.followup.DueFilter;
import org.carnetcrm.followup.FollowUpFilter;
import org.carnetcrm.id.DocumentId;
import org.carnetcrm.note.NoteFilter;
import org.carnetcrm.opportunity.OpportunityDimension;
import org.carnetcrm.opportunity.OpportunityFilter;
import org.carnetcrm.opportunity.StandingKind;
import org.carnetcrm.opportunity.SuccessLevel;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void each_language_has_the_texts_that_are_used_and_no_other() {
        Set<String> used = new TreeSet<>(List.of(
                "label.discarded",
                "label.empty",
                "label.none",
                "label.notApplicable",
                "label.open",
                "label.system",
                "label.total",
                "label.yes",
                "leftOut.withoutValue",
                "note.asOf",
                "note.conversions",
                "note.due",
                "note.first",
                "note.on",
                "note.withoutValue",
                "note.withoutValueNorCosts"));
        addAll(used, "kind.", DocumentKind.values());
        addAll(used, "level.", SuccessLevel.values());
        addAll(used, "progress.", Progress.values());
        addAll(used, "standing.", StandingKind.values());
        addAll(used, "urgency.", Urgency.values());
        for (Table table : everyTable()) {
            used.add("title." + table.name());
            table.columns().forEach(column -> used.add("column." + column.key()));
        }
        for (Report report : everyReport()) {
            Table table = report.table(Locale.ENGLISH);
            table.columns().stream().filter(column -> column.kind().isNumber()).forEach(column -> {
                String own = "rule." + table.name() + "." + column.key();
                used.add(Texts.find(own, Locale.ENGLISH) != null ? own : "rule." + column.key());
            });
        }
        for (String language : Texts.LANGUAGES) {
            assertThat(new TreeSet<>(Texts.texts(language).stringPropertyNames()))
                    .as(language)
                    .isEqualTo(used);
        }
    }

    @Test
    void no_text_is_blank_and_each_names_the_same_arguments_in_every_language() {
        Pattern argument = Pattern.compile("\\{\\w+}");
        for (String key : Texts.texts("en").stringPropertyNames()) {
            Set<Set<String>> arguments = new HashSet<>();
            for (String language : Texts.LANGUAGES) {
                String text = Texts.texts(language).getProperty(key);
                assertThat(text).as(key + " in " + language).isNotBlank();
                Set<String> found = new TreeSet<>();
                argument.matcher(text).results().forEach(match -> found.add(match.group()));
                arguments.add(found);
            }
            assertThat(arguments).as(key).hasSize(1);
        }
    }

    @Test
    void another_language_reads_english_and_an_unknown_key_of_ours_is_refused() {
        assertThat(Texts.text("label.none", Locale.JAPANESE)).isEqualTo("(none)");
        assertThatThrownBy(() -> Texts.text("label.nothing", Locale.ENGLISH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("label.nothing");
    }

    @Test
    void a_hosts_own_table_is_called_by_its_name_and_keys() {
        assertThat(new Column("hostField", Column.Kind.TEXT).heading(Locale.FRENCH))
                .isEqualTo("hostField");
        assertThat(new Table("host-table", List.of(), List.of(), List.of()).title(Locale.FRENCH))
                .isEqualTo("host-table");
    }

    private static List<Report> everyReport() {
        Desk desk = new SmallCrm().desk;
        OpportunityFilter all = OpportunityFilter.all();
        return List.of(PipelineByStage.of(desk, all), SuccessLevels.open(desk), PerRepresentative.of(desk, all));
    }

    private static List<Table> everyTable() {
        SmallCrm crm = new SmallCrm();
        Desk desk = crm.desk;
        OpportunityFilter all = OpportunityFilter.all();
        List<Table> tables = new ArrayList<>();
        everyReport().forEach(report -> tables.add(report.table(Locale.ENGLISH)));
        tables.addAll(List.of(
                Outcomes.overall(desk, all).table(Locale.ENGLISH),
                Outcomes.byQuarter(desk, all).table(Locale.ENGLISH)));
        for (OpportunityDimension dimension : OpportunityDimension.values()) {
            tables.add(Outcomes.by(desk, all, dimension).table(Locale.ENGLISH));
        }
        for (ActionDimension dimension : ActionDimension.values()) {
            tables.add(CrmCosts.by(desk, ActionFilter.all(), dimension).table(Locale.ENGLISH));
            if (!dimension.isOfLines()) {
                tables.add(
                        ActivityCounts.by(desk, ActionFilter.all(), dimension).table(Locale.ENGLISH));
            }
        }
        LocalDate today = LocalDate.of(2017, 5, 15);
        FollowUpFilter followUps = FollowUpFilter.all();
        tables.add(TimeInStage.of(desk, all).table(Locale.ENGLISH));
        tables.add(ConversionReport.between(desk, today, today, true).table(Locale.ENGLISH));
        tables.add(FollowUpReport.of(desk, followUps).table(Locale.ENGLISH));
        tables.add(FollowUpReport.of(desk, followUps.relation(crm.acme.id())).table(Locale.ENGLISH));
        tables.add(FollowUpReport.of(desk, followUps.document(new DocumentId(new UUID(0, 1))))
                .table(Locale.ENGLISH));
        tables.add(DueFollowUps.of(desk, DueFilter.all(), today).table(Locale.ENGLISH));
        tables.addAll(FollowUpBoxReport.of(desk, 1).tables(Locale.ENGLISH));
        tables.add(RemindersDue.of(desk, NoteFilter.all(), today).table(Locale.ENGLISH));
        return tables;
    }

    private static void addAll(Set<String> used, String prefix, Enum<?>... constants) {
        for (Enum<?> constant : constants) {
            used.add(prefix + constant.name());
        }
    }
}

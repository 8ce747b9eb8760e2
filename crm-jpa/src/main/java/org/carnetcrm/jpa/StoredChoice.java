package org.carnetcrm.jpa;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.carnetcrm.choice.ActionStatus;
import org.carnetcrm.choice.ActionType;
import org.carnetcrm.choice.BusinessLine;
import org.carnetcrm.choice.Category;
import org.carnetcrm.choice.Channel;
import org.carnetcrm.choice.Choice;
import org.carnetcrm.choice.ChoiceKind;
import org.carnetcrm.choice.ClosingCode;
import org.carnetcrm.choice.Entry;
import org.carnetcrm.choice.Labels;
import org.carnetcrm.choice.NoteType;
import org.carnetcrm.choice.OpportunityType;
import org.carnetcrm.choice.Phase;
import org.carnetcrm.choice.Priority;
import org.carnetcrm.choice.Progress;
import org.carnetcrm.choice.RelationStatus;
import org.carnetcrm.choice.Responsibility;
import org.carnetcrm.choice.Stage;
import org.carnetcrm.id.TenantId;
import org.carnetcrm.money.Probability;
import org.jspecify.annotations.Nullable;

/** A choice with its names. */
@Entity(name = "CrmChoice")
@Table(name = "crm_choice")
class StoredChoice extends Row<Choice> {

    @EmbeddedId
    ChoiceKey key;

    @Column(name = "position", nullable = false)
    int position;

    @Column(name = "retired", nullable = false)
    boolean retired;

    @Column(name = "nature", length = Lengths.CONSTANT)
    @Nullable
    String nature;

    @ElementCollection
    @CollectionTable(
            name = "crm_choice_label",
            joinColumns = {
                @JoinColumn(name = "tenant_id", referencedColumnName = "tenant_id", nullable = false),
                @JoinColumn(name = "list", referencedColumnName = "list", nullable = false),
                @JoinColumn(name = "code", referencedColumnName = "code", nullable = false)
            })
    @MapKeyColumn(name = "language", length = Lengths.LANGUAGE)
    @Column(name = "label", length = Labels.LENGTH, nullable = false)
    Map<String, String> labels = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // the provider fills it
    protected StoredChoice() {}

    StoredChoice(TenantId tenant, Choice choice) {
        this.key = new ChoiceKey(tenant, choice.id());
    }

    @Override
    void set(Choice value) {
        position = value.entry().position();
        retired = value.isRetired();
        nature = value.nature().isEmpty() ? null : value.nature();
        Map<String, String> given = value.entry().labels().byLanguage();
        if (!labels.equals(given)) {
            labels.keySet().retainAll(given.keySet());
            labels.putAll(given);
        }
    }

    @Override
    Choice value() {
        return value(
                key.list, new Entry(key.code, new Labels(new TreeMap<>(labels)), position, retired, version()), nature);
    }

    static Choice value(ChoiceKind list, Entry entry, @Nullable String nature) {
        String kept = nature == null ? "" : nature;
        return switch (list) {
            case RELATION_STATUS -> new RelationStatus(entry, Phase.valueOf(kept));
            case PRIORITY -> new Priority(entry);
            case ACTION_TYPE -> new ActionType(entry);
            case ACTION_STATUS -> new ActionStatus(entry, Progress.valueOf(kept));
            case NOTE_TYPE -> new NoteType(entry);
            case CHANNEL -> new Channel(entry);
            case STAGE -> new Stage(entry, nature == null ? null : Probability.of(nature));
            case OPPORTUNITY_TYPE -> new OpportunityType(entry);
            case CATEGORY -> new Category(entry);
            case BUSINESS_LINE -> new BusinessLine(entry);
            case CLOSING_CODE -> new ClosingCode(entry, Responsibility.valueOf(kept));
        };
    }
}

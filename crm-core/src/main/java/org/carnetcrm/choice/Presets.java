package org.carnetcrm.choice;

/** Ready lists in English, French and Dutch for a host that has none of its own yet. None is imposed. */
public final class Presets {

    private Presets() {}

    /**
     * Gives statuses (prospect, customer, former customer, other), priorities, statuses of actions, types of notes,
     * channels, {@linkplain #stages() stages}, types of deals, and closing codes. Three lists are empty, for a host knows
     * best: types of actions, of which an action needs one, and categories and business lines of deals, which need none.
     */
    public static ChoiceLists standard() {
        ChoiceLists lists = stages().with(
                        RelationStatus.of("PROSPECT", Labels.of("Prospect", "Prospect", "Prospect"), Phase.PROSPECT))
                .with(RelationStatus.of("CUSTOMER", Labels.of("Customer", "Client", "Klant"), Phase.CUSTOMER))
                .with(RelationStatus.of(
                        "FORMER", Labels.of("Former customer", "Ancien client", "Voormalige klant"), Phase.FORMER))
                .with(RelationStatus.of("OTHER", Labels.of("Other", "Autre", "Andere"), Phase.OTHER))
                .with(Priority.of("HIGH", Labels.of("High", "Haute", "Hoog")))
                .with(Priority.of("NORMAL", Labels.of("Normal", "Normale", "Normaal")))
                .with(Priority.of("LOW", Labels.of("Low", "Basse", "Laag")))
                .with(ActionStatus.of("PLANNED", Labels.of("Planned", "Planifiée", "Gepland"), Progress.PLANNED))
                .with(ActionStatus.of("DONE", Labels.of("Done", "Réalisée", "Uitgevoerd"), Progress.DONE))
                .with(ActionStatus.of(
                        "CANCELLED", Labels.of("Cancelled", "Annulée", "Geannuleerd"), Progress.CANCELLED))
                .with(NoteType.of("GENERAL", Labels.of("General", "Général", "Algemeen")))
                .with(NoteType.of("SALES", Labels.of("Sales", "Vente", "Verkoop")))
                .with(NoteType.of("ACCOUNTING", Labels.of("Accounting", "Comptabilité", "Boekhouding")))
                .with(Channel.of("PHONE", Labels.of("Phone", "Téléphone", "Telefoon")))
                .with(Channel.of("MAIL", Labels.of("E-mail", "Courriel", "E-mail")))
                .with(Channel.of("LETTER", Labels.of("Letter", "Lettre", "Brief")))
                .with(OpportunityType.of("NEW", Labels.of("New business", "Nouvelle affaire", "Nieuwe zaak")))
                .with(OpportunityType.of("RECURRING", Labels.of("Recurring", "Récurrente", "Terugkerend")))
                .with(OpportunityType.of("UPDATE", Labels.of("Update", "Mise à jour", "Update")));
        return lists.with(ClosingCode.of("PRICE", Labels.of("Price", "Prix", "Prijs"), Responsibility.US))
                .with(ClosingCode.of("DELIVERY", Labels.of("Delivery time", "Délai", "Levertijd"), Responsibility.US))
                .with(ClosingCode.of(
                        "COMPETITOR", Labels.of("Competitor", "Concurrent", "Concurrent"), Responsibility.US))
                .with(ClosingCode.of(
                        "BUDGET", Labels.of("No budget", "Pas de budget", "Geen budget"), Responsibility.CUSTOMER))
                .with(ClosingCode.of(
                        "POSTPONED", Labels.of("Postponed", "Reporté", "Uitgesteld"), Responsibility.CUSTOMER))
                .with(ClosingCode.of("OTHER", Labels.of("Other", "Autre", "Andere"), Responsibility.NOBODY));
    }

    /** Gives the stages alone: qualification 10 %, needs analysis 25 %, proposal 50 %, negotiation 75 %. */
    public static ChoiceLists stages() {
        return ChoiceLists.empty()
                .with(Stage.of("QUALIFICATION", Labels.of("Qualification", "Qualification", "Kwalificatie"))
                        .at("10"))
                .with(Stage.of("NEEDS", Labels.of("Needs analysis", "Analyse des besoins", "Behoefteanalyse"))
                        .at("25"))
                .with(Stage.of("PROPOSAL", Labels.of("Proposal", "Proposition", "Voorstel"))
                        .at("50"))
                .with(Stage.of("NEGOTIATION", Labels.of("Negotiation", "Négociation", "Onderhandeling"))
                        .at("75"));
    }
}

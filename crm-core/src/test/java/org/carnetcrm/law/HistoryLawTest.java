package org.carnetcrm.law;

import org.carnetcrm.testkit.HistoryLaw;

class HistoryLawTest extends HistoryLaw {}

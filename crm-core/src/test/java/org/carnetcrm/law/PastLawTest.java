package org.carnetcrm.law;

import org.carnetcrm.testkit.PastLaw;

class PastLawTest extends PastLaw {}

package org.carnetcrm.law;

import org.carnetcrm.testkit.ActivityLaw;

class ActivityLawTest extends ActivityLaw {}
